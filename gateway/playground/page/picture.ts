import type { Asked } from './lastAsked.ts'

// What `POST /dev/plan` answers; the page speaks HTTP only and shares no code with the server.

export type Picture = PictureGroup | PictureFetch

export interface PictureGroup {
  readonly kind: 'sequence' | 'parallel'
  readonly steps: readonly Picture[]
}

export interface PictureFetch {
  readonly kind: 'fetch'
  readonly subgraph: string
  readonly path: string
  readonly asks: readonly string[]
  readonly consent?: { readonly role: Role; readonly flows: readonly Flow[] }
}

export type Role = 'roads' | 'source' | 'recipient'

export interface Flow {
  readonly from: string
  readonly to: string
  readonly purpose: string
  readonly road: string
}

export interface Shown {
  readonly picture: Picture | null
  readonly mermaid: string | null
}

/** How the server would answer the operation. Rejects with the server's own words. */
export async function loadPicture(asked: Asked, fetch: typeof globalThis.fetch): Promise<Shown> {
  const response = await fetch('/dev/plan', { method: 'POST', body: JSON.stringify(asked) })
  const answer = (await response.json()) as Shown & { readonly errors?: readonly { readonly message: string }[] }
  if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? `The server answered ${response.status}`)
  return answer
}

/** Each flow of an operation once, in the order in which they are decided. */
export function flowsIn(picture: Picture): readonly Flow[] {
  if (picture.kind !== 'fetch') return picture.steps.flatMap(flowsIn)
  return picture.consent?.role === 'roads' ? picture.consent.flows : []
}

/** What a fetch does with a flow, in words. */
export function roleWords(role: Role, { from, to, purpose }: Flow): string {
  if (role === 'roads') return `decides whether ${to} may use data of ${from} for ${purpose}`
  return role === 'source'
    ? `opens the grant, for ${to} and ${purpose}`
    : `uses data of ${from} for ${purpose}, or null`
}

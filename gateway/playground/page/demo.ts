import type { Persona } from './personas.ts'
import type { Session } from './session.ts'

/** What came of asking for the demo people. */
export type Demo =
  | { readonly kind: 'PEOPLE'; readonly people: readonly Persona[] }
  /** The server runs without demo people. */
  | { readonly kind: 'NONE' }
  /** It has some, but tells only those who ask from its own machine. */
  | { readonly kind: 'ELSEWHERE' }
  /** It did not answer, or not as it should. */
  | { readonly kind: 'SILENT' }

/** The demo people and their tokens, which live ten minutes and are renewed before. */
export interface DemoPeople {
  load(): Promise<Demo>
  /** A token for this session, null for nobody. Rejects where the person is gone, with a message for people. */
  token(session: Session | null): Promise<string | null>
  /** Fetches again at the next need, however fresh: the server took a token for a bad one. */
  forget(): void
}

interface Ports {
  readonly fetch: (url: string) => Promise<Response>
  /** Milliseconds that never go back. */
  readonly now: () => number
}

// Two minutes less than the tokens live, so that none expires on the way.
const freshFor = 8 * 60_000

export function createDemoPeople({ fetch, now }: Ports): DemoPeople {
  let last: { readonly at: number; readonly answer: Promise<Demo> } | null = null

  async function load(): Promise<Demo> {
    if (last === null || now() - last.at >= freshFor) last = { at: now(), answer: ask(fetch) }
    const { answer } = last
    const demo = await answer
    // Silence is not remembered: the server may be back at the next try.
    if (demo.kind === 'SILENT' && last?.answer === answer) last = null
    return demo
  }

  return {
    load,
    async token(session) {
      if (session === null) return null
      const demo = await load()
      const people = demo.kind === 'PEOPLE' ? demo.people : []
      const token = people.find(({ name }) => name === session.person)?.tokens[session.client]
      if (token === undefined) throw new Error(withoutToken(demo, session))
      return token
    },
    forget() {
      last = null
    },
  }
}

async function ask(fetch: Ports['fetch']): Promise<Demo> {
  try {
    const response = await fetch('/dev/personas')
    if (response.ok) return { kind: 'PEOPLE', people: (await response.json()) as Persona[] }
    if (response.status === 404) return { kind: 'NONE' }
    return { kind: response.status === 403 ? 'ELSEWHERE' : 'SILENT' }
  } catch {
    return { kind: 'SILENT' }
  }
}

/** A request must not go out as a stranger's in silence where a person was meant. */
function withoutToken({ kind }: Demo, { person }: Session): string {
  if (kind === 'SILENT') return `The server gives no token for ${person}: it does not answer. Is it still running?`
  return `The server has no token for ${person} any more. Load this page again.`
}

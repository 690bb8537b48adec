import type { Answer } from './graph.ts'
import type { Action } from './operations.ts'
import type { Target } from './status.ts'

/** Why something was not done; `code` is for programs (null for a fault), `message` for people. */
export interface Refusal {
  readonly code: string | null
  readonly message: string
}

/** By the app concerned; under null what concerns none or all. */
export type Refusals = ReadonlyMap<Target | null, Refusal>

/** What a mutation of the panel answers; null where it failed. */
export type Payloads<Payload = object> = Readonly<Record<string, (Payload & WithErrors) | null>>

interface WithErrors {
  readonly errors: readonly {
    readonly code: string
    readonly message: string
    readonly path?: readonly string[] | null
  }[]
}

/**
 * What an answer refuses. `apps` are those that the mutation was about, in the order of its targets; `about`: the one
 * that every other refusal is about.
 */
export function refusalsIn(
  { data, errors = [] }: Answer<Payloads>,
  apps: readonly Target[],
  about: Target | null = null,
): Refusals {
  const refused = Object.values(data ?? {}).flatMap((payload) => payload?.errors ?? [])
  const appOf = ([field, index]: readonly string[]): Target | null =>
    field === 'targets' ? (apps[Number(index)] ?? about) : about
  return new Map<Target | null, Refusal>([
    ...errors.map(({ message }) => [null, { code: null, message }] as const),
    ...refused.map(({ code, message, path }) => [appOf(path ?? []), { code, message }] as const),
  ])
}

/** What can be done about a refusal. */
export type Remedy = 'SWITCH_ON' | 'LINK' | null

export function remedyFor({ code }: Refusal): Remedy {
  if (code === 'CROSSPOST_NOT_ENABLED') return 'SWITCH_ON'
  return code === 'CROSSPOST_LINK_NOT_ACTIVE' ? 'LINK' : null
}

/** What still holds of earlier refusals when a button is pressed: switching one app on changes nothing in the other. */
export function keptRefusals(before: Refusals, action: Action, apps: readonly Target[]): Refusals {
  if (action !== 'SWITCH_ON') return new Map()
  return new Map([...before].filter(([app]) => app !== null && !apps.includes(app)))
}

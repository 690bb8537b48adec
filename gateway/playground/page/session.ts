import { isClient, type Client } from './clients.ts'
import type { Persona } from './personas.ts'

/** Who requests are sent as: a person signed in to a client. Null stands for nobody. */
export interface Session {
  readonly person: string
  readonly client: Client
}

export function isSame(one: Session | null, other: Session | null): boolean {
  return one?.person === other?.person && one?.client === other?.client
}

/** Who was chosen last time (`stored`, as `JSON.stringify` wrote it), if still there; else the first of the people. */
export function firstSession(people: readonly Persona[], stored: string | null): Session | null {
  const known = stored === null ? undefined : read(stored)
  if (known === null) return null
  const person = people.find(({ name }) => name === known?.person)
  if (known !== undefined && person?.tokens[known.client] !== undefined) return known
  const [first] = people
  return first === undefined ? null : { person: first.name, client: 'ACCOUNTS' }
}

/** The session after a click on a person: in the same client where they have a profile, else in the accounts center. */
export function becoming(next: Persona, session: Session | null): Session {
  const client = session !== null && next.tokens[session.client] !== undefined ? session.client : 'ACCOUNTS'
  return { person: next.name, client }
}

/** Undefined for what is no session: an older page may have written it. */
function read(stored: string): Session | null | undefined {
  try {
    const value = JSON.parse(stored) as Partial<Session> | null
    if (value === null) return null
    const { person, client } = value
    return typeof person === 'string' && isClient(client) ? { person, client } : undefined
  } catch {
    return undefined
  }
}

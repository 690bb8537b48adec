/** A demo person as `GET /dev/personas` tells; `tokens` by client: MESSENGER, PHOTO, SOCIAL, ACCOUNTS. */
export interface Persona {
  readonly name: string
  readonly story: string
  readonly linked: readonly string[]
  readonly tokens: Readonly<Record<string, string>>
}

/** Who the next request is sent as: a person in a client, or nobody. */
export interface Session {
  readonly person: string
  readonly client: string
}

// Tokens live ten minutes; after eight a fresh set is fetched, so that nobody ever sees one expire.
const freshFor = 8 * 60_000
let fetched: { readonly at: number; readonly people: readonly Persona[] } = { at: Number.NEGATIVE_INFINITY, people: [] }

/** The demo people with fresh tokens; none where the server runs without demo people. */
export async function loadPersonas(): Promise<readonly Persona[]> {
  if (performance.now() - fetched.at < freshFor) return fetched.people
  const response = await fetch('/dev/personas')
  const people = response.ok ? ((await response.json()) as Persona[]) : []
  fetched = { at: performance.now(), people }
  return people
}

/** A token for this session, or null for nobody. */
export async function tokenFor(session: Session | null): Promise<string | null> {
  if (session === null) return null
  const people = await loadPersonas()
  return people.find((person) => person.name === session.person)?.tokens[session.client] ?? null
}

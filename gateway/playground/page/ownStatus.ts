import type { DemoPeople } from './demo.ts'
import type { Session } from './session.ts'

const query = '{ messengerMe { statuses(first: 1) { nodes { id } } } }'

interface Answer {
  readonly data?: {
    readonly messengerMe?: { readonly statuses?: { readonly nodes: readonly ({ id: string } | null)[] } | null } | null
  } | null
}

/** The id of one of the person's own live statuses; a word to people who have none. Asks as their messenger does. */
export async function ownStatus(
  people: DemoPeople,
  session: Session | null,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<string> {
  if (session === null) return 'nobody has no status: be somebody'
  const none = `${session.person} has no status: be somebody who uses the messenger`
  try {
    const token = await people.token({ person: session.person, client: 'MESSENGER' })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
    const { data } = (await response.json()) as Answer
    return data?.messengerMe?.statuses?.nodes[0]?.id ?? none
  } catch {
    return none
  }
}

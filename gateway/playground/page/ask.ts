import type { DemoPeople } from './demo.ts'
import type { Session } from './session.ts'

interface AskOptions {
  readonly people: DemoPeople
  /** Who the next request is sent as. */
  readonly session: () => Session | null
  readonly fetch: Fetch
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * A `fetch` that sends every request as the chosen person. A header `authorization` of one's own wins. A token that the
 * server refuses is renewed once (the machine slept, the server began anew). What keeps a request from being answered
 * becomes a GraphQL error, so that it is read where the answer would stand.
 */
export function createAsk({ people, session, fetch }: AskOptions): Fetch {
  const askAs = async (url: string, init: RequestInit, headers: Headers): Promise<Response> => {
    const token = await people.token(session())
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    return fetch(url, { ...init, headers })
  }

  return async (url, init) => {
    try {
      const headers = new Headers(init.headers)
      if (headers.has('authorization')) return await fetch(url, { ...init, headers })
      const response = await askAs(url, init, headers)
      if (response.status !== 401 || session() === null) return response
      people.forget()
      return await askAs(url, init, headers)
    } catch (error) {
      return unanswered(error)
    }
  }
}

function unanswered(error: unknown): Response {
  const message = error instanceof Error ? error.message : String(error)
  // What browsers say of a connection refused differs and explains nothing.
  const told = /fetch|network|load failed/i.test(message)
    ? 'The server does not answer. Is it still running? Start it again with: npm start'
    : message
  return Response.json({ errors: [{ message: told }] })
}

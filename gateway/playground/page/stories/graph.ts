import { createAsk, type Fetch } from '../ask.ts'
import type { DemoPeople } from '../demo.ts'
import type { Session } from '../session.ts'
import type { Operation } from './operations.ts'

/** A request as it was sent, with what came back. */
export interface Sent<Data = unknown> {
  readonly query: string
  readonly variables: object
  /** Null: without a token. */
  readonly session: Session | null
  readonly answer: Answer<Data>
}

/** `data` is null, or lacks what was asked, where `errors` say why. */
export interface Answer<Data = unknown> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string }[]
}

/** Sends an operation as this person, or as nobody, in the name of the client that it is for. Never rejects. */
export type Send = <Data>(operation: Operation, person: string | null, variables?: object) => Promise<Sent<Data>>

/** Over HTTP, as any client would. */
export function createSend(people: DemoPeople, fetch: Fetch): Send {
  return async <Data>({ query, client }: Operation, person: string | null, variables: object = {}) => {
    const session: Session | null = person === null ? null : { person, client }
    const ask = createAsk({ people, session: () => session, fetch })
    const headers = { 'content-type': 'application/json' }
    const response = await ask('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    return { query, variables, session, answer: await answerOf<Data>(response) }
  }
}

async function answerOf<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>
  } catch {
    return { errors: [{ message: `The server answered ${response.status}, and no JSON` }] }
  }
}

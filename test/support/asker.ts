import { Agent, fetch, type RequestInit, type Response } from 'undici'
import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Json } from './subgraphTester.ts'

/** A persona of the demo, and the client through which they ask. */
export type Who = readonly [name: string, client: App | 'ACCOUNTS']

export interface AskedMore {
  /** Default: nobody. */
  readonly by?: Who | undefined
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  /** The body as it came. */
  readonly text: string
  readonly headers: Pick<Headers, 'get'>
  readonly data: Json
  /** `extensions.code` of each error, in order; empty where there are none. */
  readonly codes: readonly string[]
  readonly errors: readonly GraphqlErrorBody[]
}

export interface GraphqlErrorBody {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly subgraph?: string }
}

/** Asks over HTTP, as a client does. */
export interface Asker {
  /** POSTs an operation to `/graphql`. */
  ask(query: string, more?: AskedMore): Promise<Answered>
  /** The same, for what must have no errors: answers `data`. */
  data(query: string, more?: AskedMore): Promise<Json>
  /** Any request below the URL. */
  send(path: string, init?: RequestInit): Promise<Answered>
}

/** A graph with demo people in it, however it runs. */
export interface AskedGraph extends Asker {
  /** The sealed id of somebody in an app; throws where there is none. */
  id(name: string, app: App): string
}

/** A connection for each request: a test that computes for seconds is no client whose idle connection may be closed. */
const dispatcher = new Agent({ pipelining: 0 })

export function createAsker(url: string, token: (who: Who) => Promise<string>): Asker {
  async function send(path: string, init: RequestInit = {}): Promise<Answered> {
    const response = await fetch(`${url}${path}`, { ...init, dispatcher })
    return answered(response, await response.text())
  }

  async function ask(query: string, more: AskedMore = {}): Promise<Answered> {
    const { by, headers, variables, operationName } = more
    const authorization = by === undefined ? {} : { authorization: `Bearer ${await token(by)}` }
    return send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query, variables, operationName }),
    })
  }

  async function data(query: string, more?: AskedMore): Promise<Json> {
    const answer = await ask(query, more)
    if (answer.errors.length === 0 && answer.status === 200) return answer.data
    throw new Error(`Expected no errors, but got: ${answer.status} ${JSON.stringify(answer.errors, null, 2)}`)
  }

  return { ask, data, send }
}

function answered(response: Response, text: string): Answered {
  const body = parsed(text)
  const errors = (body['errors'] ?? []) as GraphqlErrorBody[]
  return {
    status: response.status,
    text,
    headers: response.headers,
    data: body['data'],
    errors,
    codes: errors.map(({ extensions }) => extensions.code),
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

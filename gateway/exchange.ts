import type { IncomingMessage, ServerResponse } from 'node:http'
import { fault } from '../subgraphs/runtime/errors/fault.ts'
import type { Random } from '../subgraphs/runtime/random/random.ts'
import type { Caller } from './identify/caller.ts'
import type { MediaType } from './receive/accept.ts'

/** One HTTP request and what the stages have found out about it so far. */
export interface Exchange {
  readonly request: IncomingMessage
  /**
   * Fresh for each request; names it in our log and to the client. What the client calls its request is not believed.
   */
  readonly requestId: string
  /** Aborted with `REQUEST_CANCELLED` when the client leaves before its answer is written. */
  readonly signal: AbortSignal
  /** How the answer is written; absent outside `/graphql` and until `Accept` was read. */
  mediaType?: MediaType
  /** Absent until the token was checked. */
  caller?: Caller
  /** Set when the answer holds what was computed from consented data: it is for one person, and nobody may store it. */
  holdsUses?: boolean
}

/** `stopped`: aborted when the process waits for nobody any longer. */
export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  random: Random,
  stopped: AbortSignal,
): Exchange {
  const controller = new AbortController()
  const cancel = (): void => controller.abort(fault('REQUEST_CANCELLED'))
  stopped.addEventListener('abort', cancel, { once: true })
  response.once('close', () => {
    stopped.removeEventListener('abort', cancel)
    if (!response.writableFinished) cancel()
  })
  return { request, requestId: random.id(), signal: controller.signal }
}

/** The path that was asked for, without its query, as it stands in the request. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

/** Path and query, resolved; throws `BAD_REQUEST` for what is no path (`*`, an authority, another server's URL). */
export function urlOf({ url = '/' }: IncomingMessage): URL {
  const base = 'http://gateway.invalid'
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(url, base)) {
    throw fault('BAD_REQUEST', { message: 'The request must ask for a path, such as /graphql.' })
  }
  return new URL(url, base)
}

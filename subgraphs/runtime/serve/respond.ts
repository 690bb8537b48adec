import type { ServerResponse } from 'node:http'
import { type Body, lengthOf } from '../bytes/byteSource.ts'
import { writeBody } from '../bytes/write.ts'
import { isFault } from '../errors/fault.ts'
import { ERRORS, statusOf } from '../errors/registry.ts'
import { isStoreAway } from '../errors/storeAway.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'

/** What an answer is, before it is written. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Body
}

export function jsonReply(status: number, value: unknown): Reply {
  // Nothing of a subgraph may be kept on the way: it is about one person, at one moment.
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  }
}

/** What was thrown, as code, message and status; what is no fault is logged and tells nothing. */
export function describeFault(error: unknown, log: Log): { code: string; message: string; status: number } {
  if (isFault(error)) {
    const code = error.extensions['code'] as string
    return { code, message: error.message, status: statusOf(code) }
  }
  log.error({ error: describeError(error) }, 'a request failed')
  const code = isStoreAway(error) ? 'STORE_UNAVAILABLE' : 'INTERNAL_ERROR'
  return { code, ...ERRORS[code] }
}

/**
 * Writes the reply whole. `close` ends the connection after it: when stopping, or with a body left unread. Rejects when it
 * was begun and could not be read to its end.
 */
export async function send(response: ServerResponse, reply: Reply, close: boolean): Promise<void> {
  if (writeHead(response, reply, close)) await writeBody(response, reply.body)
}

/** Whether there is still somebody to answer. */
export function writeHead(response: ServerResponse, { status, headers, body }: Reply, close: boolean): boolean {
  if (response.destroyed || response.headersSent) return false
  response.writeHead(status, {
    ...headers,
    ...(status === 204 ? {} : { 'content-length': lengthOf(body) }),
    'x-content-type-options': 'nosniff',
    ...(close ? { connection: 'close' } : {}),
  })
  return true
}

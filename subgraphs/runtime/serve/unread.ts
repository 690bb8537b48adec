import type { ServerResponse } from 'node:http'
import type { Clock } from '../clock/clock.ts'
import { type Reply, writeHead } from './respond.ts'

/** For how long, in milliseconds, and how many bytes of a body that nobody reads are still taken in and thrown away. */
const LINGER_MS = 1_000
const LINGER_BYTES = 1_000_000

/** A reply that is in memory already. */
export type ShortReply = Reply & { readonly body: string | Uint8Array }

/**
 * Answers at once a request whose body is still to come, and ends its connection. Not before the client has stopped
 * sending, or a bound is reached: to a client in the middle of its body, a socket that is closed at once is a connection
 * that was reset, and the answer is lost with it (RFC 9112, section 9.6).
 */
export function sendUnread(response: ServerResponse, reply: ShortReply, clock: Clock): void {
  const { req: request } = response
  if (!writeHead(response, reply, true)) return
  response.flushHeaders()
  if (request.method !== 'HEAD' && reply.body.length > 0) response.write(reply.body)
  const over = new AbortController()
  let left = LINGER_BYTES
  const end = (): void => {
    if (over.signal.aborted) return
    over.abort()
    response.end()
  }
  clock.wait(LINGER_MS, over.signal).then(end, () => undefined)
  response.once('close', end)
  request
    .on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) end()
    })
    .once('end', end)
    // The client's leaving is the end of it, and nobody's failure.
    .on('error', end)
}

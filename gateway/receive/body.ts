import type { IncomingMessage } from 'node:http'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'

/**
 * The whole body. Rejects with `REQUEST_BODY_TOO_LARGE` as soon as it is known to exceed `limit` bytes: what still
 * comes is then thrown away unread, so that the client gets its answer and the connection can serve the next request.
 * Rejects with `REQUEST_CANCELLED` when the client leaves before the end.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0

    const onData = (chunk: Buffer): void => {
      size += chunk.length
      if (size > limit) refuse()
      else chunks.push(chunk)
    }
    const onEnd = (): void =>
      settle(() => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    const onClose = (): void => settle(() => reject(fault('REQUEST_CANCELLED')))
    const settle = (outcome: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose)
      outcome()
    }
    const refuse = (): void => {
      settle(() => reject(tooLarge(limit)))
      // Nobody listens any more; an error of the connection must not end the process.
      request.on('error', () => undefined).resume()
    }

    if (Number(request.headers['content-length'] ?? 0) > limit) refuse()
    else request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose)
  })
}

function tooLarge(limit: number): Error {
  return fault('REQUEST_BODY_TOO_LARGE', {
    message: `The body must have at most ${limit} bytes, but has more. Send less at once.`,
  })
}

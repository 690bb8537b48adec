import type { IncomingMessage, ServerResponse } from 'node:http'
import { fault } from '../errors/fault.ts'

/**
 * Reads the whole body; rejects with the fault `REQUEST_BODY_TOO_LARGE` as soon as it is known to be longer than `limit`
 * bytes. Until it is asked nothing is read, and nobody is told to send (`Expect: 100-continue`).
 */
export function bodyOf(
  request: IncomingMessage,
  response: Pick<ServerResponse, 'writeContinue'>,
): (limit: number) => Promise<Buffer> {
  return async (limit) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
    if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue()
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of chunksOf(request)) {
      length += chunk.length
      if (length > limit) throw tooLarge(limit)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks, length)
  }
}

async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    // Not destroyed on the way out: the answer to a body that is too large goes over the same socket.
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  } catch (error) {
    throw fault('REQUEST_CANCELLED', { cause: error })
  }
}

/** Throws the fault `REQUEST_MEDIA_TYPE_UNSUPPORTED` unless the body is JSON. */
export function requireJson(request: IncomingMessage): void {
  const type = request.headers['content-type']
  const [essence = ''] = (type ?? '').split(';')
  if (essence.trim().toLowerCase() === 'application/json') return
  throw fault('REQUEST_MEDIA_TYPE_UNSUPPORTED', {
    message: `The body must come as "Content-Type: application/json", but got: ${type ?? 'none'}.`,
  })
}

/** The JSON object in a body; throws the fault `REQUEST_MALFORMED_JSON`. */
export function parseJsonObject(body: Buffer): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    // What the parser says quotes the text that it stumbled over.
    throw fault('REQUEST_MALFORMED_JSON')
  }
  if (isRecord(value)) return value
  throw fault('REQUEST_MALFORMED_JSON')
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tooLarge(limit: number): Error {
  return fault('REQUEST_BODY_TOO_LARGE', { message: `The body must have at most ${limit} bytes. Send less at once.` })
}

import type { IncomingHttpHeaders } from 'node:http'
import { fault } from '../errors/fault.ts'
import { type Body, cut, lengthOf } from './byteSource.ts'
import { rangeOf } from './range.ts'

/** An answer before it is written; names of headers in lower case. */
export interface Whole<Value extends string | number> {
  readonly status: number
  readonly headers: Readonly<Record<string, Value>>
  readonly body: Body
}

/** What of a request says which part of an answer it asks for. */
export interface PartRequest {
  readonly method?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/**
 * The same answer, or the part of its bytes that a GET asks for: 206 with `Content-Range` (RFC 9110, section 15.3.7).
 * Only of what was found (200) and is no text. `If-Range` holds for a strong ETag that equals the answer's; anything
 * else is answered with the whole. Throws the fault `RANGE_NOT_SATISFIABLE` where nothing of the part is there.
 */
export function inPart<Value extends string | number>(
  whole: Whole<Value>,
  { method, headers: { range, 'if-range': ifRange } }: PartRequest,
): Whole<Value | string> {
  const { status, headers, body } = whole
  if (status !== 200 || typeof body === 'string') return whole
  const offered = { status, headers: { ...headers, 'accept-ranges': 'bytes' }, body }
  const size = lengthOf(body)
  // Ranges are defined for GET alone (section 14.2): a HEAD says what the whole is.
  const isAsked = method === 'GET' && isStillThis(headers['etag'], ifRange)
  const part = isAsked ? rangeOf(range, size) : null
  if (part === null) return offered
  if (part === 'OUTSIDE') throw outside(size)
  const { first, last } = part
  const contentRange = `bytes ${first}-${last}/${size}`
  return { status: 206, headers: { ...offered.headers, 'content-range': contentRange }, body: cut(body, first, last) }
}

/** Section 13.1.5: compared strongly. A date is no proof that nothing changed within its second. */
function isStillThis(etag: string | number | undefined, ifRange: string | string[] | undefined): boolean {
  if (ifRange === undefined) return true
  return typeof ifRange === 'string' && ifRange === etag && !ifRange.startsWith('W/')
}

function outside(size: number): Error {
  return fault('RANGE_NOT_SATISFIABLE', {
    message: `The part that is asked for must begin before the end, but there are ${size} bytes. Ask for less.`,
    headers: { 'content-range': `bytes */${size}` },
  })
}

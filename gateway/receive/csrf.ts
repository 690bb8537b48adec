import type { IncomingHttpHeaders } from 'node:http'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'

/**
 * One of these, not empty, makes a browser ask first (a preflight) before it sends a GET; Apollo's clients know them.
 */
export const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'] as const

/** What a form or an image can send from any page without asking first. */
const SIMPLE_CONTENT_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/**
 * The rule of Apollo Server against cross-site request forgery: a browser must have asked by a preflight before it sent
 * this. A POST always has, for its type is JSON; a GET needs one of `PREFLIGHT_HEADERS`. Throws `CSRF_PREVENTED`.
 */
export function preventCsrf(headers: IncomingHttpHeaders): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const asked = type !== undefined && !SIMPLE_CONTENT_TYPES.includes(type)
  if (asked || PREFLIGHT_HEADERS.some((name) => (headers[name] ?? '') !== '')) return
  throw fault('CSRF_PREVENTED', {
    message:
      'A GET of an operation must bring a non-empty header "Apollo-Require-Preflight", so that no foreign page can ' +
      'send it unasked. Add the header, or send the operation by POST as JSON.',
  })
}

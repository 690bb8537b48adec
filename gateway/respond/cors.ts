import type { IncomingMessage } from 'node:http'
import type { Policies } from '../admit/policies.ts'
import { PREFLIGHT_HEADERS } from '../receive/csrf.ts'
import type { Answer } from './answer.ts'

const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'range',
  'if-range',
  'concord-consent-notes',
  ...PREFLIGHT_HEADERS,
].join(', ')

/** What a page may read of an answer beside what every page may: which part of a film it is, too. */
const EXPOSED_HEADERS = 'x-request-id, accept-ranges, content-range'

/**
 * What lets a page of another origin read the answer (the Fetch standard, "CORS protocol"): only an origin that the
 * operator named for this very client. Cookies are nothing to us, so credentials are never allowed.
 */
export function corsHeaders(
  policies: Policies,
  origin: string | undefined,
  client: string | null | undefined,
): Readonly<Record<string, string>> {
  if (origin === undefined || !policies.allowsOrigin(origin, client)) return { vary: 'origin' }
  return { vary: 'origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED_HEADERS }
}

/** The answer to a preflight, or null when this is none. It carries no token yet: any client's origins may ask. */
export function preflight(policies: Policies, { method, headers }: IncomingMessage): Answer | null {
  const { origin } = headers
  if (method !== 'OPTIONS' || origin === undefined || headers['access-control-request-method'] === undefined)
    return null
  const allowed = policies.allowsOrigin(origin)
  return {
    status: 204,
    headers: allowed
      ? {
          'access-control-allow-methods': 'GET, POST, PUT',
          'access-control-allow-headers': ALLOWED_HEADERS,
          'access-control-max-age': '600',
        }
      : {},
    body: '',
  }
}

import type { IncomingMessage } from 'node:http'
import type { Reply } from './respond.ts'

/**
 * What lets a page of another origin use the subgraphs' routes and read their answers (the Fetch standard, "CORS
 * protocol"). A URL carries its own permission there, so that no credentials are needed; GraphQL and internal calls are
 * for no browser.
 */
export function corsHeaders(
  origins: readonly string[],
  { headers }: IncomingMessage,
): Readonly<Record<string, string>> {
  const { origin } = headers
  if (origin === undefined || !origins.includes(origin)) return { vary: 'origin' }
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'accept-ranges, content-range',
  }
}

/** Whether a browser asks whether it may ask. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
}

/** Without `Access-Control-Allow-Origin`, which `corsHeaders` adds for those who may, it allows nobody anything. */
export const PREFLIGHT: Reply = {
  status: 204,
  headers: {
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'content-type, range, if-range',
    'access-control-max-age': '600',
  },
  body: '',
}

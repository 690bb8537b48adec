import type { JWK } from 'jose'
import type { IdentityOptions } from '../options.ts'
import { jsonAnswer } from '../respond/answer.ts'
import type { GatewayRoute } from '../respond/routes.ts'

/** What a public Ed25519 key consists of (RFC 8037, section 2); whatever else stands in the set stays here. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'kid', 'alg', 'use'] as const

/** Where the keys of access tokens are, then those of receipts and heads of ledgers. */
export const JWKS_PATH = '/.well-known/jwks.json'

/**
 * Where the keys of calls to partners are: apart, so that whoever may sign tokens cannot call a partner in the gateway's
 * name, whatever library the partner checks it with.
 */
export const CALLS_JWKS_PATH = '/.well-known/calls/jwks.json'

/** Two sets of public keys (RFC 7517, section 5). */
export function jwksRoutes({ keys, others = [], calls = [] }: IdentityOptions['jwks']): readonly GatewayRoute[] {
  return [jwksRoute(JWKS_PATH, [...keys, ...others]), jwksRoute(CALLS_JWKS_PATH, calls)]
}

function jwksRoute(path: string, keys: readonly JWK[]): GatewayRoute {
  const published = keys.map((key) =>
    Object.fromEntries(PUBLIC_MEMBERS.flatMap((member) => (key[member] === undefined ? [] : [[member, key[member]]]))),
  )
  return {
    method: 'GET',
    path,
    handle: () => jsonAnswer(200, { keys: published }, { 'cache-control': 'public, max-age=300' }),
  }
}

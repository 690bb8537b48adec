import type { IdentityOptions } from '../options.ts'
import { jsonAnswer } from '../respond/answer.ts'
import type { GatewayRoute } from '../respond/routes.ts'

/** What a public Ed25519 key consists of (RFC 8037, section 2); whatever else stands in the set stays here. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'kid', 'alg', 'use'] as const

/** `GET /.well-known/jwks.json`: the public keys of access tokens, then those of receipts (RFC 7517, section 5). */
export function jwksRoute({ keys, others = [] }: IdentityOptions['jwks']): GatewayRoute {
  const published = [...keys, ...others].map((key) =>
    Object.fromEntries(PUBLIC_MEMBERS.flatMap((member) => (key[member] === undefined ? [] : [[member, key[member]]]))),
  )
  return {
    method: 'GET',
    path: '/.well-known/jwks.json',
    handle: () => jsonAnswer(200, { keys: published }, { 'cache-control': 'public, max-age=300' }),
  }
}

import { importJWK, type JWK, SignJWT } from 'jose'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { ProvedProfile } from '../../subgraphs/runtime/identity/identity.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { AUDIENCE } from './claims.ts'

/** Access tokens live ten minutes. */
export const TOKEN_SECONDS = 600

export interface TokenRequest {
  /** An app, `ACCOUNTS`, or a partner's name. */
  readonly client: string
  /** Sealed ids of profiles, `authTime` in seconds since the epoch. */
  readonly profiles: readonly ProvedProfile[]
  /** Default: none. */
  readonly scopes?: readonly string[]
  /** How long the token lives, in seconds. Default: `TOKEN_SECONDS`. */
  readonly seconds?: number
}

export interface TokenIssuer {
  /** The private Ed25519 key, as a JWK with `kid`. */
  readonly key: JWK
  /** `iss`, the same as `IdentityOptions.issuer`. */
  readonly issuer: string
  readonly clock: Clock
  readonly random: Random
}

/**
 * A signed access token. The profile that signed in first comes first; where two signed in at once, the messenger's.
 * What it says is not checked here: `concord token` must be able to make wrong ones.
 */
export async function issueToken({ key, issuer, clock, random }: TokenIssuer, request: TokenRequest): Promise<string> {
  const now = Math.floor(clock.wall() / 1000)
  const profiles = request.profiles
    .toSorted((a, b) => a.authTime - b.authTime || Number(b.app === 'MESSENGER') - Number(a.app === 'MESSENGER'))
    .map(({ app, id, authTime }) => ({ app, id, auth_time: authTime }))
  return new SignJWT({ client: request.client, profiles, scopes: [...(request.scopes ?? [])] })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + (request.seconds ?? TOKEN_SECONDS))
    .setJti(random.id())
    .sign(await importJWK(key, 'EdDSA'))
}

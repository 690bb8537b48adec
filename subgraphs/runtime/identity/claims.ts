import { z } from 'zod'
import { APPS, type CallIdentity, type ProvedProfile } from './identity.ts'

/** The longest time between `iat` and `exp`, in seconds. */
export const LONGEST_LIFETIME_S = 60

/** What the signed header says about one call. Times are seconds since the epoch, with fractions (RFC 7519). */
export interface CallClaims extends CallIdentity {
  /** The subgraph it is for. */
  readonly aud: string
  readonly iat: number
  readonly exp: number
  /** Unique to the call. */
  readonly jti: string
  /** SHA-256 of the exact bytes of the body, base64url. */
  readonly body: string
  /** Internal calls only: the service that calls. */
  readonly caller?: string
  /** Internal calls only: the operation's name. */
  readonly operation?: string
}

const provedProfile: z.ZodType<ProvedProfile> = z.object({
  app: z.enum(APPS),
  id: z.string(),
  authTime: z.number(),
})

// Unknown claims are ignored: a newer gateway may say more than an older subgraph understands.
const callClaims = z.object({
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().min(16).max(64),
  body: z.string(),
  timeoutMs: z.number().positive(),
  caller: z.string().exactOptional(),
  operation: z.string().exactOptional(),
  viewer: z.string().exactOptional(),
  authTime: z.number().exactOptional(),
  client: z.string().exactOptional(),
  profiles: z.array(provedProfile).exactOptional(),
  gpc: z.boolean().exactOptional(),
})

/** The claims of this JSON text, or null when it does not hold them. */
export function parseClaims(text: string): CallClaims | null {
  try {
    return callClaims.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** What of the claims a subgraph is told. */
export function identityOf(claims: CallClaims): CallIdentity {
  const { viewer, authTime, client, profiles, gpc, timeoutMs } = claims
  return {
    timeoutMs,
    ...(viewer !== undefined && { viewer }),
    ...(authTime !== undefined && { authTime }),
    ...(client !== undefined && { client }),
    ...(profiles !== undefined && { profiles }),
    ...(gpc !== undefined && { gpc }),
  }
}

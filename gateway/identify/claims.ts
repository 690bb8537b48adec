import { z } from 'zod'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { personTypeOf } from '../../subgraphs/runtime/identity/personTypes.ts'
import { readType } from '../../subgraphs/runtime/ids/readType.ts'
import { NOBODY, type Caller } from './caller.ts'

/** `aud` of every access token. */
export const AUDIENCE = 'concord'

/** The client of the accounts center: the one that may hold profiles of several apps. */
export const ACCOUNTS = 'ACCOUNTS'

/** How far the issuer's clock may be ahead of ours, in seconds. An expired token is expired, though. */
const SKEW_SECONDS = 60

const seconds = z.int().nonnegative()

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.literal(AUDIENCE),
  exp: seconds,
  iat: seconds,
  jti: z.string().min(1),
  client: z.string().min(1),
  profiles: z.array(z.strictObject({ app: z.enum(APPS), id: z.string(), auth_time: seconds })),
  scopes: z.array(z.string()),
})

type Claims = z.infer<typeof claimsSchema>

/** Claims whose signature, issuer, audience and expiry were checked; read further, or why they do not hold. */
export type ReadClaims =
  | { readonly ok: true; readonly caller: Caller; readonly expires: number }
  | { readonly ok: false; readonly why: string }

/** Reads the claims of an access token (identity.md, "Tokens"). `now` in seconds since the epoch. */
export function readClaims(payload: unknown, partners: readonly string[], now: number): ReadClaims {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success) return { ok: false, why: `its claims must be complete: ${firstIssue(parsed.error)}` }
  const claims = parsed.data
  const why = aboutProfiles(claims, partners) ?? aboutTime(claims, now)
  if (why !== null) return { ok: false, why }
  const profiles = claims.profiles.map(({ app, id, auth_time: authTime }) => ({ app, id, authTime }))
  return {
    ok: true,
    caller: { ...NOBODY, client: claims.client, profiles, scopes: claims.scopes },
    expires: claims.exp,
  }
}

function aboutProfiles({ client, profiles }: Claims, partners: readonly string[]): string | null {
  const apps = profiles.map((profile) => profile.app)
  if (new Set(apps).size < apps.length) return 'it must have at most one profile of each app'
  if (profiles.some(({ app, id }) => readType(id) !== personTypeOf(app))) return 'its profile ids must be of their apps'
  if (client === ACCOUNTS) return profiles.length > 0 ? null : 'an ACCOUNTS token must have a profile'
  if (isApp(client)) {
    return apps.length === 1 && apps[0] === client ? null : `a ${client} token must have one profile, of ${client}`
  }
  return partners.includes(client) ? null : 'its client must be known here'
}

function aboutTime({ iat, profiles }: Claims, now: number): string | null {
  if (iat > now + SKEW_SECONDS) return 'it must not be issued in the future'
  if (profiles.some((profile) => profile.auth_time > now + SKEW_SECONDS)) return 'no sign-in may be in the future'
  return null
}

function isApp(client: string): boolean {
  return (APPS as readonly string[]).includes(client)
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? 'unreadable' : `${issue.path.join('.')} (${issue.message})`
}

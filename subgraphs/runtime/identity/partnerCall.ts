import { createPrivateKey, sign } from 'node:crypto'
import { compactVerify, errors, type JWK } from 'jose'
import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import type { Random } from '../random/random.ts'
import { type AdmissionOptions, createAdmission, digestOf, type OpenedCall } from './admission.ts'
import { type CallClaims, LONGEST_LIFETIME_S, parseClaims } from './claims.ts'
import type { GatewayKeys } from './gatewayKeys.ts'
import type { HeaderSigner } from './header.ts'

/*
 * The header of a call to a partner: a compact JWS (RFC 7515) with EdDSA, so that whoever checks it can sign nothing.
 * What a partner in any language has to know of it is in PARTNERS.md.
 */

/** `typ` of such a header (RFC 8725, section 3.11): nothing else that is signed here passes for one. */
export const PARTNER_CALL = 'concord-call+jwt'

const ALGORITHM = 'EdDSA'

export interface PartnerSignerOptions {
  /** The partner's subgraph. */
  readonly audience: string
  /** The private Ed25519 key, as a JWK with `kid` (`partnerCallKeys`). */
  readonly key: JWK
  /** `iss`: the installation that calls. */
  readonly issuer: string
  readonly clock: Clock
  readonly random: Random
}

/** Makes a header for each call to one partner; a retry needs a new one. */
export function createPartnerSigner(options: PartnerSignerOptions): HeaderSigner {
  const { audience, key, issuer, clock, random } = options
  const { kty = '', crv = '', x = '', d = '', kid } = key
  const privateKey = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })
  const head = encoded({ alg: ALGORITHM, typ: PARTNER_CALL, kid })

  return (body, subject, named) => {
    // Whole seconds: not every library takes others.
    const iat = Math.floor(clock.wall() / 1000)
    // As long as somebody waits for the answer, five seconds for clocks that differ, and one for rounding.
    const exp = iat + Math.min(LONGEST_LIFETIME_S, Math.ceil(subject.timeoutMs / 1000) + 6)
    const jti = random.id()
    named?.(jti)
    const claims = { iss: issuer, ...subject, aud: audience, iat, exp, jti, body: digestOf(body) }
    const signed = `${head}.${encoded(claims)}`
    return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
  }
}

export interface PartnerVerifierOptions extends AdmissionOptions {
  readonly keys: GatewayKeys
}

/** As `HeaderVerifier`, by a key that may have to be fetched; rejects with the same faults. */
export type PartnerVerifier = (header: string | undefined) => Promise<OpenedCall>

export function createPartnerVerifier(options: PartnerVerifierOptions): PartnerVerifier {
  const open = createAdmission(options)
  return async (header) => {
    if (header === undefined || header === '') throw fault('CALL_NOT_SIGNED')
    return open(await provedClaims(header, options.keys))
  }
}

async function provedClaims(header: string, keys: GatewayKeys): Promise<CallClaims> {
  const { payload, protectedHeader } = await checked(header, keys)
  const claims = protectedHeader.typ === PARTNER_CALL ? parseClaims(Buffer.from(payload).toString('utf8')) : null
  if (claims !== null) return claims
  throw fault('CALL_SIGNATURE_INVALID', {
    message: `The header "concord-call" must have the type ${PARTNER_CALL} and its claims.`,
  })
}

async function checked(header: string, keys: GatewayKeys): ReturnType<typeof compactVerify> {
  try {
    const keyOf = async ({ kid }: { readonly kid?: string }) => {
      const key = kid === undefined ? null : await keys.keyOf(kid)
      if (key === null) throw unproved()
      return key
    }
    return await compactVerify(header, keyOf, { algorithms: [ALGORITHM] })
  } catch (cause) {
    throw cause instanceof errors.JOSEError ? unproved(cause) : cause
  }
}

function unproved(cause?: unknown): Error {
  const message = 'The header "concord-call" must be a JWS (EdDSA) by a key that the gateway publishes for calls.'
  return fault('CALL_SIGNATURE_INVALID', { message, cause })
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url')
}

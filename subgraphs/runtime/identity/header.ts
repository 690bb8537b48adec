import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import type { Random } from '../random/random.ts'
import { type AdmissionOptions, createAdmission, digestOf, type OpenedCall } from './admission.ts'
import { type CallClaims, LONGEST_LIFETIME_S, parseClaims } from './claims.ts'
import type { CallIdentity } from './identity.ts'

/** The name of the header, as Node writes header names. */
export const CALL_HEADER = 'concord-call'

/** At least 32 bytes for HMAC-SHA-256 between our own processes; partners are called as `partnerCall.ts` says. */
export type CallKey = Uint8Array

const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/

/** `base64url(claims as JSON).base64url(signature)`. */
export function signHeader(claims: CallClaims, key: CallKey): string {
  const payload = Buffer.from(JSON.stringify(claims), 'utf8').toString('base64url')
  return `${payload}.${signatureOf(payload, key).toString('base64url')}`
}

export interface HeaderSignerOptions {
  /** The subgraph that is called. */
  readonly audience: string
  readonly key: CallKey
  readonly clock: Clock
  readonly random: Random
}

/** What one call is about: who asks, or which service calls which internal operation. */
export type CallSubject = CallIdentity & { readonly caller?: string; readonly operation?: string }

/**
 * Makes a header for each call to one subgraph; a retry needs a new one. `body`: the exact bytes that are sent. `named`:
 * told the call's number (`jti`), which names it in the logs of both sides.
 */
export type HeaderSigner = (body: Uint8Array | string, subject: CallSubject, named?: (callId: string) => void) => string

export function createHeaderSigner({ audience, key, clock, random }: HeaderSignerOptions): HeaderSigner {
  refuseWeakKey(key)
  return (body, subject, named) => {
    const iat = clock.wall() / 1000
    // As long as somebody waits for the answer, and five seconds for clocks that differ.
    const exp = iat + Math.min(LONGEST_LIFETIME_S, subject.timeoutMs / 1000 + 5)
    const jti = random.id()
    named?.(jti)
    return signHeader({ ...subject, aud: audience, iat, exp, jti, body: digestOf(body) }, key)
  }
}

export interface HeaderVerifierOptions extends AdmissionOptions {
  /** Several while keys are rotated: a signature of any of them counts. */
  readonly key: CallKey | readonly CallKey[]
}

/**
 * Checks a header by itself, before a byte of the body is read; throws the faults `CALL_NOT_SIGNED`,
 * `CALL_SIGNATURE_INVALID`, `CALL_WRONG_AUDIENCE`, `CALL_EXPIRED` and `CALL_REPLAYED`.
 */
export type HeaderVerifier = (header: string | undefined) => OpenedCall

export function createHeaderVerifier(options: HeaderVerifierOptions): HeaderVerifier {
  const keys = (Array.isArray(options.key) ? options.key : [options.key]) as readonly CallKey[]
  keys.forEach(refuseWeakKey)
  const open = createAdmission(options)
  return (header) => {
    if (header === undefined || header === '') throw fault('CALL_NOT_SIGNED')
    return open(openHeader(header, keys))
  }
}

/** What a header claims, unproved: only for choosing the key that proves it. Null when it is malformed. */
export function peekClaims(header: string): CallClaims | null {
  const [, payload = ''] = COMPACT.exec(header) ?? []
  return parseClaims(Buffer.from(payload, 'base64url').toString('utf8'))
}

function openHeader(header: string, keys: readonly CallKey[]): CallClaims {
  const [, payload = '', mac = ''] = COMPACT.exec(header) ?? []
  const signature = Buffer.from(mac, 'base64url')
  if (!keys.some((key) => isSignatureOf(payload, signature, key))) throw fault('CALL_SIGNATURE_INVALID')
  const claims = parseClaims(Buffer.from(payload, 'base64url').toString('utf8'))
  if (claims === null) {
    throw fault('CALL_SIGNATURE_INVALID', { message: 'The header "concord-call" must hold the claims of identity.md.' })
  }
  return claims
}

function refuseWeakKey(key: CallKey): void {
  if (key.length >= 32) return
  throw new RangeError(`The key of a call must have at least 32 bytes, but got: ${key.length}.`)
}

function signatureOf(payload: string, key: CallKey): Buffer {
  return createHmac('sha256', key).update(payload).digest()
}

function isSignatureOf(payload: string, signature: Buffer, key: CallKey): boolean {
  const expected = signatureOf(payload, key)
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

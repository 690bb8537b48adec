import { createHmac, hash, type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import type { Random } from '../random/random.ts'
import { type CallClaims, LONGEST_LIFETIME_S, parseClaims } from './claims.ts'
import type { CallIdentity } from './identity.ts'
import { createReplayMemory } from './replayMemory.ts'

/** The name of the header, as Node writes header names. */
export const CALL_HEADER = 'concord-call'

/**
 * Bytes for HMAC-SHA-256 between our own processes, or an Ed25519 key (private to sign, public to check) for partners.
 * The key alone decides the algorithm: nothing in a header can choose it.
 */
export type CallKey = Uint8Array | KeyObject

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

/** Makes a header for each call to one subgraph; a retry needs a new one. `body`: the exact bytes that are sent. */
export type HeaderSigner = (body: Uint8Array | string, subject: CallSubject) => string

export function createHeaderSigner({ audience, key, clock, random }: HeaderSignerOptions): HeaderSigner {
  refuseWeakKey(key)
  return (body, subject) => {
    const iat = clock.wall() / 1000
    // As long as somebody waits for the answer, and five seconds for clocks that differ.
    const exp = iat + Math.min(LONGEST_LIFETIME_S, subject.timeoutMs / 1000 + 5)
    return signHeader({ ...subject, aud: audience, iat, exp, jti: random.id(), body: digestOf(body) }, key)
  }
}

export interface HeaderVerifierOptions {
  /** The subgraph's own name. */
  readonly audience: string
  /** Several while keys are rotated: a signature of any of them counts. */
  readonly key: CallKey | readonly CallKey[]
  readonly clock: Clock
  /** How far a header may come from the future, in milliseconds, because clocks differ. Default: 5,000. */
  readonly futureToleranceMs?: number
  /**
   * Told when each header was made (milliseconds since the epoch) that is let in, or refused only for coming from the
   * future: what shows whether clocks agree. Not told of what somebody sends again. Default: nobody.
   */
  readonly saw?: ((issuedAt: number) => void) | undefined
}

/**
 * Checks a header by itself, before a byte of the body is read; throws the faults `CALL_NOT_SIGNED`,
 * `CALL_SIGNATURE_INVALID`, `CALL_WRONG_AUDIENCE`, `CALL_EXPIRED` and `CALL_REPLAYED`.
 */
export type HeaderVerifier = (header: string | undefined) => OpenedCall

/** A call whose header holds; whether it came with the body that was signed is not known yet. */
export interface OpenedCall {
  readonly claims: CallClaims
  /**
   * Lets the call in, once: throws the faults `CALL_EXPIRED` (while its body came), `CALL_BODY_MISMATCH` and
   * `CALL_REPLAYED`. Headers are remembered per process, until they have expired.
   */
  admit(body: Uint8Array): CallClaims
}

export function createHeaderVerifier(options: HeaderVerifierOptions): HeaderVerifier {
  const { audience, clock, futureToleranceMs = 5000 } = options
  const keys = (Array.isArray(options.key) ? options.key : [options.key]) as readonly CallKey[]
  keys.forEach(refuseWeakKey)
  const replays = createReplayMemory()

  return (header) => {
    if (header === undefined || header === '') throw fault('CALL_NOT_SIGNED')
    const claims = openHeader(header, keys)
    if (claims.aud !== audience) throw fault('CALL_WRONG_AUDIENCE')
    const now = clock.wall() / 1000
    if (claims.iat > now + futureToleranceMs / 1000) options.saw?.(claims.iat * 1000)
    checkTimes(claims, now, futureToleranceMs / 1000)
    if (replays.has(claims.jti, claims.exp)) throw fault('CALL_REPLAYED')
    return { claims, admit: (body) => admit(claims, body) }
  }

  function admit(claims: CallClaims, body: Uint8Array): CallClaims {
    // Again, since the body took its time: the memory for replays forgets what has expired.
    const now = clock.wall() / 1000
    if (!(claims.exp > now)) throw fault('CALL_EXPIRED')
    if (!sameText(claims.body, digestOf(body))) throw fault('CALL_BODY_MISMATCH')
    // Used up only here: whoever caught a header, and has not its body, cannot spend it for its owner. Of two that bring
    // the right body at once, the second is refused.
    if (!replays.admit(claims.jti, claims.exp, now)) throw fault('CALL_REPLAYED')
    options.saw?.(claims.iat * 1000)
    return claims
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

function checkTimes({ iat, exp }: CallClaims, now: number, tolerance: number): void {
  // A millisecond more: seconds with fractions do not subtract exactly.
  if (exp - iat > LONGEST_LIFETIME_S + 0.001) {
    throw fault('CALL_EXPIRED', {
      message: `The header "concord-call" must live at most ${LONGEST_LIFETIME_S} seconds, but got: ${exp - iat}.`,
    })
  }
  if (iat > now + tolerance) {
    throw fault('CALL_EXPIRED', { message: 'The header "concord-call" comes from the future. Compare the clocks.' })
  }
  if (!(exp > now)) throw fault('CALL_EXPIRED')
}

function refuseWeakKey(key: CallKey): void {
  if (!(key instanceof Uint8Array) || key.length >= 32) return
  throw new RangeError(`The key of a call must have at least 32 bytes, but got: ${key.length}.`)
}

function signatureOf(payload: string, key: CallKey): Buffer {
  if (key instanceof Uint8Array) return createHmac('sha256', key).update(payload).digest()
  return sign(null, Buffer.from(payload), key)
}

function isSignatureOf(payload: string, signature: Buffer, key: CallKey): boolean {
  if (!(key instanceof Uint8Array)) return verify(null, Buffer.from(payload), key, signature)
  const expected = signatureOf(payload, key)
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

function digestOf(body: Uint8Array | string): string {
  return hash('sha256', body, 'base64url')
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

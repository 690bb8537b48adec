import { hash, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import { type CallClaims, LONGEST_LIFETIME_S } from './claims.ts'
import { createReplayMemory } from './replayMemory.ts'

export interface AdmissionOptions {
  /** The subgraph's own name. */
  readonly audience: string
  readonly clock: Clock
  /** How far a header may come from the future, in milliseconds, because clocks differ. Default: 5,000. */
  readonly futureToleranceMs?: number
  /**
   * Told when each header was made (milliseconds since the epoch) that is let in, or refused only for coming from the
   * future: what shows whether clocks agree. Not told of what somebody sends again. Default: nobody.
   */
  readonly saw?: ((issuedAt: number) => void) | undefined
}

/** A call whose header holds; whether it came with the body that was signed is not known yet. */
export interface OpenedCall {
  readonly claims: CallClaims
  /**
   * Lets the call in, once: throws the faults `CALL_EXPIRED` (while its body came), `CALL_BODY_MISMATCH` and
   * `CALL_REPLAYED`. Headers are remembered per process, until they have expired.
   */
  admit(body: Uint8Array): CallClaims
}

/**
 * Opens a call by claims whose signature holds; throws the faults `CALL_WRONG_AUDIENCE`, `CALL_EXPIRED` and
 * `CALL_REPLAYED`.
 */
export type Admission = (claims: CallClaims) => OpenedCall

/** What every signed header has to hold, whoever signed it and how. */
export function createAdmission({ audience, clock, futureToleranceMs = 5000, saw }: AdmissionOptions): Admission {
  const replays = createReplayMemory()

  return (claims) => {
    if (claims.aud !== audience) throw fault('CALL_WRONG_AUDIENCE')
    const now = clock.wall() / 1000
    if (claims.iat > now + futureToleranceMs / 1000) saw?.(claims.iat * 1000)
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
    saw?.(claims.iat * 1000)
    return claims
  }
}

/** SHA-256 of the exact bytes of a body, base64url. */
export function digestOf(body: Uint8Array | string): string {
  return hash('sha256', body, 'base64url')
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

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'
import { DELTA, L } from './constants.ts'

/**
 * Whether what expires at `exp` may be used at `now` (consent.md, section 2): it has not expired, and it does not claim
 * to live longer than any grant can. Both in milliseconds since the epoch.
 */
export function isAcceptable(exp: number, now: number): boolean {
  return now <= exp && exp <= now + L + DELTA
}

/** The same for a `validUntil` as it travels; whatever is no point in time is refused. */
export function isValidUntil(validUntil: unknown, now: number): boolean {
  return typeof validUntil === 'string' && ISO.test(validUntil) && isAcceptable(Date.parse(validUntil), now)
}

/** One test of whether a grant or a value is of now. Times in milliseconds since the epoch. */
export interface AcceptanceTest {
  /** What was tried: a grant by its source, values by a recipient or the gateway, or a story from another app. */
  readonly of: 'grant' | 'values' | 'story'
  readonly exp: number
  /** The time that the test read, and so the time that counts: what happens between it and its outcome does not. */
  readonly now: number
  readonly accepted: boolean
}

/** Hears of every test when it is done: whoever has to show that nothing is accepted after a withdrawal. */
export type AcceptanceObserver = (test: AcceptanceTest) => void

/** The test of a `validUntil` as it travels, by this clock; where there is none, nothing was tried. */
export function createValuesTest(
  clock: Clock,
  onAcceptance: AcceptanceObserver | undefined,
): (validUntil: unknown) => boolean {
  const time = acceptanceTime(clock)
  return (validUntil) => {
    const now = time()
    const accepted = isValidUntil(validUntil, now)
    if (onAcceptance && typeof validUntil === 'string')
      onAcceptance({ of: 'values', exp: Date.parse(validUntil), now, accepted })
    return accepted
  }
}

/** The test of when the decision ends that a story from another app rests on, by this clock. */
export function createStoryTest(
  clock: Clock,
  onAcceptance: AcceptanceObserver | undefined,
): (validUntil: Millis) => boolean {
  const time = acceptanceTime(clock)
  return (exp) => {
    const now = time()
    const accepted = isAcceptable(exp, now)
    if (onAcceptance) onAcceptance({ of: 'story', exp, now, accepted })
    return accepted
  }
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/

/** One beginning for all who ask one clock: a clock set back later must not become somebody's beginning. */
const beginnings = new WeakMap<Clock, number>()

/**
 * The time by which grants and values are accepted: the later of the wall clock and the wall clock at the start plus
 * the monotonic time since. A wall clock that is set back revives nothing.
 */
export function acceptanceTime(clock: Clock): () => number {
  const known = beginnings.get(clock)
  const beginning = known ?? clock.wall() - clock.monotonic()
  if (known === undefined) beginnings.set(clock, beginning)
  return () => Math.max(clock.wall(), beginning + clock.monotonic())
}

import { DAY_MS, type Millis } from '../clock/millis.ts'
import type { Equality } from '../../storage/port.ts'

/** A day (UTC), as the number of days since the Unix epoch. */
export type Day = number

/** Over how many days a figure counts: its own day is the last of them. */
export const COUNTED_DAYS = 30

/** All that is kept of when somebody was active: enough to count them on any day, and nothing of what they did. */
export interface LatelyActive {
  /** The last day on which they acted. */
  readonly day: Day
  /** Whether they had acted on one of the 30 days before it as well: then the figure of the day before counts them. */
  readonly alsoBefore: boolean
}

export function dayOf(time: Millis): Day {
  return Math.floor(time / DAY_MS)
}

/**
 * What is known after somebody acted on this day; the same object when it was known already. The order in which days come
 * does not matter: late workers and clocks that differ end at the same.
 */
export function actedOn(known: LatelyActive | null, day: Day): LatelyActive {
  if (known === null) return { day, alsoBefore: false }
  if (day === known.day) return known
  const isNear = Math.abs(day - known.day) <= COUNTED_DAYS
  if (day > known.day) return { day, alsoBefore: isNear }
  return isNear && !known.alsoBefore ? { day: known.day, alsoBefore: true } : known
}

/**
 * Which of these count in the figure of a day, as equalities of an index, each person under one of them at the most:
 * those who acted last in its 30 days, and those who acted again on the day after it. Whoever acts on the day after
 * passes from one to the other, so that nothing that happens then changes the figure.
 */
export function countedOn(day: Day): readonly (Equality & LatelyActive)[] {
  const days = Array.from({ length: COUNTED_DAYS }, (_, ago) => day - ago)
  const last = days.flatMap((each) => [
    { day: each, alsoBefore: false },
    { day: each, alsoBefore: true },
  ])
  return [...last, { day: day + 1, alsoBefore: true }]
}

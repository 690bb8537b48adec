import type { Millis } from '../../runtime/clock/millis.ts'

const DAY = 24 * 60 * 60 * 1000

/** Of how many days, today included, activity is counted. */
export const COUNTED_DAYS = 30

/** When the first of the counted days (UTC) begins. */
export function countedSince(now: Millis): Millis {
  return (dayOf(now) - COUNTED_DAYS + 1) * DAY
}

/** Until when something that was done counts, and must not be forgotten: a day more than it takes. */
export function countedUntil(done: Millis): Millis {
  return done + (COUNTED_DAYS + 1) * DAY
}

/** On how many of the counted days something happened: 0 to 30, and nothing of which days those were. */
export function activeDays(times: readonly Millis[], now: Millis): number {
  const since = countedSince(now)
  return new Set(times.filter((time) => time >= since && time <= now).map(dayOf)).size
}

function dayOf(time: Millis): number {
  return Math.floor(time / DAY)
}

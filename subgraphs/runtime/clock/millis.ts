/** Milliseconds since the Unix epoch: how times are stored. */
export type Millis = number

export const HOUR_MS = 60 * 60 * 1000

/** A day of UTC. */
export const DAY_MS = 24 * 60 * 60 * 1000

/** A stored time as the scalar `DateTime` wants it. */
export function iso(time: Millis): string {
  return new Date(time).toISOString()
}

/** Milliseconds since the Unix epoch: how times are stored. */
export type Millis = number

/** A stored time as the scalar `DateTime` wants it. */
export function iso(time: Millis): string {
  return new Date(time).toISOString()
}

import type { Millis } from '../rows.ts'

/** A stored time as the scalar `DateTime` wants it. */
export function iso(time: Millis): string {
  return new Date(time).toISOString()
}

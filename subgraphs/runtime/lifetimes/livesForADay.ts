import { DAY_MS, type Millis } from '../clock/millis.ts'

// Statuses and stories live equally long in every app, so that one that is shared elsewhere ends there with the original.

export function expiryOf(postedAt: Millis): Millis {
  return postedAt + DAY_MS
}

/** Served up to the last millisecond before it expires, and to nobody from then on, its author included. */
export function isLive({ expiresAt }: { readonly expiresAt: Millis }, now: Millis): boolean {
  return now < expiresAt
}

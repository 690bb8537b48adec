import { DAY_MS, type Millis } from '../clock/millis.ts'

// Statuses and stories live equally long in every app, so that one that is shared elsewhere ends there with the original.

export function expiryOf(postedAt: Millis): Millis {
  return postedAt + DAY_MS
}

/** The times of what is posted now. */
export function lifeFrom(now: Millis): {
  readonly postedAt: Millis
  readonly expiresAt: Millis
  readonly keptUntil: Millis
} {
  const expiresAt = expiryOf(now)
  // A day longer than it is seen: a wall clock that was put right must not find it gone, nor a late retry of the posting
  // one that was deleted.
  return { postedAt: now, expiresAt, keptUntil: expiresAt + DAY_MS }
}

/** Served up to the last millisecond before it expires, and to nobody from then on, its author included. */
export function isLive({ expiresAt }: { readonly expiresAt: Millis }, now: Millis): boolean {
  return now < expiresAt
}

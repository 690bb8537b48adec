import type { Millis, StatusRow } from '../rows.ts'

export const STATUS_LIFE_MS = 24 * 60 * 60 * 1000

export function expiryOf(postedAt: Millis): Millis {
  return postedAt + STATUS_LIFE_MS
}

/** A status is served up to the last millisecond before it expires, and to nobody from then on. */
export function isLive(status: Pick<StatusRow, 'expiresAt'>, now: Millis): boolean {
  return now < status.expiresAt
}

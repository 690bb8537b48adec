/** How many of the newest photos of others in the feed are looked at. */
export const MEASURED_PHOTOS = 50

/** The days that the messenger counts activity over. */
const COUNTED_DAYS = 30

/**
 * How many of the newest photos are looked at for somebody who was active in the messenger on this many of the last 30
 * days: 50 for somebody who was every day, in proportion for others, and one at the least. Who was away cannot have
 * liked what was posted meanwhile, and the feed is not to blame for it.
 */
export function photosMeasured(activeDays: number): number {
  const share = Math.min(Math.max(activeDays, 0), COUNTED_DAYS) / COUNTED_DAYS
  return Math.max(1, Math.ceil(MEASURED_PHOTOS * share))
}

/** The share of these photos that the viewer liked, 0 to 1; null when there are none to measure. */
export function feedQuality(liked: readonly boolean[]): number | null {
  return liked.length === 0 ? null : liked.filter(Boolean).length / liked.length
}

/** How many of the newest photos of others in the feed are looked at. */
export const MEASURED_PHOTOS = 50

/** The share of these photos that the viewer liked, 0 to 1; null when there are none to measure. */
export function feedQuality(liked: readonly boolean[]): number | null {
  return liked.length === 0 ? null : liked.filter(Boolean).length / liked.length
}

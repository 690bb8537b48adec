import type { Millis, StoryRow } from '../rows.ts'

export const STORY_LIFE_MS = 24 * 60 * 60 * 1000

export function expiryOf(postedAt: Millis): Millis {
  return postedAt + STORY_LIFE_MS
}

/** A story is served up to the last millisecond before it expires, and to nobody from then on. */
export function isLive(story: Pick<StoryRow, 'expiresAt'>, now: Millis): boolean {
  return now < story.expiresAt
}

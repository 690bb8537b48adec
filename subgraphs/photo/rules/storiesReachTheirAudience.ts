import { isLive } from '../../runtime/lifetimes/livesForADay.ts'
import type { ProfileRow, StoryRow } from '../rows.ts'
import { isShown } from './privacyHidesProfiles.ts'
import type { Standing } from './standing.ts'

/** The audiences of the photo app. FRIENDS belongs to the social app and is refused here. */
export function isPhotoAudience(audience: string): audience is StoryRow['audience'] {
  return audience === 'FOLLOWERS' || audience === 'EVERYONE'
}

/**
 * Which of an author's stories the viewer may see: the owner and followers all of them, everybody else those for
 * EVERYONE, provided that the profile is shown to them at all.
 */
export function storiesShown(author: Pick<ProfileRow, 'private'>, standing: Standing): 'ALL' | 'FOR_EVERYONE' | 'NONE' {
  if (!isShown(author, standing)) return 'NONE'
  return standing.self || standing.follow === 'FOLLOWING' ? 'ALL' : 'FOR_EVERYONE'
}

export function isStoryShown(
  story: Pick<StoryRow, 'audience' | 'expiresAt'>,
  author: Pick<ProfileRow, 'private'>,
  standing: Standing,
  now: number,
): boolean {
  if (!isLive(story, now)) return false
  const shown = storiesShown(author, standing)
  return shown === 'ALL' || (shown === 'FOR_EVERYONE' && story.audience === 'EVERYONE')
}

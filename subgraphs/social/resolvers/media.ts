import { iso } from '../../runtime/clock/millis.ts'
import type { Context } from '../context.ts'
import type { SocialMedia } from '../generated/types.ts'
import { mediaOfPost, mediaOfStory } from '../media.ts'
import type { PostRow, StoryRow } from '../rows.ts'

/** What belongs to a post, with a URL of its own; null when there is nothing, and when it is gone. */
export function postMedia(context: Context, post: PostRow): Promise<SocialMedia | null> {
  return shownMedia(context, 'Post', post._id, mediaOfPost(post))
}

/** What a story shows; null for one of words. */
export function storyMedia(context: Context, story: StoryRow): Promise<SocialMedia | null> {
  return shownMedia(context, 'SocialStory', story._id, mediaOfStory(story))
}

async function shownMedia(
  { load, viewer, now }: Context,
  type: string,
  id: string,
  name: string | null,
): Promise<SocialMedia | null> {
  const media = name === null ? null : await load.media.load(name)
  if (name === null || media === null) return null
  const { kind, width, height } = media
  const { url, expiresAt } = load.signMedia({ type, id, name, viewer: viewer?.local ?? null }, now)
  return { url, urlExpiresAt: iso(expiresAt), kind, width, height }
}

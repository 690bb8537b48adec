import { blockHides } from '../../runtime/blocks/blocks.ts'
import type { Context } from '../context.ts'
import type { CommentRow, PhotoRow, ProfileRow, StoryRow } from '../rows.ts'
import { isShown } from '../rules/privacyHidesProfiles.ts'
import { isStoryShown } from '../rules/storiesReachTheirAudience.ts'

// What the viewer may see, by local id; null for whatever is missing, expired or hidden: these look alike. A row in the
// hands of a resolver has come through here, or through a list that was read by the same rules.

export async function visiblePhoto({ load }: Context, photoId: string): Promise<PhotoRow | null> {
  const photo = await load.photo.load(photoId)
  if (photo === null) return null
  const [author, standing] = await Promise.all([load.profile.load(photo.authorId), load.standing(photo.authorId)])
  return author !== null && isShown(author, standing) ? photo : null
}

export async function visibleComment(context: Context, commentId: string): Promise<CommentRow | null> {
  const { load } = context
  const comment = await load.comment.load(commentId)
  if (comment === null) return null
  const [photo, blocked] = await Promise.all([visiblePhoto(context, comment.photoId), load.isBlocked(comment.authorId)])
  return photo === null || blocked ? null : comment
}

export async function visibleStory({ load, now }: Context, storyId: string): Promise<StoryRow | null> {
  const story = await load.story.load(storyId)
  if (story === null) return null
  const [author, standing] = await Promise.all([load.profile.load(story.authorId), load.standing(story.authorId)])
  return author !== null && isStoryShown(story, author, standing, now) ? story : null
}

export async function isContentShown({ load }: Context, profile: ProfileRow): Promise<boolean> {
  return isShown(profile, await load.standing(profile._id))
}

export async function isFollowable({ load }: Context, profile: ProfileRow): Promise<boolean> {
  const { self, follow, block } = await load.standing(profile._id)
  return !self && !profile.private && follow === 'NONE' && !blockHides(block)
}

import { isLive } from '../runtime/lifetimes/livesForADay.ts'
import type { Context } from './context.ts'
import type { CommentRow, PostRow, StoryRow } from './rows.ts'
import { maySee } from './rules/standing.ts'

// What somebody asks for by its id. Missing, deleted, expired and forbidden are all null, and nobody can tell which.

export async function visiblePost(id: string, { load }: Pick<Context, 'load'>): Promise<PostRow | null> {
  const post = await load.post.load(id)
  if (post === null) return null
  return maySee(post.audience, await load.standing(post.authorId)) ? post : null
}

/** Visible with the post, except between the viewer and a writer of whom one has blocked the other. */
export async function visibleComment(id: string, { load }: Pick<Context, 'load'>): Promise<CommentRow | null> {
  const comment = await load.comment.load(id)
  if (comment === null) return null
  const [post, standing] = await Promise.all([visiblePost(comment.postId, { load }), load.standing(comment.authorId)])
  return post !== null && standing !== 'HIDDEN' ? comment : null
}

export async function visibleStory(id: string, { load, now }: Pick<Context, 'load' | 'now'>): Promise<StoryRow | null> {
  const story = await load.story.load(id)
  if (story === null || !isLive(story, now)) return null
  return maySee(story.audience, await load.standing(story.authorId)) ? story : null
}

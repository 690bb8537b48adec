import { positionBy, toConnection } from '../../runtime/connections/connections.ts'
import type { PostResolvers } from '../generated/types.ts'
import { listOf } from '../lists.ts'
import type { CommentRow } from '../rows.ts'
import { visiblePost } from '../visible.ts'
import { iso } from './iso.ts'
import { present } from './present.ts'

export const Post: PostResolvers = {
  async __resolveReference({ id }, context) {
    const local = context.ids.open(id, 'Post')
    return local === null ? null : visiblePost(local, context)
  },

  id: (post, _args, { ids }) => ids.seal('Post', post._id),
  author: async (post, _args, { load }) => present(await load.profile.load(post.authorId), 'the author of a post'),
  // Nothing can be uploaded yet.
  media: () => null,
  createdAt: (post) => iso(post.createdAt),
  reactionCount: (post, _args, { load }) => load.reactionCount.load(post._id),
  viewerReaction: (post, _args, { load }) => load.viewerReaction.load(post._id),

  async comments(post, args, context) {
    const { load } = context
    const list = listOf('Post.comments', post._id, args, context)
    const page = await load.comments.load({ owner: post._id, request: list.request })
    const standings = await Promise.all(page.items.map((comment) => load.standing(comment.authorId)))
    const node = (comment: CommentRow, index: number) => (standings[index] === 'HIDDEN' ? null : comment)
    return toConnection(page, { ...list, position: positionBy<CommentRow>('createdAt'), node })
  },
}

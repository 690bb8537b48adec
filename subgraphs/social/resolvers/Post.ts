import { iso } from '../../runtime/clock/millis.ts'
import { askedPage, positionBy } from '../../runtime/connections/connections.ts'
import { shownConnection } from '../../runtime/connections/shownConnection.ts'
import { present } from '../../runtime/errors/present.ts'
import type { PostResolvers } from '../generated/types.ts'
import type { CommentRow } from '../rows.ts'
import { postMedia } from './media.ts'
import { visiblePost } from '../visible.ts'

export const Post: PostResolvers = {
  async __resolveReference({ id }, context) {
    const local = context.ids.open(id, 'Post')
    return local === null ? null : visiblePost(local, context)
  },

  id: (post, _args, { ids }) => ids.seal('Post', post._id),
  author: async (post, _args, { load }) => present(await load.profile.load(post.authorId), 'the author of a post'),
  media: (post, _args, context) => postMedia(context, post),
  createdAt: (post) => iso(post.createdAt),
  reactionCount: (post, _args, { load }) => load.reactionCount.load(post._id),
  viewerReaction: (post, _args, { load }) => load.viewerReaction.load(post._id),

  comments(post, args, context) {
    const { load } = context
    return shownConnection({
      ...askedPage(context, args, 'comments', post._id),
      read: (request) => load.comments.load({ owner: post._id, request }),
      position: positionBy<CommentRow>('createdAt'),
      node: async (comment) => ((await load.standing(comment.authorId)) === 'HIDDEN' ? null : comment),
    })
  },
}

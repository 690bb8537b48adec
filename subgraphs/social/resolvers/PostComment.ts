import { iso } from '../../runtime/clock/millis.ts'
import { present } from '../../runtime/errors/present.ts'
import type { PostCommentResolvers } from '../generated/types.ts'
import { visibleComment } from '../visible.ts'

export const PostComment: PostCommentResolvers = {
  async __resolveReference({ id }, context) {
    const local = context.ids.open(id, 'PostComment')
    return local === null ? null : visibleComment(local, context)
  },

  id: (comment, _args, { ids }) => ids.seal('PostComment', comment._id),
  author: async (comment, _args, { load }) =>
    present(await load.profile.load(comment.authorId), 'the author of a comment'),
  createdAt: (comment) => iso(comment.createdAt),
}

import { iso } from '../../runtime/clock/millis.ts'
import { present } from '../../runtime/errors/present.ts'
import type { PhotoCommentResolvers } from '../generated/types.ts'
import { visibleComment } from './visible.ts'

export const PhotoComment: PhotoCommentResolvers = {
  async __resolveReference({ id }, context) {
    const local = context.ids.open(id, 'PhotoComment')
    return local === null ? null : visibleComment(context, local)
  },

  id: (comment, _args, { ids }) => ids.seal('PhotoComment', comment._id),
  author: async (comment, _args, { load }) =>
    present(await load.profile.load(comment.authorId), 'the author of a comment'),
  createdAt: (comment) => iso(comment.createdAt),
}

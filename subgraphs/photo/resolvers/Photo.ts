import { iso } from '../../runtime/clock/millis.ts'
import { askedPage, positionBy } from '../../runtime/connections/connections.ts'
import { present } from '../../runtime/errors/present.ts'
import type { PhotoResolvers } from '../generated/types.ts'
import type { CommentRow } from '../rows.ts'
import { unblockedConnection } from './lists.ts'
import { photoMedia } from './media.ts'
import { visiblePhoto } from './visible.ts'

export const Photo: PhotoResolvers = {
  async __resolveReference({ id }, context) {
    const local = context.ids.open(id, 'Photo')
    return local === null ? null : visiblePhoto(context, local)
  },

  id: (photo, _args, { ids }) => ids.seal('Photo', photo._id),
  author: async (photo, _args, { load }) => present(await load.profile.load(photo.authorId), 'the author of a photo'),
  media: (photo, _args, context) => photoMedia(context, photo),
  takenAt: (photo) => (photo.takenAt === null ? null : iso(photo.takenAt)),
  likeCount: (photo, _args, { load }) => load.likeCount.load(photo._id),
  likedByViewer: (photo, _args, { viewer, load }) => (viewer === null ? null : load.liked.load(photo._id)),

  comments: (photo, args, context) =>
    unblockedConnection(context, {
      ...askedPage(context, args, 'comments', photo._id),
      read: (request) => context.load.lists.comments.load({ owner: photo._id, request }),
      position: positionBy<CommentRow>('createdAt'),
    }),
}

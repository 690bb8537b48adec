import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { visiblePhoto } from '../resolvers/visible.ts'
import { likeId } from '../rows.ts'
import type { PhotoStore } from '../store.ts'
import { refusal } from './refusals.ts'

export function likingMutations(store: PhotoStore): Required<Pick<MutationResolvers, 'likePhoto' | 'unlikePhoto'>> {
  const notFound = () => ({ photo: null, errors: [refusal('PHOTO_NOT_FOUND', 'photoId')] })

  return {
    async likePhoto(_root, { input }, context) {
      const { _id: profileId } = await actingProfile('PHOTO', context)
      const photoId = context.ids.open(input.photoId, 'Photo')
      const photo = photoId === null ? null : await visiblePhoto(context, photoId)
      if (photo === null) return notFound()
      // A conflict means that it is liked already.
      await store.likes.insert({
        _id: likeId(photo._id, profileId),
        photoId: photo._id,
        profileId,
        likedAt: context.now,
      })
      context.load.forget()
      return { photo, errors: [] }
    },

    async unlikePhoto(_root, { input }, context) {
      const { _id: profileId } = await actingProfile('PHOTO', context)
      const photoId = context.ids.open(input.photoId, 'Photo')
      if (photoId === null) return notFound()
      const removed = await store.likes.delete(likeId(photoId, profileId))
      context.load.forget()
      const photo = await visiblePhoto(context, photoId)
      return photo === null && !removed ? notFound() : { photo, errors: [] }
    },
  }
}

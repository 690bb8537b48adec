import { liftBlock, pairId, setBlock } from '../../runtime/blocks/blocks.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { MutationResolvers } from '../generated/types.ts'
import type { PhotoStore } from '../store.ts'
import { done, somebodyElse } from './whom.ts'

/** What denies is written first: from the block on, every read hides the two from one another, whatever else is stored. */
export function blockingMutations(
  store: PhotoStore,
): Required<Pick<MutationResolvers, 'blockPhotoProfile' | 'unblockPhotoProfile'>> {
  const endFollows = (one: string, other: string) =>
    Promise.all([store.follows.delete(pairId(one, other)), store.follows.delete(pairId(other, one))])

  return {
    async blockPhotoProfile(_root, { input }, context) {
      const { _id: blockerId } = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      await setBlock(store.blocks, { blockerId, blockedId: whom.profile._id, blockedAt: context.now }, endFollows)
      context.load.forget()
      return done(whom.profile)
    },

    async unblockPhotoProfile(_root, { input }, context) {
      const { _id: blockerId } = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      await liftBlock(store.blocks, blockerId, whom.profile._id, endFollows)
      context.load.forget()
      return done(whom.profile)
    },
  }
}

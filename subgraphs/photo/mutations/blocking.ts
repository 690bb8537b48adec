import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { pairId } from '../rows.ts'
import type { PhotoStore } from '../store.ts'
import { done, somebodyElse } from './whom.ts'

/** What denies is written first: from the block on, every read hides the two from one another, whatever else is stored. */
export function blockingMutations(
  store: PhotoStore,
): Required<Pick<MutationResolvers, 'blockPhotoProfile' | 'unblockPhotoProfile'>> {
  return {
    async blockPhotoProfile(_root, { input }, context) {
      const { _id: blockerId } = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const blockedId = whom.profile._id
      // A conflict means that it is blocked already.
      await store.blocks.insert({ _id: pairId(blockerId, blockedId), blockerId, blockedId, blockedAt: context.now })
      await endFollows(store, blockerId, blockedId)
      context.load.forget()
      return done(whom.profile)
    },

    async unblockPhotoProfile(_root, { input }, context) {
      const { _id: blockerId } = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const blockedId = whom.profile._id
      const block = pairId(blockerId, blockedId)
      const [standing = null] = await store.blocks.getMany([block])
      if (standing !== null) {
        // Whatever a crash or a race has left behind the block must not come back when the block goes.
        await endFollows(store, blockerId, blockedId)
        await store.blocks.delete(block)
      }
      context.load.forget()
      return done(whom.profile)
    },
  }
}

async function endFollows(store: PhotoStore, one: string, other: string): Promise<void> {
  await Promise.all([store.follows.delete(pairId(one, other)), store.follows.delete(pairId(other, one))])
}

import { blockRefusal, NO_BLOCK, pairId, readBlocks } from '../../runtime/blocks/blocks.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { MutationResolvers, PhotoErrorCode } from '../generated/types.ts'
import type { ProfileRow } from '../rows.ts'
import { firstFollowState, FOLLOWING_LIMIT } from '../rules/privateProfilesAcceptFollowers.ts'
import type { PhotoStore } from '../store.ts'
import { done, refused, somebodyElse, somebodyReachable } from './whom.ts'

/** From the side of the one who follows. */
export function followingMutations(
  store: PhotoStore,
): Required<Pick<MutationResolvers, 'followPhotoProfile' | 'unfollowPhotoProfile'>> {
  return {
    async followPhotoProfile(_root, { input }, context) {
      const viewer = await actingProfile('PHOTO', context)
      const whom = await somebodyReachable(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const code = await follow(store, viewer, whom.profile, context)
      context.load.forget()
      return code === null ? done(whom.profile) : refused(code).refused
    },

    async unfollowPhotoProfile(_root, { input }, context) {
      const viewer = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      await store.follows.delete(pairId(viewer._id, whom.profile._id))
      context.load.forget()
      return done(whom.profile)
    },
  }
}

async function follow(
  store: PhotoStore,
  { _id: followerId }: ProfileRow,
  followee: ProfileRow,
  { load, now }: Context,
): Promise<PhotoErrorCode | null> {
  const followeeId = followee._id
  if ((await load.standing(followeeId)).follow !== 'NONE') return null
  if ((await countFollows(store, followerId)) >= FOLLOWING_LIMIT) return 'FOLLOWING_LIMIT_REACHED'
  const _id = pairId(followerId, followeeId)
  await store.follows.insert({ _id, followerId, followeeId, state: firstFollowState(followee), since: now })

  // A block ends follows after it was written: one that came in between has missed this follow, so look once more.
  const [block = NO_BLOCK] = await readBlocks(store.blocks, followerId, [followeeId])
  const code = blockRefusal(block)
  if (code !== null) await store.follows.delete(_id)
  return code
}

async function countFollows(store: PhotoStore, followerId: string): Promise<number> {
  const equalities = [
    { followerId, state: 'FOLLOWING' },
    { followerId, state: 'REQUESTED' },
  ]
  const [following = 0, requested = 0] = await store.follows.countMany('byFollower', equalities, FOLLOWING_LIMIT)
  return following + requested
}

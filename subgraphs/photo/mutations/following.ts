import type { Context } from '../context.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { readBlocks } from '../loaders/standings.ts'
import { pairId, type ProfileRow } from '../rows.ts'
import {
  type ContactRefusal,
  contactRefusal,
  firstFollowState,
  FOLLOWING_LIMIT,
} from '../rules/privateProfilesAcceptFollowers.ts'
import { NO_BLOCK } from '../rules/standing.ts'
import type { PhotoStore } from '../store.ts'
import { actingProfile } from './session.ts'
import { done, refused, somebodyElse, somebodyReachable } from './whom.ts'

type Following =
  'followPhotoProfile' | 'unfollowPhotoProfile' | 'acceptPhotoFollower' | 'rejectPhotoFollower' | 'removePhotoFollower'

/**
 * Who follows whom is one document for each pair, so that each step is atomic: a request that was taken back cannot be
 * accepted, and of an acceptance and an unfollowing at the same time nothing is left.
 */
export function followingMutations(store: PhotoStore): Required<Pick<MutationResolvers, Following>> {
  return {
    async followPhotoProfile(_root, { input }, context) {
      const viewer = await actingProfile(context)
      const whom = await somebodyReachable(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const code = await follow(store, viewer, whom.profile, context)
      context.load.forget()
      return code === null ? done(whom.profile) : refused(code).refused
    },

    async unfollowPhotoProfile(_root, { input }, context) {
      const viewer = await actingProfile(context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      await store.follows.delete(pairId(viewer._id, whom.profile._id))
      context.load.forget()
      return done(whom.profile)
    },

    async acceptPhotoFollower(_root, { input }, context) {
      const viewer = await actingProfile(context)
      const whom = await somebodyReachable(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const pair = pairId(whom.profile._id, viewer._id)
      const accepted = { set: { state: 'FOLLOWING', since: context.now } }
      const changed = await store.follows.patch(pair, { state: 'REQUESTED' }, accepted)
      // Accepted before: the retry of a call whose answer was lost.
      const [follow] = changed === null ? await store.follows.getMany([pair]) : [changed]
      context.load.forget()
      return follow?.state === 'FOLLOWING' ? done(whom.profile) : refused('FOLLOW_REQUEST_NOT_FOUND').refused
    },

    async rejectPhotoFollower(_root, { input }, context) {
      const viewer = await actingProfile(context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const rejected = await reject(store, pairId(whom.profile._id, viewer._id))
      context.load.forget()
      return rejected ? done(whom.profile) : refused('FOLLOW_REQUEST_NOT_FOUND').refused
    },

    async removePhotoFollower(_root, { input }, context) {
      const viewer = await actingProfile(context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      await store.follows.delete(pairId(whom.profile._id, viewer._id))
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
): Promise<ContactRefusal | 'FOLLOWING_LIMIT_REACHED' | null> {
  const followeeId = followee._id
  if ((await load.standing(followeeId)).follow !== 'NONE') return null
  if ((await countFollows(store, followerId)) >= FOLLOWING_LIMIT) return 'FOLLOWING_LIMIT_REACHED'
  const _id = pairId(followerId, followeeId)
  await store.follows.insert({ _id, followerId, followeeId, state: firstFollowState(followee), since: now })

  // A block ends follows after it was written: one that came in between has missed this follow, so look once more.
  const [block = NO_BLOCK] = await readBlocks(store, followerId, [followeeId])
  const code = contactRefusal(block)
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

/** Removes a request, but no follower; a request that is not there (any more) is rejected all the same. */
async function reject(store: PhotoStore, pair: string): Promise<boolean> {
  for (;;) {
    const [request] = await store.follows.getMany([pair])
    if (request === null || request === undefined) return true
    if (request.state === 'FOLLOWING') return false
    // Removed only as it was read: accepted meanwhile, it is a follower now.
    if (await store.follows.delete(pair, request.rev)) return true
  }
}

import { pairId } from '../../runtime/blocks/blocks.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { MutationResolvers } from '../generated/types.ts'
import type { PhotoStore } from '../store.ts'
import { done, refused, somebodyElse, somebodyReachable } from './whom.ts'

type Answers = 'acceptPhotoFollower' | 'rejectPhotoFollower' | 'removePhotoFollower'

/**
 * From the side of the one who is followed. Who follows whom is one document for each pair, so that each step is atomic:
 * a request that was taken back cannot be accepted, and of an acceptance and an unfollowing at the same time nothing is
 * left.
 */
export function followerMutations(store: PhotoStore): Required<Pick<MutationResolvers, Answers>> {
  return {
    async acceptPhotoFollower(_root, { input }, context) {
      const viewer = await actingProfile('PHOTO', context)
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
      const viewer = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      const rejected = await reject(store, pairId(whom.profile._id, viewer._id))
      context.load.forget()
      return rejected ? done(whom.profile) : refused('FOLLOW_REQUEST_NOT_FOUND').refused
    },

    async removePhotoFollower(_root, { input }, context) {
      const viewer = await actingProfile('PHOTO', context)
      const whom = await somebodyElse(context, input.profileId)
      if ('refused' in whom) return whom.refused
      await store.follows.delete(pairId(whom.profile._id, viewer._id))
      context.load.forget()
      return done(whom.profile)
    },
  }
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

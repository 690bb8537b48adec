import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { blockingMutations } from '../mutations/blocking.ts'
import { followerMutations } from '../mutations/followers.ts'
import { followingMutations } from '../mutations/following.ts'
import { likingMutations } from '../mutations/liking.ts'
import { storyMutations } from '../mutations/stories.ts'
import type { PhotoStore } from '../store.ts'

export function createMutation(store: PhotoStore, idempotency: Idempotency): Required<MutationResolvers> {
  return {
    ...followingMutations(store),
    ...followerMutations(store),
    ...blockingMutations(store),
    ...likingMutations(store),
    ...storyMutations(store, idempotency),
  }
}

import type { MutationResolvers } from '../generated/types.ts'
import { blockingMutations } from '../mutations/blocking.ts'
import { followerMutations } from '../mutations/followers.ts'
import { followingMutations } from '../mutations/following.ts'
import { likingMutations } from '../mutations/liking.ts'
import { storyMutations, type StoryMutationParts } from '../mutations/stories.ts'
import type { PhotoStore } from '../store.ts'

export function createMutation(store: PhotoStore, parts: StoryMutationParts): Required<MutationResolvers> {
  return {
    ...followingMutations(store),
    ...followerMutations(store),
    ...blockingMutations(store),
    ...likingMutations(store),
    ...storyMutations(store, parts),
  }
}

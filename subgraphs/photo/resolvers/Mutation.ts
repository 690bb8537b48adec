import type { MutationResolvers } from '../generated/types.ts'
import { blockingMutations } from '../mutations/blocking.ts'
import { followerMutations } from '../mutations/followers.ts'
import { followingMutations } from '../mutations/following.ts'
import { likingMutations } from '../mutations/liking.ts'
import { photoMutations, type PhotoMutationParts } from '../mutations/photos.ts'
import { storyMutations, type StoryMutationParts } from '../mutations/stories.ts'
import type { PhotoStore } from '../store.ts'

export interface MutationParts {
  readonly photos: PhotoMutationParts
  readonly stories: StoryMutationParts
}

export function createMutation(store: PhotoStore, { photos, stories }: MutationParts): Required<MutationResolvers> {
  return {
    ...followingMutations(store),
    ...followerMutations(store),
    ...blockingMutations(store),
    ...likingMutations(store),
    ...photoMutations(store, photos),
    ...storyMutations(store, stories),
  }
}

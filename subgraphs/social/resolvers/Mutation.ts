import type { MutationResolvers } from '../generated/types.ts'
import type { FriendMutations } from '../mutations/friends.ts'
import type { PostMutations } from '../mutations/posts.ts'
import type { ReactionMutations } from '../mutations/reactions.ts'
import type { StoryMutations } from '../mutations/stories.ts'
import type { UploadMutations } from '../mutations/uploads.ts'

type Acts = PostMutations & ReactionMutations & FriendMutations & StoryMutations & UploadMutations

export function createMutation(act: Acts): MutationResolvers {
  return {
    createSocialUpload: (_root, { input }, context) => act.createSocialUpload(input, context),
    createPost: (_root, { input }, context) => act.createPost(input, context),
    deletePost: (_root, { input }, context) => act.deletePost(input, context),
    reactToPost: (_root, { input }, context) => act.reactToPost(input, context),
    removeReaction: (_root, { input }, context) => act.removeReaction(input, context),
    requestFriend: (_root, { input }, context) => act.requestFriend(input, context),
    acceptFriend: (_root, { input }, context) => act.acceptFriend(input, context),
    rejectFriend: (_root, { input }, context) => act.rejectFriend(input, context),
    removeFriend: (_root, { input }, context) => act.removeFriend(input, context),
    blockSocialProfile: (_root, { input }, context) => act.blockSocialProfile(input, context),
    unblockSocialProfile: (_root, { input }, context) => act.unblockSocialProfile(input, context),
    postSocialStory: (_root, { input }, context) => act.postSocialStory(input, context),
    deleteSocialStory: (_root, { input }, context) => act.deleteSocialStory(input, context),
  }
}

import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { ReactToPostInput, RemoveReactionInput } from '../generated/types.ts'
import { reactionId } from '../rows.ts'
import { normaliseReaction } from '../rules/reactionIsOneEmoji.ts'
import type { SocialStore } from '../store.ts'
import { visiblePost } from '../visible.ts'
import type { PostPayload } from './posts.ts'
import { refusal } from './refusals.ts'

export interface ReactionMutations {
  reactToPost(input: ReactToPostInput, context: Context): Promise<PostPayload>
  removeReaction(input: RemoveReactionInput, context: Context): Promise<PostPayload>
}

export function createReactionMutations(store: SocialStore): ReactionMutations {
  return {
    async reactToPost(input, context) {
      const { _id: personId } = await actingProfile('SOCIAL', context)
      const reaction = normaliseReaction(input.reaction)
      if (reaction === null) return { post: null, errors: [refusal('REACTION_INVALID', 'reaction')] }
      const postId = context.ids.open(input.postId, 'Post')
      const post = postId === null ? null : await visiblePost(postId, context)
      if (post === null) return notFound()

      await setReaction(store, { postId: post._id, personId, reaction, reactedAt: context.now })
      context.load.forget()
      return { post, errors: [] }
    },

    async removeReaction(input, context) {
      const { _id: personId } = await actingProfile('SOCIAL', context)
      const postId = context.ids.open(input.postId, 'Post')
      if (postId === null) return notFound()
      // Also from a post that the viewer sees no more: what is one's own can always be taken back.
      const removed = await store.reactions.delete(reactionId(postId, personId))
      context.load.forget()
      const post = await visiblePost(postId, context)
      return post === null && !removed ? notFound() : { post, errors: [] }
    },
  }
}

function notFound(): PostPayload {
  return { post: null, errors: [refusal('POST_NOT_FOUND', 'postId')] }
}

interface Reaction {
  readonly postId: string
  readonly personId: string
  readonly reaction: string
  readonly reactedAt: number
}

/** Puts the reaction in the place of any other one of the same person; the last one written stays. */
async function setReaction({ reactions }: SocialStore, given: Reaction): Promise<void> {
  const _id = reactionId(given.postId, given.personId)
  for (;;) {
    if ((await reactions.insert({ _id, ...given })) === 'inserted') return
    const { reaction, reactedAt } = given
    if (await reactions.patch(_id, {}, { set: { reaction, reactedAt } })) return
    // Taken back in between by the same person: there is room for it now.
  }
}

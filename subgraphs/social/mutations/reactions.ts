import type { Context } from '../context.ts'
import type { ReactToPostInput, RemoveReactionInput } from '../generated/types.ts'
import { type PostRow, reactionId } from '../rows.ts'
import { normaliseReaction } from '../rules/reactionIsOneEmoji.ts'
import type { SocialStore } from '../store.ts'
import { visiblePost } from '../visible.ts'
import { actingViewer } from './acting.ts'
import type { PostPayload } from './posts.ts'
import { refusal } from './refusals.ts'

export interface ReactionMutations {
  reactToPost(input: ReactToPostInput, context: Context): Promise<PostPayload>
  removeReaction(input: RemoveReactionInput, context: Context): Promise<PostPayload>
}

export function createReactionMutations(store: SocialStore): ReactionMutations {
  return {
    async reactToPost(input, context) {
      const viewer = await actingViewer(context)
      const reaction = normaliseReaction(input.reaction)
      if (reaction === null) return { post: null, errors: [refusal('REACTION_INVALID', 'reaction')] }
      const post = await postToReactTo(input.postId, context)
      if (post === null) return notFound()

      await setReaction(store, { postId: post._id, personId: viewer, reaction, reactedAt: context.now })
      context.load.forget()
      return { post, errors: [] }
    },

    async removeReaction(input, context) {
      const viewer = await actingViewer(context)
      const post = await postToReactTo(input.postId, context)
      if (post === null) return notFound()

      await store.reactions.delete(reactionId(post._id, viewer))
      context.load.forget()
      return { post, errors: [] }
    },
  }
}

async function postToReactTo(id: string, context: Context): Promise<PostRow | null> {
  const local = context.ids.open(id, 'Post')
  return local === null ? null : visiblePost(local, context)
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

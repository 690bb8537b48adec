import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import type { Collection, StoredDocument } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { CreatePostInput, DeletePostInput } from '../generated/types.ts'
import type { PostRow } from '../rows.ts'
import { isSocialAudience } from '../rules/audienceIsOfThisApp.ts'
import { LONGEST_POST, normaliseText } from '../rules/textHasALength.ts'
import type { SocialStore } from '../store.ts'
import { actingViewer, actOnce } from './acting.ts'
import { type Refusal, refusal, textRefusal } from './refusals.ts'

export interface PostPayload {
  readonly post: PostRow | null
  readonly errors: Refusal[]
}

export interface PostMutations {
  createPost(input: CreatePostInput, context: Context): Promise<PostPayload>
  deletePost(input: DeletePostInput, context: Context): Promise<PostPayload>
}

export function createPostMutations(store: SocialStore, idempotency: Idempotency): PostMutations {
  return {
    async createPost(input, context) {
      const viewer = await actingViewer(context)
      const { audience = 'FRIENDS', idempotencyKey: key } = input
      const text = normaliseText(input.text, LONGEST_POST)
      if (text === null) return refused(textRefusal(input.text, LONGEST_POST))
      if (!isSocialAudience(audience)) return refused(refusal('AUDIENCE_INVALID', 'audience'))

      const act = { actor: viewer, client: context.client, mutation: 'createPost', key, input: { text, audience } }
      const made = await actOnce(idempotency, act, async (_id) => {
        await store.posts.insert({ _id, authorId: viewer, text, audience, createdAt: context.now })
      })
      if ('refused' in made) return refused(made.refused)

      context.load.forget()
      const post = await context.load.post.load(made.id)
      return post === null ? refused(refusal('POST_NOT_FOUND', 'idempotencyKey')) : { post, errors: [] }
    },

    async deletePost({ postId }, context) {
      const viewer = await actingViewer(context)
      const { ids, load } = context
      const local = ids.open(postId, 'Post')
      const post = local === null ? null : await load.post.load(local)
      const isGone = post === null || post.authorId !== viewer || !(await store.posts.delete(post._id))
      if (isGone) return refused(refusal('POST_NOT_FOUND', 'postId'))

      // Nobody can reach these any more; what a crash leaves behind stays out of reach.
      await Promise.all([deleteOfPost(store.reactions, post._id), deleteOfPost(store.comments, post._id)])
      load.forget()
      return { post, errors: [] }
    },
  }
}

function refused(error: Refusal): PostPayload {
  return { post: null, errors: [error] }
}

async function deleteOfPost<D extends StoredDocument>(collection: Collection<D>, postId: string): Promise<void> {
  for (let hasMore = true; hasMore;) {
    const page = await collection.page('byPost', { postId }, { limit: 500 })
    await Promise.all(page.items.map((item) => collection.delete(item._id)))
    hasMore = page.hasMore
  }
}

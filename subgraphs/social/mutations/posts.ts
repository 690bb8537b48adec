import { createOnce } from '../../runtime/idempotency/createOnce.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import { readText } from '../../runtime/text/text.ts'
import type { Collection, StoredDocument } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { CreatePostInput, DeletePostInput, SocialError } from '../generated/types.ts'
import type { PostRow } from '../rows.ts'
import { isSocialAudience } from '../rules/audienceIsOfThisApp.ts'
import { LONGEST_POST } from '../rules/textHasALength.ts'
import type { SocialStore } from '../store.ts'
import { refusal, textRefusal } from './refusals.ts'

export interface PostPayload {
  readonly post: PostRow | null
  readonly errors: SocialError[]
}

export interface PostMutations {
  createPost(input: CreatePostInput, context: Context): Promise<PostPayload>
  deletePost(input: DeletePostInput, context: Context): Promise<PostPayload>
}

export function createPostMutations(store: SocialStore, idempotency: Idempotency): PostMutations {
  return {
    async createPost(input, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { audience = 'FRIENDS', idempotencyKey: key } = input
      const text = readText(input.text, LONGEST_POST)
      if (text === null) return refused(textRefusal(input.text, LONGEST_POST))
      if (!isSocialAudience(audience)) return refused(refusal('AUDIENCE_INVALID', 'audience'))

      const { client, now, load } = context
      const act = { actor: authorId, client, mutation: 'createPost', key, input: { text, audience } }
      const content = { authorId, text, audience, createdAt: now, deleted: false }
      const postId = await createOnce(idempotency, act, (_id) => store.posts.insert({ _id, ...content }))
      if (postId === null) return refused(refusal('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'))
      load.forget()
      const post = await load.post.load(postId)
      return post === null ? refused(refusal('POST_NOT_FOUND', 'idempotencyKey')) : { post, errors: [] }
    },

    async deletePost({ postId }, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { ids, load } = context
      const local = ids.open(postId, 'Post')
      const post = local === null ? null : await load.post.load(local)
      const isOwn = post !== null && post.authorId === authorId
      if (!isOwn || !(await empty(store, post._id))) return refused(refusal('POST_NOT_FOUND', 'postId'))

      // Nobody can reach these any more; what a crash leaves behind stays out of reach.
      await Promise.all([deleteOfPost(store.reactions, post._id), deleteOfPost(store.comments, post._id)])
      load.forget()
      return { post, errors: [] }
    },
  }
}

function refused(error: SocialError): PostPayload {
  return { post: null, errors: [error] }
}

/** The document stays behind without its text: a late retry of the posting finds it and makes no new one. */
async function empty(store: SocialStore, postId: string): Promise<boolean> {
  return (await store.posts.patch(postId, { deleted: false }, { set: { deleted: true, text: '' } })) !== null
}

async function deleteOfPost<D extends StoredDocument>(collection: Collection<D>, postId: string): Promise<void> {
  for (let hasMore = true; hasMore;) {
    const page = await collection.page('byPost', { postId }, { limit: 500 })
    await Promise.all(page.items.map((item) => collection.delete(item._id)))
    hasMore = page.hasMore
  }
}

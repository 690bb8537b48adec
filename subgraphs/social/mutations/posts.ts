import { HOUR_MS } from '../../runtime/clock/millis.ts'
import { createOnceUnless } from '../../runtime/idempotency/createOnceUnless.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import { readText } from '../../runtime/text/text.ts'
import type { AppMedia } from '../../runtime/uploads/appMedia.ts'
import type { Collection, StoredDocument } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { CreatePostInput, DeletePostInput, SocialError } from '../generated/types.ts'
import { postHolder } from '../media.ts'
import type { PostRow } from '../rows.ts'
import { isSocialAudience } from '../rules/audienceIsOfThisApp.ts'
import { LONGEST_POST } from '../rules/textHasALength.ts'
import type { SocialStore } from '../store.ts'
import { refusal, textRefusal } from './refusals.ts'
import { UPLOAD_TYPE } from './uploads.ts'

export interface PostPayload {
  readonly post: PostRow | null
  readonly errors: SocialError[]
}

export interface PostMutations {
  createPost(input: CreatePostInput, context: Context): Promise<PostPayload>
  deletePost(input: DeletePostInput, context: Context): Promise<PostPayload>
}

export interface PostMutationParts {
  readonly idempotency: Idempotency
  readonly media: Pick<AppMedia, 'take' | 'drop'>
}

export function createPostMutations(store: SocialStore, { idempotency, media }: PostMutationParts): PostMutations {
  return {
    async createPost(input, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { audience = 'FRIENDS', idempotencyKey: key } = input
      const text = readText(input.text, LONGEST_POST)
      if (text === null) return refused(textRefusal(input.text, LONGEST_POST))
      if (!isSocialAudience(audience)) return refused(refusal('AUDIENCE_INVALID', 'audience'))

      const { client, now, load } = context
      const asked = { text, audience, ...(input.uploadId != null && { uploadId: input.uploadId }) }
      const act = { actor: authorId, client, mutation: 'createPost', key, input: asked }
      const created = await createOnceUnless(idempotency, act, async (_id) => {
        const post = { _id, authorId, text, audience, createdAt: now, deleted: false }
        const shown = await takeUpload(media, post, input.uploadId, context)
        if (shown === 'UPLOAD_NOT_FOUND') return shown
        await store.posts.insert({ ...post, ...shown })
        return null
      })
      if ('refused' in created) {
        const { refused: code } = created
        return refused(refusal(code, code === 'UPLOAD_NOT_FOUND' ? 'uploadId' : 'idempotencyKey'))
      }
      load.forget()
      const post = await load.post.load(created.id)
      return post === null ? refused(refusal('POST_NOT_FOUND', 'idempotencyKey')) : { post, errors: [] }
    },

    async deletePost({ postId }, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { ids, load } = context
      const local = ids.open(postId, 'Post')
      const post = local === null ? null : await load.post.load(local)
      const isOwn = post !== null && post.authorId === authorId
      // The picture first: what a crash leaves behind is a post without one, which can be deleted again.
      if (isOwn && post.media != null) await media.drop(post.media, postHolder(post._id))
      if (!isOwn || !(await empty(store, post._id))) return refused(refusal('POST_NOT_FOUND', 'postId'))

      // Nobody can reach these any more; what a crash leaves behind stays out of reach.
      await Promise.all([deleteOfPost(store.reactions, post._id), deleteOfPost(store.comments, post._id)])
      load.forget()
      return { post: { ...post, media: null }, errors: [] }
    },
  }
}

/** Uses the upload for this post: what the row says of it, nothing for a post without one, or why not. */
async function takeUpload(
  media: Pick<AppMedia, 'take'>,
  post: Pick<PostRow, '_id' | 'authorId' | 'createdAt'>,
  sealed: string | null | undefined,
  { ids }: Context,
): Promise<Pick<PostRow, 'media'> | 'UPLOAD_NOT_FOUND'> {
  if (sealed == null) return {}
  const uploadId = ids.open(sealed, UPLOAD_TYPE)
  // Asked about in an hour: should this process die here, it is found out then whether there is a post.
  const holder = { by: postHolder(post._id), until: post.createdAt + HOUR_MS }
  const name = uploadId === null ? null : await media.take(uploadId, post.authorId, holder)
  return name === null ? 'UPLOAD_NOT_FOUND' : { media: name }
}

function refused(error: SocialError): PostPayload {
  return { post: null, errors: [error] }
}

/** The document stays behind without its text: a late retry of the posting finds it and makes no new one. */
async function empty(store: SocialStore, postId: string): Promise<boolean> {
  return (
    (await store.posts.patch(postId, { deleted: false }, { set: { deleted: true, text: '' }, unset: ['media'] })) !==
    null
  )
}

async function deleteOfPost<D extends StoredDocument>(collection: Collection<D>, postId: string): Promise<void> {
  for (let hasMore = true; hasMore;) {
    const page = await collection.page('byPost', { postId }, { limit: 500 })
    await Promise.all(page.items.map((item) => collection.delete(item._id)))
    hasMore = page.hasMore
  }
}

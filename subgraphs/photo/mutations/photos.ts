import { HOUR_MS, type Millis } from '../../runtime/clock/millis.ts'
import { createOnceUnless } from '../../runtime/idempotency/createOnceUnless.ts'
import type { Act, Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { AppMedia } from '../../runtime/uploads/appMedia.ts'
import { uploadPayload } from '../../runtime/uploads/payload.ts'
import type { Collection, StoredDocument } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { MutationResolvers, PhotoErrorCode } from '../generated/types.ts'
import { photoHolder } from '../media.ts'
import { visiblePhoto } from '../resolvers/visible.ts'
import type { PhotoRow } from '../rows.ts'
import { readCaption } from '../rules/captionsSaySomething.ts'
import type { PhotoStore } from '../store.ts'
import { refusal } from './refusals.ts'

export interface PhotoMutationParts {
  readonly idempotency: Idempotency
  readonly media: AppMedia
}

type PhotoMutations = Required<
  Pick<MutationResolvers, 'createPhotoUpload' | 'publishPhoto' | 'editPhoto' | 'deletePhoto'>
>

export function photoMutations(store: PhotoStore, parts: PhotoMutationParts): PhotoMutations {
  const { media } = parts
  return {
    async createPhotoUpload(_root, { input }, context) {
      const { _id: actor } = await actingProfile('PHOTO', context)
      const { client, ids } = context
      const key = input.idempotencyKey
      const opened = await media.open({ actor, client, mutation: 'createPhotoUpload', key, input })
      return uploadPayload(opened, { ids, type: 'PhotoUpload' }, refusal)
    },

    async publishPhoto(_root, { input }, context) {
      const { _id: authorId } = await actingProfile('PHOTO', context)
      const caption = captionOf(input)
      if (caption === undefined) return refused('CAPTION_INVALID', 'caption')
      const { client, now, ids } = context
      const uploadId = ids.open(input.uploadId, 'PhotoUpload')
      if (uploadId === null) return refused('UPLOAD_NOT_FOUND', 'uploadId')

      const act = { actor: authorId, client, mutation: 'publishPhoto', key: input.idempotencyKey, input }
      const created = await publish(store, parts, act, { uploadId, caption, now })
      if ('refused' in created) {
        return refused(created.refused, created.refused === 'UPLOAD_NOT_FOUND' ? 'uploadId' : 'idempotencyKey')
      }
      context.load.forget()
      const photo = await visiblePhoto(context, created.id)
      // A repeated key names the photo that it made; that may be deleted by now.
      return photo === null ? refused('PHOTO_NOT_FOUND', 'idempotencyKey') : { photo, errors: [] }
    },

    async editPhoto(_root, { input }, context) {
      const { _id: authorId } = await actingProfile('PHOTO', context)
      const caption = captionOf(input)
      if (caption === undefined) return refused('CAPTION_INVALID', 'caption')
      const photoId = context.ids.open(input.photoId, 'Photo')
      const photo = photoId === null ? null : await store.photos.patch(photoId, { authorId }, { set: { caption } })
      context.load.forget()
      return photo === null ? refused('PHOTO_NOT_FOUND', 'photoId') : { photo, errors: [] }
    },

    async deletePhoto(_root, { input }, context) {
      const { _id: authorId } = await actingProfile('PHOTO', context)
      const photo = await ownPhoto(context, input.photoId, authorId)
      if (photo === null) return refused('PHOTO_NOT_FOUND', 'photoId')
      // The picture first: what a crash leaves behind is a photo without one, which can be deleted again.
      if (photo.media != null) await media.drop(photo.media, photoHolder(photo._id))
      const deleted = await store.photos.delete(photo._id)
      await Promise.all([deleteOfPhoto(store.likes, photo._id), deleteOfPhoto(store.comments, photo._id)])
      context.load.forget()
      return deleted ? { photo: { ...photo, media: null }, errors: [] } : refused('PHOTO_NOT_FOUND', 'photoId')
    },
  }
}

interface NewPhoto {
  readonly uploadId: string
  readonly caption: string | null
  readonly now: Millis
}

/** Makes the photo of this act and uses the upload for it, once. */
function publish(
  store: PhotoStore,
  { idempotency, media }: PhotoMutationParts,
  act: Act,
  { uploadId, caption, now }: NewPhoto,
) {
  const { actor: authorId } = act
  return createOnceUnless(idempotency, act, async (_id) => {
    // Asked about in an hour: should this process die here, it is found out then whether there is a photo.
    const name = await media.take(uploadId, authorId, { by: photoHolder(_id), until: now + HOUR_MS })
    if (name === null) return 'UPLOAD_NOT_FOUND'
    const content = { picture: null, media: name, caption, takenAt: null, publishedAt: now }
    await store.photos.insert({ _id, authorId, ...content })
    return null
  })
}

async function ownPhoto({ ids, load }: Context, sealed: string, authorId: string): Promise<PhotoRow | null> {
  const photoId = ids.open(sealed, 'Photo')
  const photo = photoId === null ? null : await load.photo.load(photoId)
  return photo?.authorId === authorId ? photo : null
}

/** Null for none, undefined for one that is too long. */
function captionOf({ caption }: { readonly caption?: string | null | undefined }): string | null | undefined {
  if (caption == null || caption.trim() === '') return null
  return readCaption(caption) ?? undefined
}

async function deleteOfPhoto<D extends StoredDocument>(collection: Collection<D>, photoId: string): Promise<void> {
  for (let hasMore = true; hasMore;) {
    const page = await collection.page('byPhoto', { photoId }, { limit: 500 })
    await Promise.all(page.items.map((item) => collection.delete(item._id)))
    hasMore = page.hasMore
  }
}

function refused(code: PhotoErrorCode, path: string) {
  return { photo: null, errors: [refusal(code, path)] }
}

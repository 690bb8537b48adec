import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { picture, tellsPlace } from '../runtime/uploads/samples.ts'
import { announce, fetchShown, send } from '../runtime/uploads/uploader.ts'
import { codes, createPhotoApp, type Person, type PhotoApp } from './photoApp.ts'

const SHOWN = '{ media { url urlExpiresAt kind width height } }'
const HOUR = 60 * 60 * 1000

let bytes: Uint8Array
let app: PhotoApp
let ana: Person
let ben: Person
let keys = 0

beforeAll(async () => {
  bytes = await picture()
})

beforeEach(async () => {
  app = createPhotoApp()
  ana = await app.person('ana', { private: true })
  ben = await app.person('ben')
  await app.follow(ben, ana)
})

/** Uploads as `who`; answers the id of the upload. */
async function upload(who: Person): Promise<string> {
  const input = { ...announce(bytes), idempotencyKey: `upload ${++keys}` }
  const { upload: place } = await app.act(
    who,
    'createPhotoUpload',
    input,
    'upload { id url method expiresAt maxBytes }',
  )
  expect(place).toMatchObject({ method: 'PUT', expiresAt: '2026-11-22T10:40:00.000Z', maxBytes: 10_000_000 })
  expect(await send(app.subgraph.routes, place.url, bytes)).toBe('TAKEN')
  return place.id
}

const publish = (who: Person, uploadId: string, more: object = {}) =>
  app.act(who, 'publishPhoto', { uploadId, idempotencyKey: `publish ${++keys}`, ...more }, 'photo { id caption }')

async function published(who: Person): Promise<string> {
  return (await publish(who, await upload(who))).photo.id
}

/** The URL of a photo as `viewer` sees it. */
async function urlFor(viewer: Person | null, photoId: string): Promise<string> {
  return (await app.seeEntity(viewer, 'Photo', photoId, SHOWN)).media.url
}

const get = (url: string) => fetchShown(app.subgraph.routes, url)

describe('publishing', () => {
  it('shows what was uploaded, without the place where it was taken', async () => {
    const { photo, errors } = await publish(ana, await upload(ana), { caption: '  Home  ' })
    expect([photo.caption, errors]).toEqual(['Home', []])
    const { media } = await app.seeEntity(ben, 'Photo', photo.id, SHOWN)
    expect(media).toMatchObject({ kind: 'IMAGE', urlExpiresAt: '2026-11-22T10:35:00.000Z', width: 300, height: 200 })
    const found = await get(media.url)
    expect([found?.contentType, tellsPlace(found?.body ?? bytes)]).toEqual(['image/webp', false])
  })

  it('is refused for an upload that is used, of somebody else, or was never sent', async () => {
    const used = await upload(ana)
    await publish(ana, used)
    const { upload: unsent } = await app.act(
      ana,
      'createPhotoUpload',
      { ...announce(bytes), idempotencyKey: 'unsent' },
      'upload { id }',
    )
    for (const uploadId of [used, await upload(ben), unsent.id, 'nonsense', ana.id])
      expect(codes(await publish(ana, uploadId))).toEqual(['UPLOAD_NOT_FOUND'])
  })

  it('happens once for a repeated key, and not again after the photo was deleted', async () => {
    const input = { uploadId: await upload(ana), idempotencyKey: 'once' }
    const first = await publish(ana, input.uploadId, input)
    expect(await publish(ana, input.uploadId, input)).toEqual(first)
    await app.act(ana, 'deletePhoto', { photoId: first.photo.id })
    expect(codes(await publish(ana, input.uploadId, input))).toEqual(['PHOTO_NOT_FOUND'])
    expect(app.blobs.names()).toEqual([])
  })

  it('takes a caption of at most 2,000 characters, and may do without', async () => {
    const uploadId = await upload(ana)
    expect(codes(await publish(ana, uploadId, { caption: 'x'.repeat(2_001) }))).toEqual(['CAPTION_INVALID'])
    expect((await publish(ana, uploadId, { caption: ' ' })).photo.caption).toBeNull()
  })

  it("answers what is wrong with what was announced, in the words of the app's own enum", async () => {
    const input = { ...announce(bytes), bytes: 10_000_001, idempotencyKey: 'large' }
    expect((await app.act(ana, 'createPhotoUpload', input)).errors).toEqual([
      { code: 'UPLOAD_TOO_LARGE', path: ['bytes'] },
    ])
  })
})

describe('the picture of a private profile', () => {
  it('is shown to no stranger, by no URL, and to a follower no longer once they are none', async () => {
    const photoId = await published(ana)
    const url = await urlFor(ben, photoId)
    expect(await app.seeEntity(null, 'Photo', photoId, SHOWN)).toBeNull()
    expect(await get(url)).not.toBeNull()
    await app.act(ana, 'removePhotoFollower', { profileId: ben.id })
    expect(await get(url)).toBeNull()
    expect(await get(await urlFor(ana, photoId))).not.toBeNull()
  })

  it('is gone for whom its owner blocks, before the URL ends', async () => {
    const open = await app.person('cleo')
    const photoId = await published(open)
    const [bens, strangers] = [await urlFor(ben, photoId), await urlFor(null, photoId)]
    await app.act(open, 'blockPhotoProfile', { profileId: ben.id })
    expect([await get(bens), await get(strangers)]).toEqual([null, expect.anything()])
  })

  it('is gone with its photo, and nothing is left of it', async () => {
    const photoId = await published(ana)
    await app.act(ben, 'likePhoto', { photoId })
    const url = await urlFor(ben, photoId)
    expect(codes(await app.act(ben, 'deletePhoto', { photoId }))).toEqual(['PHOTO_NOT_FOUND'])
    expect(codes(await app.act(ana, 'deletePhoto', { photoId }, 'photo { id media { url } }'))).toEqual([])
    expect([await get(url), await app.seeEntity(ana, 'Photo', photoId, '{ caption }')]).toEqual([null, null])
    expect(app.blobs.names()).toEqual([])
  })

  it('stays as long as its photo, however long nobody looks', async () => {
    const photoId = await published(ana)
    await app.clock.advance(100 * HOUR)
    expect(await get(await urlFor(ben, photoId))).not.toBeNull()
  })
})

describe('editing', () => {
  it('changes the caption of an own photo, and of no other', async () => {
    const photoId = await published(ana)
    const edit = (who: Person, caption: string | null) =>
      app.act(who, 'editPhoto', { photoId, caption }, 'photo { caption media { kind } }')
    expect((await edit(ana, 'New')).photo).toEqual({ caption: 'New', media: { kind: 'IMAGE' } })
    expect((await edit(ana, null)).photo.caption).toBeNull()
    expect(codes(await edit(ben, 'Mine'))).toEqual(['PHOTO_NOT_FOUND'])
    expect(codes(await edit(ana, 'x'.repeat(2_001)))).toEqual(['CAPTION_INVALID'])
  })
})

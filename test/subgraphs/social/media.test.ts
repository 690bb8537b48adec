import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { film, tellsPlace } from '../runtime/uploads/samples.ts'
import { announce, fetchShown, send } from '../runtime/uploads/uploader.ts'
import { people, type Social } from './people.ts'

let bytes: Uint8Array
let social: Social
let keys = 0

beforeAll(async () => {
  bytes = await film('mp4')
})

beforeEach(async () => {
  social = await people({ ada: {}, bob: {}, eve: {} })
  await social.befriend('ada', 'bob')
})

/** Uploads as `name`; answers the id of the upload. */
async function upload(name: string): Promise<string> {
  const input = { ...announce(bytes), contentType: 'video/mp4', idempotencyKey: `upload ${++keys}` }
  const query = `mutation ($input: CreateSocialUploadInput!) {
    createSocialUpload(input: $input) { upload { id url } errors { code } } }`
  const { upload: place } = (await social.data(name, query, { input })).createSocialUpload
  expect(await send(social.tester.subgraph.routes, place.url, bytes)).toBe('TAKEN')
  return place.id
}

async function mediaFor(name: string | null, post: string) {
  const [found] = await social.fetch(name, 'Post', [post], '{ media { url kind width height } }')
  return found?.media ?? null
}

const get = (url: string) => fetchShown(social.tester.subgraph.routes, url)

describe('a post with a film', () => {
  it('shows it to friends alone, without the place where it was taken', async () => {
    const post = await social.posts('ada', 'Look', { uploadId: await upload('ada') })
    const media = await mediaFor('bob', post)
    expect(media).toMatchObject({ kind: 'VIDEO', width: 64, height: 48 })
    const found = await get(media.url)
    expect([found?.contentType, tellsPlace(found?.body ?? bytes)]).toEqual(['video/mp4', false])
    expect([await mediaFor('eve', post), await mediaFor(null, post)]).toEqual([null, null])
  })

  it('is seen no longer by whom the friendship ended with, whatever URL they hold', async () => {
    const post = await social.posts('ada', 'Look', { uploadId: await upload('ada') })
    const { url } = await mediaFor('bob', post)
    expect(await get(url)).not.toBeNull()
    await social.tries('bob', 'removeFriend', 'ada')
    expect(await get(url)).toBeNull()
  })

  it('is gone with the post', async () => {
    const uploadId = await upload('ada')
    const post = await social.posts('ada', 'Look', { uploadId })
    const { url } = await mediaFor('ada', post)
    await social.act('ada', 'deletePost', { postId: post })
    expect([await get(url), await mediaFor('ada', post)]).toEqual([null, null])
    const again = await social.act('ada', 'createPost', { text: 'Look', uploadId, idempotencyKey: 'again' })
    expect(again).toEqual({ post: null, errors: [{ code: 'UPLOAD_NOT_FOUND', path: ['uploadId'] }] })
  })

  it('is not posted with the upload of somebody else', async () => {
    const input = { text: 'Look', uploadId: await upload('bob'), idempotencyKey: 'key' }
    const { errors } = await social.act('ada', 'createPost', input)
    expect(errors).toEqual([{ code: 'UPLOAD_NOT_FOUND', path: ['uploadId'] }])
  })

  it('is asked for when it was announced wrongly', async () => {
    const query = `mutation ($input: CreateSocialUploadInput!) {
      createSocialUpload(input: $input) { upload { id } errors { code path } } }`
    const input = { ...announce(bytes), contentType: 'video/quicktime', idempotencyKey: 'key' }
    expect((await social.data('ada', query, { input })).createSocialUpload).toEqual({
      upload: null,
      errors: [{ code: 'UPLOAD_TYPE_REFUSED', path: ['contentType'] }],
    })
  })
})

import { expect, test } from 'vitest'
import type { CrosspostMedia } from '../../../../subgraphs/accounts/crossposts/media.ts'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { profileOf } from '../town.ts'
import { createStage, told } from './stage.ts'

/** Uploads of anna's: every id that begins with `up`, until it is released. */
function createUploads() {
  const taken: { uploadId: string; owner: string; until: number }[] = []
  const released: string[] = []
  const media: CrosspostMedia = {
    take(uploadId, owner, until) {
      if (!uploadId.startsWith('up')) return Promise.resolve(null)
      taken.push({ uploadId, owner, until })
      return Promise.resolve({ id: uploadId, contentType: 'image/webp' })
    },
    read: ({ id }) => Promise.resolve(released.includes(id) ? null : { contentType: 'image/webp', bytes: id }),
    release: ({ id }) => Promise.resolve(void released.push(id)),
  }
  return { media, taken, released }
}

const staged = async () => {
  const uploads = createUploads()
  return { ...(await createStage({ media: uploads.media })), uploads }
}

const PICTURE = { contentType: 'image/webp', bytes: 'up1' }

test('a picture goes to every app, taken for its author until the status expires', async () => {
  const { share, post, settle, apps, uploads, clock } = await staged()
  const until = clock.wall() + DAY_MS
  expect((await share(post(), { text: null, uploadId: 'up1' })).errors).toEqual([])
  await settle()
  expect(apps.puts.map(({ input }) => input.media)).toEqual([PICTURE, PICTURE])
  expect(uploads.taken).toEqual([{ uploadId: 'up1', owner: profileOf('MESSENGER', 'anna'), until }])
  expect(uploads.released).toEqual([])
})

test('it is released once, when no copy shows it any more', async () => {
  const { share, post, settle, edit, uploads } = await staged()
  const status = post()
  const { crosspost } = await share(status, { uploadId: 'up1' })
  await share(status, { to: [['PHOTO', 'EVERYONE']], uploadId: 'up2' })
  await settle()
  expect(uploads.released).toEqual([])
  await edit(crosspost.id, 'Words alone')
  await settle()
  expect(uploads.released.toSorted()).toEqual(['up1', 'up2'])
})

test.each([
  ['retracted', async ({ retract }, id) => void (await retract(id))],
  ['deleted', async ({ statusEnded, clock }, id) => void (await statusEnded(id, clock.wall() + DAY_MS))],
  ['expired', async ({ pass }) => pass(DAY_MS)],
] satisfies [string, (stage: Awaited<ReturnType<typeof staged>>, id: string) => Promise<void>][])(
  'it is released when everything was %s',
  async (_how, end) => {
    const stage = await staged()
    const { crosspost } = await stage.share(stage.post(), { uploadId: 'up1' })
    await stage.settle()
    await end(stage, crosspost.id)
    await stage.settle()
    expect(stage.uploads.released).toEqual(['up1'])
    expect((await stage.rowOf(crosspost.id))?.media).toEqual([])
  },
)

test('a picture whose bytes are gone fails the delivery, and says so', async () => {
  const { share, post, settle, look, uploads } = await staged()
  uploads.released.push('up1')
  const { crosspost } = await share(post(), { to: [['PHOTO', 'EVERYONE']], uploadId: 'up1' })
  await settle()
  expect(told(await look(crosspost.id))).toBe('FAILED: PHOTO FAILED MEDIA_REJECTED')
})

test('an upload that is not the author’s refuses the whole', async () => {
  const { share, post, apps } = await staged()
  const rejected = { code: 'CROSSPOST_MEDIA_REJECTED', path: ['content', 'uploadId'] }
  expect(await share(post(), { uploadId: 'theirs' })).toMatchObject({ crosspost: null, errors: [rejected] })
  expect(apps.puts).toEqual([])
})

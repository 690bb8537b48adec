import { beforeEach, describe, expect, it, test } from 'vitest'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createShownUrls } from '../../../../subgraphs/runtime/uploads/shownUrls.ts'
import { createSignedUrls } from '../../../../subgraphs/runtime/uploads/signedUrls.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { picture } from './samples.ts'
import { createUploader } from './uploader.ts'

const MINUTE = 60_000

describe('the URL of a picture', () => {
  const app = createUploader()
  let name = ''
  let url = ''

  beforeEach(async () => {
    app.shown.clear()
    app.shown.add('story ben')
    const id = await app.upload('ana', await picture())
    name = (await app.media.take(id, 'ana', { by: 'story:1', until: null })) ?? ''
    url = app.media.sign({ type: 'PhotoStory', id: 'story', name, viewer: 'ben' }, app.clock.wall()).url
  })

  it('shows it, kept by nobody, never sniffed, and without a script', async () => {
    const found = await app.get(url)
    expect(found?.contentType).toBe('image/webp')
    expect(Buffer.from(found?.body ?? []).toString('latin1', 8, 12)).toBe('WEBP')
    expect(found?.headers).toEqual({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'referrer-policy': 'no-referrer',
    })
  })

  it('tells nobody who looks, and looks different each time', () => {
    const again = app.media.sign({ type: 'PhotoStory', id: 'story', name, viewer: 'ben' }, app.clock.wall()).url
    expect(again).not.toBe(url)
    const parts = url.split(/[/.]/).map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    for (const secret of ['ben', 'story', name])
      expect([url, ...parts].some((part) => part.includes(secret))).toBe(false)
  })

  it('asks at each fetch whether the viewer may still see it', async () => {
    expect(await app.get(url)).not.toBeNull()
    app.shown.clear()
    expect(await app.get(url)).toBeNull()
  })

  it('ends after five minutes, to the millisecond, over midnight too', async () => {
    await app.clock.advance(5 * MINUTE - 1)
    expect(await app.get(url)).not.toBeNull()
    await app.clock.advance(1)
    expect(await app.get(url)).toBeNull()
    const midnight = Math.ceil(app.clock.wall() / 86_400_000) * 86_400_000
    await app.clock.advance(midnight - MINUTE - app.clock.wall())
    const late = app.media.sign({ type: 'PhotoStory', id: 'story', name, viewer: 'ben' }, app.clock.wall()).url
    await app.clock.advance(2 * MINUTE)
    expect(await app.get(late)).not.toBeNull()
  })

  it('ends with the picture', async () => {
    await app.media.drop(name, 'story:1')
    expect(await app.get(url)).toBeNull()
  })

  test.each([
    ['changed by a letter', (text: string) => text.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['cut', (text: string) => text.slice(0, -4)],
    ['of another app', (text: string) => text.replace('/media/photo/', '/media/social/')],
    ['empty', (text: string) => text.replace(/shown\/.*/, 'shown/')],
  ])('shows nothing when it is %s', async (_name, change) => expect(await app.get(change(url))).toBeNull())
})

describe('while keys are rotated', () => {
  const parts = { baseUrl: () => 'http://photo.test', random: createSeededRandom('rotated') }
  const [former, next] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  const shown = { type: 'Photo', id: 'photo', name: 'name', viewer: null }

  it('URLs of the former key are accepted where it is named, and nowhere else', () => {
    const [media, uploads] = ['/media/photo/shown/', '/uploads/photo/']
    const signed = createShownUrls({ ...parts, path: media, keys: [former] }).sign(shown, TEST_START).url
    const sent = createSignedUrls({ ...parts, path: uploads, keys: [former] }).sign('upload', TEST_START + 1)
    const open = (...keys: [Uint8Array, ...Uint8Array[]]) => [
      createShownUrls({ ...parts, path: media, keys }).open(new URL(signed), TEST_START),
      createSignedUrls({ ...parts, path: uploads, keys }).open(new URL(sent), TEST_START),
    ]
    expect(open(next, former)).toEqual([shown, 'upload'])
    expect(open(next)).toEqual([null, null])
  })
})

describe('what another app has cleaned', () => {
  const holder = { by: 'copy:1', until: null }

  it('is kept as it came, once it was found to be clean', async () => {
    const [from, to] = [createUploader('accounts'), createUploader('photo')]
    const name = await from.media.take(await from.upload('ana', await picture()), 'ana', holder)
    const [row] = await from.media.find([name ?? ''])
    const bytes = row ? await from.media.read(row) : null
    const kept = await to.media.keepCleaned('ana', bytes ?? new Uint8Array(), holder)
    const [there] = await to.media.find([kept ?? ''])
    expect(there && Buffer.from((await to.media.read(there)) ?? [])).toEqual(Buffer.from(bytes ?? []))
    expect(kept).not.toBe(name)
    expect(await to.media.keepCleaned('ana', bytes ?? new Uint8Array(), holder)).toBe(kept)
  })

  it('is refused where it is not: a picture as a camera made it, or a script', async () => {
    const { media, blobs } = createUploader()
    for (const bytes of [await picture('jpeg'), await picture('webp'), new Uint8Array(Buffer.from('<svg/>'))])
      expect(await media.keepCleaned('ana', bytes, holder)).toBeNull()
    expect(blobs.names()).toEqual([])
  })
})

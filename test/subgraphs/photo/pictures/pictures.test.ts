import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { PICTURES } from '../../../../subgraphs/photo/pictures/catalogue.ts'
import { createPictureUrls } from '../../../../subgraphs/photo/pictures/signedUrls.ts'
import { isTopic } from '../../../../subgraphs/runtime/scalars/topics.ts'
import { type Json, TEST_START } from '../../../support/subgraphTester.ts'
import { fetchShown } from '../../runtime/uploads/uploader.ts'
import { createPhotoApp, MEDIA_KEY, type PhotoApp } from '../photoApp.ts'

const FIVE_MINUTES = 5 * 60 * 1000

/** Width and height as the file itself says (WebP container, lossy bitstream: RFC 9649, section 2.5). */
function sizeOf(name: string): [number, number] {
  const file = readFileSync(new URL(`../../../../subgraphs/photo/pictures/${name}.webp`, import.meta.url))
  const chunk = file.indexOf('VP8 ')
  return [file.readUInt16LE(chunk + 14) & 0x3fff, file.readUInt16LE(chunk + 16) & 0x3fff]
}

describe.each(PICTURES)('$name', ({ name, width, height, topics }) => {
  it('is as the catalogue says', () => {
    expect(sizeOf(name)).toEqual([width, height])
    expect(topics.filter((topic) => !isTopic(topic))).toEqual([])
  })
})

describe('media', () => {
  let app: PhotoApp
  let url: URL

  let media: Json

  beforeEach(async () => {
    app = createPhotoApp()
    const { id: authorId } = await app.person('ana')
    const takenAt = '2026-11-22T10:30:00.000Z'
    const input = { authorId, picture: 'old-cinema', takenAt, idempotencyKey: 'photo' }
    const { id } = await app.internal('publishDemoPhoto', input)
    ;({ media } = await app.seeEntity(null, 'Photo', id, '{ media { url urlExpiresAt kind width height } }'))
    url = new URL(media.url)
  })

  const get = (changed = url) => fetchShown(app.subgraph.routes, changed.href)

  it('says what it is and until when', () => {
    expect(media).toMatchObject({ kind: 'IMAGE', urlExpiresAt: '2026-11-22T10:35:00.000Z', width: 800, height: 600 })
  })

  it('is served by its signed URL, kept by nobody and never sniffed', async () => {
    expect(url.href).toMatch(/^http:\/\/photo\.test\/media\/photo\/demo\/[a-z-]+\?expires=/)
    expect(url.pathname.startsWith(app.subgraph.routes[0]?.prefix ?? '?')).toBe(true)
    const answer = await get()
    expect(answer?.contentType).toBe('image/webp')
    expect(Buffer.from(answer?.body ?? []).toString('latin1', 8, 12)).toBe('WEBP')
    expect(answer?.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('is gone when its time is over, to the millisecond', async () => {
    await app.clock.advance(FIVE_MINUTES - 1)
    expect(await get()).not.toBeNull()
    await app.clock.advance(1)
    expect(await get()).toBeNull()
  })

  it.each([
    ['another picture', (u: URL) => (u.pathname = '/media/photo/demo/none')],
    ['a picture that exists', (u: URL) => (u.pathname = '/media/photo/demo/red-train')],
    ['a longer time', (u: URL) => u.searchParams.set('expires', String(TEST_START + 2 * FIVE_MINUTES))],
    ['no time', (u: URL) => u.searchParams.delete('expires')],
    ['another signature', (u: URL) => u.searchParams.set('signature', Buffer.alloc(32).toString('base64url'))],
    ['a short signature', (u: URL) => u.searchParams.set('signature', 'AAAA')],
    ['no signature', (u: URL) => u.searchParams.delete('signature')],
    ['another path', (u: URL) => (u.pathname = '/media/photo/other/red-train')],
    ['a way up', (u: URL) => (u.pathname = '/media/photo/demo/../../../package.json')],
  ])('is not served with %s', async (_name, change) => {
    change(url)
    expect(await get()).toBeNull()
  })

  it('is not served for a signed name that is no picture', async () => {
    const urls = createPictureUrls({ baseUrl: 'http://photo.test', key: MEDIA_KEY })
    expect(await get(new URL(urls.sign('../catalogue', TEST_START).url))).toBeNull()
    expect(await get(new URL(urls.sign('missing', TEST_START).url))).toBeNull()
  })

  it('is served by a URL of the former key while keys are rotated, and shown by one of the new key', async () => {
    const [former, next] = [MEDIA_KEY, new Uint8Array(32).fill(6)]
    const rotated = createPictureUrls({ baseUrl: 'http://photo.test', key: next, acceptedKeys: [former] })
    const fresh = new URL(rotated.sign('old-cinema', TEST_START).url)
    expect([url, fresh].map((one) => rotated.open(one, TEST_START))).toEqual(['old-cinema', 'old-cinema'])
    const [before, after] = [former, next].map((key) => createPictureUrls({ baseUrl: 'http://photo.test', key }))
    expect([before?.open(fresh, TEST_START), after?.open(url, TEST_START)]).toEqual([null, null])
  })

  it('needs a real key', () => {
    expect(() => createPictureUrls({ baseUrl: '', key: new Uint8Array(31) })).toThrow(
      'media.key must have at least 32 bytes, but got: 31.',
    )
  })
})

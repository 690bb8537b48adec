import { beforeAll, describe, expect, it, test } from 'vitest'
import { film, moving, picture, tellsPlace } from './samples.ts'
import { createUploader } from './uploader.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let photo: Uint8Array

beforeAll(async () => {
  photo = await picture()
})

describe('a place for an upload', () => {
  test.each([
    ['UPLOAD_TOO_LARGE', 'bytes', { bytes: 10_000_001 }],
    ['UPLOAD_TOO_LARGE', 'bytes', { bytes: 0 }],
    ['UPLOAD_TYPE_REFUSED', 'contentType', { contentType: 'image/svg+xml' }],
    ['UPLOAD_TYPE_REFUSED', 'contentType', { contentType: 'text/html; charset=utf-8' }],
    ['UPLOAD_DIGEST_MALFORMED', 'sha256', { sha256: 'abc' }],
    ['UPLOAD_DIGEST_MALFORMED', 'sha256', { sha256: `${'a'.repeat(42)}=` }],
  ])('is refused with %s at %s for %o', async (code, path, more) => {
    expect(await createUploader().open('ana', photo, 'key', more)).toEqual({ ok: false, code, path })
  })

  it('is the same for a repeated act, and another for nobody else', async () => {
    const { open } = createUploader()
    const first = await open('ana', photo, 'key')
    expect(await open('ana', photo, 'key')).toEqual(first)
    expect(await open('ben', photo, 'key')).not.toEqual(first)
    expect(await open('ana', new Uint8Array(3), 'key')).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('is there for twenty that were not used, and for more when these are', async () => {
    const { open, upload, media } = createUploader()
    const id = await upload('ana', photo)
    for (let more = 1; more < 20; more += 1) await open('ana', photo, `more ${more}`)
    expect(await open('ana', photo, 'last')).toMatchObject({ code: 'UPLOADS_TOO_MANY' })
    expect(await open('ben', photo, 'last')).toMatchObject({ ok: true })
    await media.take(id, 'ana', { by: 'photo:1', until: null })
    expect(await open('ana', photo, 'last')).toMatchObject({ ok: true })
  })
})

describe('what is sent', () => {
  it('is taken once, and kept without the place where it was taken', async () => {
    const { place, put, blobs } = createUploader()
    const { url } = await place('ana', photo)
    expect(await put(url, photo)).toBe('TAKEN')
    expect(await put(url, photo)).toBe('UPLOAD_ALREADY_DONE')
    const [name = ''] = blobs.names()
    expect(blobs.names()).toHaveLength(1)
    expect(tellsPlace((await blobs.get(name)) ?? new Uint8Array())).toBe(false)
  })

  it('may be a moving picture or a film', async () => {
    const { upload } = createUploader()
    for (const bytes of [await moving('gif', ['red', 'blue']), await film('mp4'), await film('webm')])
      expect(await upload('ana', bytes)).toEqual(expect.any(String))
  })

  it('is refused where it is no whole or another one, nothing is kept, and it may be sent again', async () => {
    const { place, put, blobs } = createUploader()
    const { url } = await place('ana', photo)
    const changed = photo.slice()
    changed.set([1], changed.length - 1)
    expect(await put(url, photo.subarray(0, photo.length / 2))).toBe('UPLOAD_INCOMPLETE')
    expect(await put(url, new Uint8Array([...photo, 0]))).toBe('REQUEST_BODY_TOO_LARGE')
    expect(await put(url, changed)).toBe('UPLOAD_DIGEST_WRONG')
    expect(blobs.names()).toEqual([])
    expect(await put(url, photo)).toBe('TAKEN')
  })

  it('is refused for good where it is nothing to show', async () => {
    const { place, put, blobs } = createUploader()
    const script = new Uint8Array(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    )
    const { url, id } = await place('ana', script)
    expect([await put(url, script), await put(url, script)]).toEqual(['UPLOAD_TYPE_REFUSED', 'UPLOAD_ALREADY_DONE'])
    expect(blobs.names()).toEqual([])
    expect(await createUploader().media.take(id, 'ana', { by: 'photo:1', until: null })).toBeNull()
  })

  it('is refused at a URL that was changed, or whose time is over to the millisecond', async () => {
    const { place, put, clock } = createUploader()
    const [mine, other] = [await place('ana', photo), await place('ben', photo)]
    const changes: ((url: URL) => unknown)[] = [
      (url) => (url.pathname = new URL(other.url).pathname),
      (url) => url.searchParams.set('expires', String(Number(url.searchParams.get('expires')) + 1)),
      (url) => url.searchParams.set('signature', Buffer.alloc(32).toString('base64url')),
      (url) => url.searchParams.delete('signature'),
    ]
    for (const change of changes) {
      const url = new URL(mine.url)
      change(url)
      expect(await put(url.href, photo)).toBe('UPLOAD_URL_INVALID')
    }
    await clock.advance(10 * MINUTE)
    expect(await put(mine.url, photo)).toBe('UPLOAD_URL_INVALID')
  })

  it('at the same time is taken from one of two', async () => {
    const { place, put, blobs } = createUploader()
    const { url } = await place('ana', photo)
    const both = await Promise.all([put(url, photo), put(url, photo)])
    expect(both.toSorted()).toEqual(['TAKEN', 'UPLOAD_ALREADY_DONE'])
    expect(blobs.names()).toHaveLength(1)
  })
})

describe('what was uploaded', () => {
  const holder = (by: string, until: number | null = null) => ({ by, until })

  it('is used by its owner, once; again only for the same thing', async () => {
    const { upload, media } = createUploader()
    const id = await upload('ana', photo)
    expect(await media.take(id, 'ben', holder('photo:1'))).toBeNull()
    const name = await media.take(id, 'ana', holder('photo:1'))
    expect(name).toMatch(/^[0-9a-f]{64}$/)
    expect(await media.take(id, 'ana', holder('photo:1'))).toBe(name)
    expect(await media.take(id, 'ana', holder('photo:2'))).toBeNull()
  })

  it('is used by one of two things that want it at the same time', async () => {
    const { upload, media, blobs } = createUploader()
    const id = await upload('ana', photo)
    const both = await Promise.all(['photo:1', 'photo:2'].map((by) => media.take(id, 'ana', holder(by))))
    expect(both.filter((name) => name !== null)).toHaveLength(1)
    const [name = ''] = both.filter((taken) => taken !== null)
    await Promise.all(['photo:1', 'photo:2'].map((by) => media.drop(name, by)))
    expect(blobs.names()).toEqual([])
  })

  it('is removed after its time when nobody uses it', async () => {
    const { upload, place, media, clock, blobs } = createUploader()
    const [unused] = [await upload('ana', photo), await place('ana', photo)]
    await clock.advance(70 * MINUTE - 1)
    expect(blobs.names()).toHaveLength(1)
    await clock.advance(1)
    expect(blobs.names()).toEqual([])
    expect(await media.take(unused, 'ana', holder('photo:1'))).toBeNull()
  })

  it('is gone with the last thing that shows it, not before', async () => {
    const { upload, media, blobs } = createUploader()
    const [one, two] = [await upload('ana', photo), await upload('ana', photo)]
    const names = [await media.take(one, 'ana', holder('photo:1')), await media.take(two, 'ana', holder('photo:2'))]
    expect(new Set(names).size).toBe(1)
    const [name] = names as [string]
    await media.drop(name, 'photo:1')
    await media.drop(name, 'photo:1')
    expect(blobs.names()).toHaveLength(1)
    await media.drop(name, 'photo:2')
    expect([blobs.names(), await media.find([name])]).toEqual([[], [null]])
    expect(await media.take(two, 'ana', holder('photo:2'))).toBeNull()
  })

  it('can be uploaded again after it was gone', async () => {
    const { upload, media, blobs } = createUploader()
    for (const by of ['photo:1', 'photo:2']) {
      const name = await media.take(await upload('ana', photo), 'ana', holder(by))
      expect(blobs.names()).toHaveLength(1)
      await media.drop(name ?? '', by)
      expect(blobs.names()).toEqual([])
    }
  })

  it('is asked about where a process died: kept for what is there, removed for what never came', async () => {
    const { upload, media, clock, blobs, needed } = createUploader()
    const until = clock.wall() + HOUR
    const other = await picture('jpeg', { background: 'red' })
    await media.take(await upload('ana', photo), 'ana', holder('photo:there', until))
    await media.take(await upload('ana', other), 'ana', holder('photo:never', until))
    needed.set('photo:there', null)
    await clock.advance(3 * HOUR)
    expect(blobs.names()).toHaveLength(1)
    needed.delete('photo:there')
    await clock.advance(48 * HOUR)
    expect(blobs.names()).toHaveLength(1)
  })

  it('shares nothing with the same picture of somebody else, or in another app', async () => {
    const [photos, posts] = [createUploader('photo'), createUploader('social')]
    const names = []
    for (const [{ upload, media }, owner] of [
      [photos, 'ana'],
      [photos, 'ben'],
      [posts, 'ana'],
    ] as const)
      names.push(await media.take(await upload(owner, photo), owner, holder('photo:1')))
    expect(new Set(names).size).toBe(3)
    const stored = [...photos.blobs.names(), ...posts.blobs.names()].map((name) => name.split('.')[0])
    expect(new Set(stored).size).toBe(3)
  })
})

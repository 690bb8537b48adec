import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { cleanMedia } from '../../../../subgraphs/runtime/uploads/clean.ts'
import { film, moving, picture, tellsPlace } from './samples.ts'

/** The code that refuses these bytes. */
async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const outcome = await cleanMedia(bytes).catch((error: { extensions?: { code?: string } }) => error.extensions?.code)
  return typeof outcome === 'object' ? 'taken' : outcome
}

const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'))

describe.each(['jpeg', 'png', 'webp', 'avif'] as const)('a picture in %s', (format) => {
  it('is kept as WebP of its size and tells nobody where it was taken', async () => {
    const taken = await picture(format)
    expect(tellsPlace(taken)).toBe(true)
    const clean = await cleanMedia(taken)
    expect(clean).toMatchObject({ kind: 'IMAGE', contentType: 'image/webp', width: 300, height: 200 })
    expect(tellsPlace(clean.bytes)).toBe(false)
    const { exif, xmp, icc, iptc } = await sharp(clean.bytes).metadata()
    expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('a picture', () => {
  it('stands upright, as the camera meant it', async () => {
    const wide = sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
    const turned = await wide.jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await cleanMedia(turned)).toMatchObject({ width: 200, height: 300 })
  })

  it('is made smaller than 2,048 a side', async () => {
    expect(await cleanMedia(await picture('jpeg', { width: 3000, height: 1500 }))).toMatchObject({
      width: 2048,
      height: 1024,
    })
  })

  it.each(['gif', 'webp'] as const)('goes on moving when it moved in %s', async (format) => {
    const clean = await cleanMedia(await moving(format, ['red', 'green', 'blue']))
    expect(clean).toMatchObject({ contentType: 'image/webp', width: 60, height: 40 })
    expect((await sharp(clean.bytes).metadata()).pages).toBe(3)
  })
})

describe('refused is', () => {
  test.each([
    ['a script in an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7\n'],
    ['a TIFF', 'II*\0'],
    ['a film of QuickTime', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
    ['a Matroska file that is no WebM', '\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska'],
    ['nothing', ''],
  ])('%s', async (_name, content) => expect(await refusalOf(text(content))).toBe('UPLOAD_TYPE_REFUSED'))

  test.each(['\xff\xd8\xff<svg><script/></svg>', '\x89PNG\r\n\x1a\n<html>', 'RIFF\0\0\0\0WEBPVP8 ', 'GIF89a<script>'])(
    'what begins like a picture and is none: %j',
    async (content) => expect(await refusalOf(text(content))).toBe('UPLOAD_DAMAGED'),
  )

  test.each(['\0\0\0\x14ftypisom\0\0\0\0isom', '\x1a\x45\xdf\xa3\x87\x42\x82\x84webm'])(
    'what begins like a film and is none: %j',
    async (content) => expect(await refusalOf(text(content))).toMatch(/^UPLOAD_(DAMAGED|TYPE_REFUSED)$/),
  )

  test('half a picture', async () => {
    const whole = await picture('png', { width: 900, height: 900 })
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('UPLOAD_DAMAGED')
  })

  test('a picture of more pixels than anybody looks at, before it is decoded', async () => {
    const bomb = await picture('png', { width: 16_000, height: 4_100 })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusalOf(bomb)).toBe('UPLOAD_DIMENSIONS_TOO_LARGE')
  })

  test('a picture whose header lies about its size', async () => {
    const lying = await picture('png')
    Buffer.from(lying.buffer).writeUInt32BE(60_000, 16)
    expect(await refusalOf(lying)).toMatch(/^UPLOAD_(DAMAGED|DIMENSIONS_TOO_LARGE)$/)
  })

  test('a moving picture of too many frames', async () => {
    const frames = Array.from({ length: 220 }, (_, index) => `rgb(${index}, ${255 - index}, ${(index * 67) % 256})`)
    expect(await refusalOf(await moving('gif', frames))).toBe('UPLOAD_DIMENSIONS_TOO_LARGE')
  })

  test('a film that is longer than a minute', async () => {
    expect(await refusalOf(await film('mp4', 62))).toBe('UPLOAD_FILM_TOO_LONG')
    expect(await refusalOf(await film('webm', 62))).toBe('UPLOAD_FILM_TOO_LONG')
  })
})

describe.each(['mp4', 'webm'] as const)('a film in %s', (type) => {
  it('keeps its pictures and tells nobody where it was taken, in tags and stream', async () => {
    const taken = await film(type)
    expect(tellsPlace(taken)).toBe(true)
    const clean = await cleanMedia(taken)
    expect(clean).toMatchObject({ kind: 'VIDEO', contentType: `video/${type}`, width: 64, height: 48 })
    expect(tellsPlace(clean.bytes)).toBe(false)
  })

  it('can be cleaned again: what is kept is what is taken', async () => {
    const once = await cleanMedia(await film(type))
    const twice = await cleanMedia(once.bytes)
    expect(twice).toMatchObject({ kind: 'VIDEO', contentType: once.contentType, width: 64, height: 48 })
  })
})

import { readFile } from 'node:fs/promises'
import type { Clock } from '../../runtime/clock/clock.ts'
import type { HttpRoute } from '../../runtime/subgraph/subgraph.ts'
import { isDemoPicture } from './catalogue.ts'
import type { PictureUrls } from './signedUrls.ts'

/** Serves the demo pictures to whoever has a signed URL; everything else, a URL whose time is over too, is not there. */
export function createPictureRoute(urls: PictureUrls, clock: Clock): HttpRoute {
  const files = new Map<string, Promise<Uint8Array>>()

  function file(picture: string): Promise<Uint8Array> {
    const known = files.get(picture)
    if (known) return known
    const read = readFile(new URL(`./${picture}.webp`, import.meta.url))
    files.set(picture, read)
    read.catch(() => files.delete(picture))
    return read
  }

  return {
    prefix: '/media/photo/',
    async get(url) {
      const picture = urls.open(url, clock.wall())
      if (picture === null || !isDemoPicture(picture)) return null
      return {
        contentType: 'image/webp',
        body: await file(picture),
        headers: {
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'referrer-policy': 'no-referrer',
        },
      }
    },
  }
}

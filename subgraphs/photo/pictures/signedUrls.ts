import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Millis } from '../../runtime/clock/millis.ts'

/** How long a URL can be fetched. */
export const URL_LIFE_MS = 5 * 60 * 1000

/** Where demo pictures are served, below the base URL. */
export const DEMO_PATH = '/media/photo/demo/'

export interface MediaOptions {
  /**
   * Where clients reach the routes of this subgraph: origin, and a path before `/media/…` where a proxy adds one. Read
   * anew for each URL, since a server on port 0 learns its own only when it listens.
   */
  readonly baseUrl: string
  /** Signs the URLs: at least 32 secret bytes, the same in every process that makes or serves them. */
  readonly key: Uint8Array
}

export interface PictureUrls {
  /** A URL that shows this picture, and no other, until `expiresAt`. */
  sign(picture: string, now: Millis): { readonly url: string; readonly expiresAt: Millis }
  /** The picture that a URL shows, or null when it is not ours, was changed, or its time is over. */
  open(url: URL, now: Millis): string | null
}

/**
 * URLs that carry their own permission: whoever was shown a photo may hand its URL to an `<img>`, which brings no token.
 * Nothing about the viewer is in them, because nothing about the viewer could be checked when they are fetched; that is
 * why they live 5 minutes only.
 */
export function createPictureUrls(media: MediaOptions): PictureUrls {
  const { key } = media
  if (key.length < 32) throw new RangeError(`media.key must have at least 32 bytes, but got: ${key.length}.`)

  function signature(picture: string, expires: string): Buffer {
    return createHmac('sha256', key).update(`photo picture\n${picture}\n${expires}`).digest()
  }

  return {
    sign(picture, now) {
      const expiresAt = now + URL_LIFE_MS
      const expires = String(expiresAt)
      const query = `expires=${expires}&signature=${signature(picture, expires).toString('base64url')}`
      return { url: `${media.baseUrl.replace(/\/+$/, '')}${DEMO_PATH}${picture}?${query}`, expiresAt }
    },
    open({ pathname, searchParams }, now) {
      if (!pathname.startsWith(DEMO_PATH)) return null
      const picture = pathname.slice(DEMO_PATH.length)
      const expires = searchParams.get('expires') ?? ''
      const given = Buffer.from(searchParams.get('signature') ?? '', 'base64url')
      const expected = signature(picture, expires)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      return now < Number(expires) ? picture : null
    },
  }
}

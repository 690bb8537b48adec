import type { Millis } from '../../runtime/clock/millis.ts'
import { type MediaSettings, urlParts } from '../../runtime/uploads/settings.ts'
import { createSignedUrls } from '../../runtime/uploads/signedUrls.ts'

/** How long a URL can be fetched. */
export const URL_LIFE_MS = 5 * 60 * 1000

/** Where demo pictures are served, below the base URL. */
export const DEMO_PATH = '/media/photo/demo/'

export interface PictureUrls {
  /** A URL that shows this picture, and no other, until `expiresAt`. */
  sign(picture: string, now: Millis): { readonly url: string; readonly expiresAt: Millis }
  /** The picture that a URL shows, or null when it is not ours, was changed, or its time is over. */
  open(url: URL, now: Millis): string | null
}

/**
 * URLs that carry their own permission: whoever was shown a photo may hand its URL to an `<img>`, which brings no token.
 * Nothing about the viewer is in them, because nothing about the viewer could be checked when they are fetched; that is
 * why they live 5 minutes only. While keys are rotated, those of the former key are good to their end.
 */
export function createPictureUrls(settings: Omit<MediaSettings, 'blobs'>): PictureUrls {
  const { baseUrl, keysFor } = urlParts('photo', settings)
  const urls = createSignedUrls({ baseUrl, path: DEMO_PATH, keys: keysFor('demo pictures') })
  return {
    sign(picture, now) {
      const expiresAt = now + URL_LIFE_MS
      return { url: urls.sign(picture, expiresAt), expiresAt }
    },
    open: urls.open,
  }
}

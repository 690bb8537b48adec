import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Millis } from '../clock/millis.ts'

export interface UploadUrls {
  /** Where this upload goes, until `expiresAt`. */
  sign(uploadId: string, expiresAt: Millis): string
  /** The upload that a URL is for, or null when it was changed, or its time is over. */
  open(url: URL, now: Millis): string | null
}

export interface UploadUrlOptions {
  /** Origin, and a path before `path` where a proxy adds one; without a slash at the end. */
  readonly baseUrl: () => string
  /** `/uploads/<app>/`. */
  readonly path: string
  /** Signs; secret, of this app alone. */
  readonly key: Uint8Array
}

/** URLs that carry the permission for one upload: whoever sends the bytes needs no token beside. */
export function createUploadUrls({ baseUrl, path, key }: UploadUrlOptions): UploadUrls {
  function signature(id: string, expires: string): Buffer {
    return createHmac('sha256', key).update(`upload\n${path}\n${id}\n${expires}`).digest()
  }

  return {
    sign(uploadId, expiresAt) {
      const expires = String(expiresAt)
      const query = `expires=${expires}&signature=${signature(uploadId, expires).toString('base64url')}`
      return `${baseUrl()}${path}${uploadId}?${query}`
    },
    open({ pathname, searchParams }, now) {
      if (!pathname.startsWith(path)) return null
      const id = pathname.slice(path.length)
      const expires = searchParams.get('expires') ?? ''
      const given = Buffer.from(searchParams.get('signature') ?? '', 'base64url')
      const expected = signature(id, expires)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      return now < Number(expires) ? id : null
    },
  }
}

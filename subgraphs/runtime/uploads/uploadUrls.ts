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
  /** Secret, of this app alone: the first one signs, each of them is accepted. */
  readonly keys: readonly [Uint8Array, ...Uint8Array[]]
}

/** URLs that carry the permission for one upload: whoever sends the bytes needs no token beside. */
export function createUploadUrls({ baseUrl, path, keys }: UploadUrlOptions): UploadUrls {
  function signature(key: Uint8Array, id: string, expires: string): Buffer {
    return createHmac('sha256', key).update(`upload\n${path}\n${id}\n${expires}`).digest()
  }

  return {
    sign(uploadId, expiresAt) {
      const expires = String(expiresAt)
      const query = `expires=${expires}&signature=${signature(keys[0], uploadId, expires).toString('base64url')}`
      return `${baseUrl()}${path}${uploadId}?${query}`
    },
    open({ pathname, searchParams }, now) {
      if (!pathname.startsWith(path)) return null
      const id = pathname.slice(path.length)
      const expires = searchParams.get('expires') ?? ''
      const given = Buffer.from(searchParams.get('signature') ?? '', 'base64url')
      const isOurs = keys.some((key) => {
        const expected = signature(key, id, expires)
        return given.length === expected.length && timingSafeEqual(given, expected)
      })
      return isOurs && now < Number(expires) ? id : null
    },
  }
}

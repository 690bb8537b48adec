import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Millis } from '../clock/millis.ts'
import type { UrlKeys } from './settings.ts'

export interface SignedUrls {
  /** For the thing of this name, until `expiresAt`. */
  readonly sign: (name: string, expiresAt: Millis) => string
  /** The name that a URL is for, or null when it was changed, or its time is over. */
  readonly open: (url: URL, now: Millis) => string | null
}

export interface SignedUrlOptions {
  /** Origin, and a path before `path` where a proxy adds one; without a slash at the end. */
  readonly baseUrl: () => string
  /** What stands before the name, for example `/uploads/<app>/`. */
  readonly path: string
  /** Secret, of this app and this kind of URL alone. */
  readonly keys: UrlKeys
}

/** URLs that carry the permission for one thing: whoever has one needs no token beside, and nothing in it is secret. */
export function createSignedUrls({ baseUrl, path, keys }: SignedUrlOptions): SignedUrls {
  function signature(key: Uint8Array, name: string, expires: string): Buffer {
    return createHmac('sha256', key).update(`${path}\n${name}\n${expires}`).digest()
  }

  return {
    sign(name, expiresAt) {
      const expires = String(expiresAt)
      const query = `expires=${expires}&signature=${signature(keys[0], name, expires).toString('base64url')}`
      return `${baseUrl()}${path}${name}?${query}`
    },
    open({ pathname, searchParams }, now) {
      if (!pathname.startsWith(path)) return null
      const name = pathname.slice(path.length)
      const expires = searchParams.get('expires') ?? ''
      const given = Buffer.from(searchParams.get('signature') ?? '', 'base64url')
      const isOurs = keys.some((key) => {
        const expected = signature(key, name, expires)
        return given.length === expected.length && timingSafeEqual(given, expected)
      })
      return isOurs && now < Number(expires) ? name : null
    },
  }
}

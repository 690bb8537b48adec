import { createHmac } from 'node:crypto'
import type { Millis } from '../clock/millis.ts'
import { openCompact, sealCompact } from '../grants/compactJwe.ts'
import type { Random } from '../random/random.ts'
import type { UrlKeys } from './settings.ts'

/** How long a picture or film can be fetched by one URL. */
export const SHOWN_MS = 5 * 60 * 1000

/** What is shown to whom. */
export interface Shown {
  /** The type of what shows it, for example `PhotoStory`, and its local id. */
  readonly type: string
  readonly id: string
  /** Of the picture or film: should the thing show another one later, this URL ends. */
  readonly name: string
  /** The local id of who looks; null for somebody signed out. */
  readonly viewer: string | null
}

export interface ShownUrls {
  readonly sign: (shown: Shown, now: Millis) => { readonly url: string; readonly expiresAt: Millis }
  /** What a URL shows, or null when it is not ours, was changed, or its time is over. */
  open(url: URL, now: Millis): Shown | null
}

export interface ShownUrlOptions {
  /** Origin, and a path before `path` where a proxy adds one; without a slash at the end. */
  readonly baseUrl: () => string
  /** `/media/<app>/shown/`. */
  readonly path: string
  /** Secret, of this app alone. */
  readonly keys: UrlKeys
  readonly random: Random
}

/**
 * URLs for an `<img>`, which brings no token: they carry what is shown and who looks, encrypted, so that whoever sees
 * one reads nothing in it and two of them cannot be told to be one person's. A key a day, as grants have.
 */
export function createShownUrls({ baseUrl, path, keys, random }: ShownUrlOptions): ShownUrls {
  const keyOfDay = (key: Uint8Array, day: string): Uint8Array =>
    createHmac('sha256', key).update(`shown\n${path}\n${day}`).digest()

  function openUnder(key: Uint8Array, token: string, now: Millis): string | null {
    return openCompact(token, [dayOf(now), dayOf(now - SHOWN_MS)], (day) => keyOfDay(key, day))
  }

  return {
    sign({ type, id, name, viewer }, now) {
      const expiresAt = now + SHOWN_MS
      const kid = dayOf(now)
      const plain = JSON.stringify([type, id, name, viewer, expiresAt])
      const token = sealCompact(plain, { key: keyOfDay(keys[0], kid), kid, iv: random.bytes(12) })
      return { url: `${baseUrl()}${path}${token}`, expiresAt }
    },
    open({ pathname }, now) {
      if (!pathname.startsWith(path)) return null
      const token = pathname.slice(path.length)
      const [plain] = keys.flatMap((key) => openUnder(key, token, now) ?? [])
      if (plain === undefined) return null
      const [type, id, name, viewer, expiresAt] = JSON.parse(plain) as [string, string, string, string | null, Millis]
      return now < expiresAt ? { type, id, name, viewer } : null
    },
  }
}

function dayOf(now: Millis): string {
  return new Date(now).toISOString().slice(0, 10)
}

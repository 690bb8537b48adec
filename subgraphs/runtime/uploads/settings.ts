import { createHmac } from 'node:crypto'
import type { Blobs } from './blobs.ts'

/** What the composition root gives an app for its pictures and films. */
export interface MediaSettings {
  /**
   * Where clients reach the routes of this subgraph: origin, and a path before `/media/…` and `/uploads/…` where a proxy
   * adds one. Read anew for each URL, since a server on port 0 learns its own only when it listens.
   */
  readonly baseUrl: string
  /** At least 32 secret bytes, of this app alone and the same in all its processes: signs URLs. */
  readonly key: Uint8Array
  /** Keys whose URLs are accepted beside, while keys are rotated. Default: none. */
  readonly acceptedKeys?: readonly Uint8Array[]
  /** Names what is kept; never rotated. Default: `key`. */
  readonly nameKey?: Uint8Array
  /** Where the bytes are: the same for all processes of the app, and no other app's. */
  readonly blobs: Blobs
}

/** The first one makes things, each of them is accepted. */
export type UrlKeys = readonly [Uint8Array, ...Uint8Array[]]

/** What all kinds of URLs of one app are made with. */
export interface UrlParts {
  /** Origin and path, without a slash at the end. */
  readonly baseUrl: () => string
  /** The keys of one kind of URL; they open nothing of another kind. */
  readonly keysFor: (use: string) => UrlKeys
}

/** Throws a `RangeError` for a key that is too short. */
export function urlParts(app: string, settings: Omit<MediaSettings, 'blobs'>): UrlParts {
  const { key, acceptedKeys = [] } = settings
  return {
    baseUrl: () => settings.baseUrl.replace(/\/+$/, ''),
    keysFor: (use) => [subkey(key, use, app), ...acceptedKeys.map((accepted) => subkey(accepted, use, app))],
  }
}

/** What names the pictures and films of one app. */
export function nameKeyOf(app: string, { key, nameKey = key }: Omit<MediaSettings, 'blobs'>): Uint8Array {
  return subkey(nameKey, 'names', app)
}

function subkey(key: Uint8Array, use: string, app: string): Uint8Array {
  if (key.length < 32) throw new RangeError(`media.key must have at least 32 bytes, but got: ${key.length}.`)
  return createHmac('sha256', key).update(`${use}\0${app}`).digest()
}

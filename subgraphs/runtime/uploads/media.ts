import { createHash, createHmac } from 'node:crypto'
import type { Storage } from '../../storage/port.ts'
import type { ByteSource } from '../bytes/byteSource.ts'
import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'
import type { Random } from '../random/random.ts'
import type { Blobs } from './blobs.ts'
import type { CleanMedia } from './cleanMedia.ts'
import { createHolding } from './holding.ts'
import { type Holder, type MediaRow, openMediaRows } from './mediaRows.ts'
import { type StillNeeded, sweepMedia } from './mediaSweep.ts'

export interface MediaOptions {
  readonly storage: Storage
  /** The name of the collection, for example `photo_media`. */
  readonly collection: string
  readonly blobs: Blobs
  /** Secret bytes of this app alone: equal pictures of two people, or in two apps, have unrelated names. */
  readonly key: Uint8Array
  readonly clock: Clock
  readonly random: Random
  readonly stillNeeded: StillNeeded
}

/** The pictures and films of one app: each is kept once for each owner, as long as somebody holds it. */
export interface Media {
  /** The name that bytes of this owner have: HMAC-SHA-256 under a key of app and owner of their SHA-256, in hex. */
  nameOf(owner: string, bytes: Uint8Array): string
  /** Stores what was cleaned, for this holder too; answers its name. */
  keep(owner: string, media: CleanMedia, holder: Holder): Promise<string>
  /** The same for what is kept already; false when it is not, or no more. */
  hold(name: string, holder: Holder): Promise<boolean>
  /** This holder does not need it any more. May be called again. */
  readonly drop: (name: string, by: string) => Promise<void>
  /** The rows with these names; null for what nobody holds. */
  readonly find: (names: readonly string[]) => Promise<readonly (MediaRow | null)[]>
  /** The bytes; null when they are gone. */
  readonly read: (row: Pick<MediaRow, 'blob'>) => Promise<Uint8Array | null>
  /** The same, to be read in parts. */
  readonly source: (row: Pick<MediaRow, 'blob'>) => Promise<ByteSource | null>
  /** Looks after every holder whose time has come; answers when the next one's comes, null when none has a time. */
  sweep(): Promise<Millis | null>
}

export function createMedia(options: MediaOptions): Media {
  const { storage, collection, blobs, key, clock, random, stillNeeded } = options
  const rows = openMediaRows(storage, collection)
  const { join, leave, remove } = createHolding(rows, blobs)

  async function keep(owner: string, media: CleanMedia, holder: Holder): Promise<string> {
    const { bytes, kind, contentType, width, height } = media
    const _id = nameUnder(key, owner, bytes)
    for (;;) {
      // A name of its own each time: whoever still deletes what was there before never meets what comes now.
      const blob = `${_id}.${Buffer.from(random.bytes(16)).toString('hex')}`
      const facts = { _id, owner, blob, kind, contentType, width, height }
      const row = (await rows.insert(facts, holder)) ?? (await join(_id, holder))
      if (row === null) continue
      // Written again where another holder may have died before it wrote: the same bytes in the same place.
      await blobs.put(row.blob, bytes)
      // Dropped meanwhile by everybody: whoever did it may have found no bytes yet.
      const now = await rows.newest(_id)
      if (now?.blob !== row.blob || now.holders.length === 0) await blobs.delete(row.blob)
      return _id
    }
  }

  return {
    nameOf: (owner, bytes) => nameUnder(key, owner, bytes),
    keep,
    hold: async (name, holder) => (await join(name, holder)) !== null,
    drop: leave,
    find: rows.find,
    read: ({ blob }) => blobs.get(blob),
    source: ({ blob }) => blobs.source(blob),
    sweep: () => sweepMedia({ rows, remove, stillNeeded }, clock.wall()),
  }
}

function nameUnder(key: Uint8Array, owner: string, bytes: Uint8Array): string {
  const ownKey = createHmac('sha256', key).update(`media of\0${owner}`).digest()
  return createHmac('sha256', ownKey).update(createHash('sha256').update(bytes).digest()).digest('hex')
}

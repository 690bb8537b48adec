import { createHash, createHmac } from 'node:crypto'
import type { CollectionDefinition, Storage, StoredDocument } from '../../storage/port.ts'
import type { ByteSource } from '../bytes/byteSource.ts'
import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'
import type { Random } from '../random/random.ts'
import type { Blobs } from './blobs.ts'
import type { CleanMedia } from './cleanMedia.ts'

/** Who needs a picture or film. Nothing is left of what nobody needs. */
export interface Holder {
  /** A word of the domain's own: the same word again is the same holder. */
  readonly by: string
  /** When somebody looks whether it is still needed (`stillNeeded`); null: until it is dropped. */
  readonly until: Millis | null
}

/** A picture or film that is kept; `_id` is its name. */
export interface MediaRow extends StoredDocument {
  /** Whose it is: a local id, or what the domain calls a person. */
  readonly owner: string
  /** Where its bytes are; never used again once nobody held it. */
  readonly blob: string
  readonly kind: CleanMedia['kind']
  readonly contentType: CleanMedia['contentType']
  readonly width: number
  readonly height: number
  /** Empty: it is on its way out, and takes no holder any more. */
  readonly holders: readonly Holder[]
  /** 1 more with every change of the holders: the guard of whoever changes them. */
  readonly turn: number
  /** The first `until` of all; `NEVER` without one, 0 without holders. */
  readonly sweepAt: Millis
  /** Constant: the index's only equality. */
  readonly all: true
}

/** Later than any time, and still exact as a number. */
const NEVER = Number.MAX_SAFE_INTEGER

export interface MediaOptions {
  readonly storage: Storage
  /** The name of the collection, for example `photo_media`. */
  readonly collection: string
  readonly blobs: Blobs
  /** Secret bytes of this app alone: equal pictures of two people, or in two apps, have unrelated names. */
  readonly key: Uint8Array
  readonly clock: Clock
  readonly random: Random
  /**
   * Asked when a holder's time has come: until when it goes on needing it, null for without end, `'GONE'` when it does
   * not. What a process that died did not come to say is found so.
   */
  readonly stillNeeded: (by: string, owner: string) => Promise<Millis | null | 'GONE'>
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
  const { storage, blobs, key, clock, random, stillNeeded } = options
  const rows = storage.collection(definitionOf(options.collection))

  function nameOf(owner: string, bytes: Uint8Array): string {
    const ownKey = createHmac('sha256', key).update(`media of\0${owner}`).digest()
    return createHmac('sha256', ownKey).update(createHash('sha256').update(bytes).digest()).digest('hex')
  }

  async function keep(owner: string, media: CleanMedia, holder: Holder): Promise<string> {
    const { bytes, kind, contentType, width, height } = media
    const _id = nameOf(owner, bytes)
    for (;;) {
      // A name of its own each time: whoever still deletes what was there before never meets what comes now.
      const blob = `${_id}.${Buffer.from(random.bytes(16)).toString('hex')}`
      const fresh = { _id, owner, blob, kind, contentType, width, height, ...heldBy([holder], 1) }
      const row = (await rows.insert(fresh)) === 'inserted' ? fresh : await join(_id, holder)
      if (row === null) continue
      // Written again where another holder may have died before it wrote: the same bytes in the same place.
      await blobs.put(row.blob, bytes)
      // Dropped meanwhile by everybody: whoever did it may have found no bytes yet.
      const now = await newest(_id)
      if (now?.blob !== row.blob || now.holders.length === 0) await blobs.delete(row.blob)
      return _id
    }
  }

  /** The row with this holder; null when there is none that takes one. */
  async function join(name: string, holder: Holder): Promise<MediaRow | null> {
    for (;;) {
      const row = await newest(name)
      if (row === null) return null
      if (row.holders.length === 0) {
        await remove(row)
        return null
      }
      const joined = await change(row, [...row.holders.filter(({ by }) => by !== holder.by), holder])
      if (joined !== null) return joined
    }
  }

  async function drop(name: string, by: string): Promise<void> {
    for (;;) {
      const row = await newest(name)
      if (row === null || !row.holders.some((holder) => holder.by === by)) return
      const left = await change(
        row,
        row.holders.filter((holder) => holder.by !== by),
      )
      if (left === null) continue
      if (left.holders.length === 0) await remove(left)
      return
    }
  }

  const newest = (name: string): Promise<MediaRow | null> => rows.patch(name, {}, {})

  function change(row: MediaRow, holders: readonly Holder[]): Promise<MediaRow | null> {
    return rows.patch(row._id, { turn: row.turn }, { set: heldBy(holders, row.turn + 1) })
  }

  /** The bytes first: a row that is left behind is swept, bytes that no row knows would stay. */
  async function remove({ _id, blob, rev }: MediaRow): Promise<void> {
    await blobs.delete(blob)
    await rows.delete(_id, rev)
  }

  async function sweep(): Promise<Millis | null> {
    const now = clock.wall()
    for (;;) {
      const due = await rows.page('bySweep', { all: true }, { limit: ROWS_PER_SWEEP, range: { lte: now } })
      await Promise.all(due.items.map((row) => sweepOne(row, now)))
      if (!due.hasMore) break
    }
    const { items } = await rows.page('bySweep', { all: true }, { limit: 1, range: { gt: now, lt: NEVER } })
    return items[0]?.sweepAt ?? null
  }

  async function sweepOne(row: MediaRow, now: Millis): Promise<void> {
    const judged = await Promise.all(row.holders.map((holder) => judge(holder, row.owner, now)))
    const holders = judged.flatMap((holder) => holder ?? [])
    // Null: somebody else has changed it meanwhile, and it is looked at again.
    const left = row.holders.length === 0 ? row : await change(row, holders)
    if (left?.holders.length === 0) await remove(left)
  }

  async function judge(holder: Holder, owner: string, now: Millis): Promise<Holder | null> {
    if (holder.until === null || holder.until > now) return holder
    const until = await stillNeeded(holder.by, owner)
    if (until === 'GONE') return null
    return { by: holder.by, until: until === null ? null : Math.max(until, now + SOONEST_MS) }
  }

  return {
    nameOf,
    keep,
    hold: async (name, holder) => (await join(name, holder)) !== null,
    drop,
    find: async (names) => {
      const found = await rows.getMany(names)
      return found.map((row) => (row === null || row.holders.length === 0 ? null : row))
    },
    read: ({ blob }) => blobs.get(blob),
    source: ({ blob }) => blobs.source(blob),
    sweep,
  }
}

const ROWS_PER_SWEEP = 128
/** Nobody is asked again sooner. */
const SOONEST_MS = 60_000

function heldBy(holders: readonly Holder[], turn: number) {
  const times = holders.map(({ until }) => until ?? NEVER)
  return { holders, turn, sweepAt: times.length === 0 ? 0 : Math.min(...times), all: true } as const
}

function definitionOf(name: string): CollectionDefinition<MediaRow> {
  return { name, version: 1, indexes: [{ name: 'bySweep', eq: ['all'], order: 'sweepAt' }] }
}

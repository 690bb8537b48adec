import type { CollectionDefinition, Storage, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
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

/** What a row says beside who holds it. */
export type MediaFacts = Pick<MediaRow, '_id' | 'owner' | 'blob' | 'kind' | 'contentType' | 'width' | 'height'>

/** The rows of one app's pictures and films: each change is one atomic step, and says whether it was made. */
export interface MediaRows {
  /** Adds one with this holder; null when there is one of its name. */
  readonly insert: (facts: MediaFacts, holder: Holder) => Promise<Pick<MediaRow, '_id' | 'blob'> | null>
  /** As it is now, never as it was a moment ago. */
  readonly newest: (name: string) => Promise<MediaRow | null>
  /** Gives it these holders; null when somebody changed them since it was read. */
  readonly change: (row: MediaRow, holders: readonly Holder[]) => Promise<MediaRow | null>
  /** Removes it unless it was changed since it was read. */
  readonly remove: (row: Pick<MediaRow, '_id' | 'rev'>) => Promise<void>
  /** The rows with these names; null for what nobody holds. */
  readonly find: (names: readonly string[]) => Promise<readonly (MediaRow | null)[]>
  /** Some of those with a holder whose time has come, or with none; `hasMore` when these are not all. */
  readonly due: (now: Millis) => Promise<{ readonly items: readonly MediaRow[]; readonly hasMore: boolean }>
  /** When the next holder's time comes after `now`; null when none has a time. */
  readonly nextDue: (now: Millis) => Promise<Millis | null>
}

/** Later than any time, and still exact as a number. */
const NEVER = Number.MAX_SAFE_INTEGER
const ROWS_PER_SWEEP = 128

/** `collection`: its name, for example `photo_media`. */
export function openMediaRows(storage: Storage, collection: string): MediaRows {
  const rows = storage.collection(definitionOf(collection))
  return {
    async insert(facts, holder) {
      const row = { ...facts, ...heldBy([holder], 1) }
      return (await rows.insert(row)) === 'inserted' ? row : null
    },
    newest: (name) => rows.patch(name, {}, {}),
    change: ({ _id, turn }, holders) => rows.patch(_id, { turn }, { set: heldBy(holders, turn + 1) }),
    remove: async ({ _id, rev }) => void (await rows.delete(_id, rev)),
    async find(names) {
      const found = await rows.getMany(names)
      return found.map((row) => (row === null || row.holders.length === 0 ? null : row))
    },
    due: (now) => rows.page('bySweep', { all: true }, { limit: ROWS_PER_SWEEP, range: { lte: now } }),
    async nextDue(now) {
      const { items } = await rows.page('bySweep', { all: true }, { limit: 1, range: { gt: now, lt: NEVER } })
      return items[0]?.sweepAt ?? null
    },
  }
}

function heldBy(holders: readonly Holder[], turn: number) {
  const times = holders.map(({ until }) => until ?? NEVER)
  return { holders, turn, sweepAt: times.length === 0 ? 0 : Math.min(...times), all: true } as const
}

function definitionOf(name: string): CollectionDefinition<MediaRow> {
  return { name, version: 1, indexes: [{ name: 'bySweep', eq: ['all'], order: 'sweepAt' }] }
}

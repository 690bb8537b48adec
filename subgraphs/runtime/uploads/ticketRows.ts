import type { CollectionDefinition, Storage, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'

/** An upload, from the ticket to its use. */
export interface TicketRow extends StoredDocument {
  readonly owner: string
  /** What was announced: the length, and the SHA-256 in base64url. */
  readonly bytes: number
  readonly sha256: string
  /** `RECEIVING`: being cleaned, or its process died over it. `REFUSED` and `TAKEN` are final. */
  readonly state: 'WAITING' | 'RECEIVING' | 'READY' | 'REFUSED' | 'TAKEN'
  /** Whether it may still be used: what a person can have only so many of. */
  readonly open: boolean
  readonly putUntil: Millis
  /** The row goes then, and what came with it unless somebody else holds it. */
  readonly endsAt: Millis
  /** The name of what came; null before. */
  readonly media: string | null
  readonly takenBy: string | null
  /** Constant: the index's only equality. */
  readonly all: true
}

/** The rows of one app's uploads. */
export interface TicketRows {
  /** Adds one; when there is one of its `_id` it stays as it is. */
  readonly insert: (row: Omit<TicketRow, 'rev' | 'all'>) => Promise<void>
  readonly find: (id: string) => Promise<TicketRow | null>
  /** As it is now, never as it was a moment ago. */
  readonly newest: (id: string) => Promise<TicketRow | null>
  /** Changes one that is in this state; answers whether it was. */
  readonly change: (id: string, from: TicketRow['state'], to: Partial<TicketRow>) => Promise<boolean>
  /** How many this owner may still use, counted up to `cap`. */
  readonly countOpen: (owner: string, cap: number) => Promise<number>
  /** Removes those whose time is over; answers when the next one's is, null when there is none. */
  readonly sweep: (now: Millis) => Promise<Millis | null>
}

const ROWS_PER_SWEEP = 128

/** `collection`: its name, for example `photo_uploads`. */
export function openTicketRows(storage: Storage, collection: string): TicketRows {
  const rows = storage.collection(definitionOf(collection))
  const newest = (id: string): Promise<TicketRow | null> => rows.patch(id, {}, {})

  async function sweep(now: Millis): Promise<Millis | null> {
    for (let hasMore = true; hasMore;) {
      const due = await rows.page('bySweep', { all: true }, { limit: ROWS_PER_SWEEP, range: { lte: now } })
      await Promise.all(due.items.map((row) => rows.delete(row._id, row.rev)))
      hasMore = due.hasMore
    }
    const { items } = await rows.page('bySweep', { all: true }, { limit: 1, range: { gt: now } })
    return items[0]?.endsAt ?? null
  }

  return {
    insert: async (row) => void (await rows.insert({ ...row, all: true })),
    // A plain read may be a turn old: what another process made just now is not missing.
    find: async (id) => (await rows.getMany([id]))[0] ?? newest(id),
    newest,
    change: async (id, state, to) => (await rows.patch(id, { state }, { set: to })) !== null,
    countOpen: async (owner, cap) => (await rows.countMany('byOwner', [{ owner, open: true }], cap))[0] ?? 0,
    sweep,
  }
}

function definitionOf(name: string): CollectionDefinition<TicketRow> {
  return {
    name,
    version: 1,
    indexes: [
      { name: 'bySweep', eq: ['all'], order: 'endsAt' },
      { name: 'byOwner', eq: ['owner', 'open'] },
    ],
  }
}

import type { Blobs } from './blobs.ts'
import type { Holder, MediaRow, MediaRows } from './mediaRows.ts'

/** Who holds what is kept: it stays as long as one does, and goes with the last, bytes and all. */
export interface Holding {
  /** The row with this holder; null when there is none that takes one. */
  readonly join: (name: string, holder: Holder) => Promise<MediaRow | null>
  /** This holder does not need it any more. May be called again. */
  readonly leave: (name: string, by: string) => Promise<void>
  /** Removes what nobody holds. */
  readonly remove: (row: Pick<MediaRow, '_id' | 'blob' | 'rev'>) => Promise<void>
}

export function createHolding(rows: MediaRows, blobs: Blobs): Holding {
  /** The bytes first: a row that is left behind is swept, bytes that no row knows would stay. */
  async function remove(row: Pick<MediaRow, '_id' | 'blob' | 'rev'>): Promise<void> {
    await blobs.delete(row.blob)
    await rows.remove(row)
  }

  async function join(name: string, holder: Holder): Promise<MediaRow | null> {
    for (;;) {
      const row = await rows.newest(name)
      if (row === null) return null
      if (row.holders.length === 0) {
        await remove(row)
        return null
      }
      const joined = await rows.change(row, [...without(row, holder.by), holder])
      if (joined !== null) return joined
    }
  }

  async function leave(name: string, by: string): Promise<void> {
    for (;;) {
      const row = await rows.newest(name)
      if (row === null || !row.holders.some((holder) => holder.by === by)) return
      const left = await rows.change(row, without(row, by))
      if (left === null) continue
      if (left.holders.length === 0) await remove(left)
      return
    }
  }

  return { join, leave, remove }
}

function without({ holders }: MediaRow, by: string): Holder[] {
  return holders.filter((holder) => holder.by !== by)
}

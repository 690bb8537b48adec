import type { PlainObject } from '../document/plain.ts'
import { checkScan } from '../document/requests.ts'
import { compareStrings } from '../document/scalars.ts'
import type { Snapshot, StoredRow } from '../port.ts'

/** A document as it lies in the store: a copy that nobody else holds, and the version of its shape. */
export interface Row {
  readonly version: number
  readonly document: PlainObject
}

/** What these rows of each collection are now: no row that lies in the store is ever changed. */
export function createSnapshot(
  collections: readonly (readonly [name: string, rows: readonly Row[]])[],
  checkOpen: () => void,
): Snapshot {
  const sorted = new Map(collections.map(([name, rows]) => [name, rows.toSorted(byId)]))
  let closed = false
  return {
    isOneMoment: true,
    collections: collections.map(([name, rows]) => ({ name, documents: rows.length })),
    async scan(collection, after, limit) {
      checkScan(limit, closed)
      checkOpen()
      const rows = sorted.get(collection) ?? []
      const rest = after === null ? rows : rows.filter((row) => compareStrings(idOf(row), after) > 0)
      return rest.slice(0, limit).map((row) => structuredClone(row) as StoredRow)
    },
    close: () => void (closed = true),
  }
}

function byId(left: Row, right: Row): number {
  return compareStrings(idOf(left), idOf(right))
}

function idOf({ document }: Row): string {
  return document['_id'] as string
}

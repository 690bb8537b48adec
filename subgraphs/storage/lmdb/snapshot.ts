import { checkScan } from '../document/requests.ts'
import type { Snapshot, StoredRow } from '../port.ts'
import type { Catalog } from './catalog.ts'
import type { Environment } from './environment.ts'
import { AFTER_ALL, bytesOf } from './keys.ts'
import { parseRow } from './rows.ts'

/** The whole store as it is now, in one read transaction that lasts until it is closed. */
export function createSnapshot(environment: Environment, catalog: Catalog): Snapshot {
  const shelves = new Map(environment.read(() => catalog.shelves()).map((shelf) => [shelf.name, shelf]))
  const state = environment.hold()
  let closed = false
  return {
    isOneMoment: true,
    collections: [...shelves.values()].map(({ name, prefix }) => ({
      name,
      documents: state.count(prefix, prefix + AFTER_ALL),
    })),
    async scan(collection, after, limit) {
      checkScan(limit, closed)
      const shelf = shelves.get(collection)
      if (shelf === undefined) return []
      const start = shelf.prefix + (after === null ? '' : bytesOf(after))
      return state.range(start, shelf.prefix + AFTER_ALL, limit).map(({ value }) => rowOf(value))
    },
    close() {
      if (!closed) state.release()
      closed = true
    },
  }
}

function rowOf(text: string): StoredRow {
  const { version, document } = parseRow(text)
  return { version, document: document as StoredRow['document'] }
}

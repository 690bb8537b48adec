import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { quiet } from './heldStorage.ts'

/** A store that knows what it is still at: one on a disk or behind a socket answers later than the event loop turns. */
export interface AwaitedStorage {
  readonly storage: Storage
  /** Until whatever was under way in this process waits for something else, the store's answers taken in. */
  readonly settled: () => Promise<void>
}

export function createAwaitedStorage(inner: Storage): AwaitedStorage {
  const underWay = new Set<Promise<unknown>>()
  async function awaited<T>(call: Promise<T>): Promise<T> {
    underWay.add(call)
    try {
      return await call
    } finally {
      underWay.delete(call)
    }
  }
  const storage: Storage = {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = inner.collection(definition)
      return {
        getMany: (ids) => awaited(of.getMany(ids)),
        insert: (document) => awaited(of.insert(document)),
        replace: (next, rev) => awaited(of.replace(next, rev)),
        patch: (id, guard, operations) => awaited(of.patch(id, guard, operations)),
        page: (index, eq, request) => awaited(of.page(index, eq, request)),
        countMany: (index, equalities, cap) => awaited(of.countMany(index, equalities, cap)),
        delete: (id, rev) => awaited(of.delete(id, rev)),
      }
    },
    check: () => inner.check(),
    close: () => inner.close(),
  }
  async function settled(): Promise<void> {
    await quiet()
    while (underWay.size > 0) await quiet()
  }
  return { storage, settled }
}

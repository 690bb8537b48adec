import type { Collection, CollectionDefinition, Storage, StoredDocument } from './port.ts'

/** A store that counts the calls made to it, for tests that hold a query to a number of store calls. */
export interface CountedStorage {
  readonly storage: Storage
  /** Calls since the last reset, as `{ 'posts.page': 2 }`. */
  calls(): Record<string, number>
  total(): number
  reset(): void
}

/** Wraps a store so that every call of a collection is counted; answers are passed on as they are. */
export function countCalls(storage: Storage): CountedStorage {
  const counts = new Map<string, number>()
  return {
    storage: {
      collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
        return counted(storage.collection(definition), (method) => {
          const name = `${definition.name}.${method}`
          counts.set(name, (counts.get(name) ?? 0) + 1)
        })
      },
      ...(storage.changes && { changes: storage.changes.bind(storage) }),
      check: () => storage.check(),
      close: () => storage.close(),
    },
    calls: () => Object.fromEntries(counts),
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    reset: () => counts.clear(),
  }
}

function counted<D extends StoredDocument>(
  collection: Collection<D>,
  count: (method: keyof Collection<D>) => void,
): Collection<D> {
  return {
    getMany(ids) {
      count('getMany')
      return collection.getMany(ids)
    },
    insert(document) {
      count('insert')
      return collection.insert(document)
    },
    replace(next, expectedRev) {
      count('replace')
      return collection.replace(next, expectedRev)
    },
    patch(id, guard, operations) {
      count('patch')
      return collection.patch(id, guard, operations)
    },
    page(index, eq, request) {
      count('page')
      return collection.page(index, eq, request)
    },
    countMany(index, equalities, cap) {
      count('countMany')
      return collection.countMany(index, equalities, cap)
    },
    delete(id, expectedRev) {
      count('delete')
      return collection.delete(id, expectedRev)
    },
  }
}

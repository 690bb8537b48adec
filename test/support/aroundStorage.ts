import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'

/** Makes a call of a collection, by `go`: later, never, or with something happening before or after it. */
export type Around = <T>(
  collection: string,
  method: keyof Collection<StoredDocument>,
  go: () => Promise<T>,
) => Promise<T>

/** A store whose calls are made by somebody else: for tests of what is slow or away. */
export function createAroundStorage(inner: Storage, around: Around): Storage {
  return {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = inner.collection(definition)
      const { name } = definition
      return {
        getMany: (ids) => around(name, 'getMany', () => of.getMany(ids)),
        insert: (document) => around(name, 'insert', () => of.insert(document)),
        replace: (next, rev) => around(name, 'replace', () => of.replace(next, rev)),
        patch: (id, guard, operations) => around(name, 'patch', () => of.patch(id, guard, operations)),
        page: (index, eq, request) => around(name, 'page', () => of.page(index, eq, request)),
        countMany: (index, equalities, cap) => around(name, 'countMany', () => of.countMany(index, equalities, cap)),
        delete: (id, rev) => around(name, 'delete', () => of.delete(id, rev)),
      }
    },
    check: () => inner.check(),
    close: () => inner.close(),
  }
}

import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'

/** A store that is another one whenever `to` says so: for subgraphs that go on over a new store, since making them costs. */
export function createMovingStorage(to: () => Storage): Storage {
  return {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = (): Collection<D> => to().collection(definition)
      return {
        getMany: (ids) => of().getMany(ids),
        insert: (document) => of().insert(document),
        replace: (next, rev) => of().replace(next, rev),
        patch: (id, guard, operations) => of().patch(id, guard, operations),
        page: (index, eq, request) => of().page(index, eq, request),
        countMany: (index, equalities, cap) => of().countMany(index, equalities, cap),
        delete: (id, rev) => of().delete(id, rev),
      }
    },
    check: () => to().check(),
    close: () => to().close(),
  }
}

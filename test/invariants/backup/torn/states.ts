import type {
  Collection,
  CollectionDefinition,
  Snapshot,
  Storage,
  StoredDocument,
  WholeStorage,
} from '../../../../subgraphs/storage/port.ts'

/** A store that keeps what it was after each of its writes. */
export interface RememberedStorage {
  readonly storage: Storage
  /** Oldest first; there is one at the least. */
  readonly states: readonly Snapshot[]
}

export async function rememberStates(inner: WholeStorage): Promise<RememberedStorage> {
  const states = [await inner.snapshot()]
  async function remembered<T>(write: Promise<T>): Promise<T> {
    const answer = await write
    states.push(await inner.snapshot())
    return answer
  }
  const storage: Storage = {
    ...inner,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = inner.collection(definition)
      return {
        getMany: (ids) => of.getMany(ids),
        page: (index, eq, request) => of.page(index, eq, request),
        countMany: (index, equalities, cap) => of.countMany(index, equalities, cap),
        insert: (document) => remembered(of.insert(document)),
        replace: (next, rev) => remembered(of.replace(next, rev)),
        patch: (id, guard, operations) => remembered(of.patch(id, guard, operations)),
        delete: (id, rev) => remembered(of.delete(id, rev)),
      }
    },
  }
  return { storage, states }
}

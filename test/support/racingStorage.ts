import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'

export interface RacingStorage {
  readonly storage: Storage
  /**
   * Runs these acts at once. Their store calls are held back until every act waits for one, and are then let through one
   * by one: `choices` says which of the waiting ones is next (each modulo their number; the first when used up).
   */
  race<T>(choices: readonly number[], acts: readonly (() => Promise<T>)[]): Promise<T[]>
}

/** A store for tests of what happens between two calls of one act. Outside of `race` it answers at once. */
export function createRacingStorage(inner: Storage): RacingStorage {
  const waiting: (() => void)[] = []
  let racing = false

  async function later<T>(call: () => Promise<T>): Promise<T> {
    if (racing) await new Promise<void>((resolve) => waiting.push(resolve))
    return call()
  }

  function raced<D extends StoredDocument>(collection: Collection<D>): Collection<D> {
    return {
      getMany: (ids) => later(() => collection.getMany(ids)),
      insert: (document) => later(() => collection.insert(document)),
      replace: (next, rev) => later(() => collection.replace(next, rev)),
      patch: (id, guard, operations) => later(() => collection.patch(id, guard, operations)),
      page: (index, eq, request) => later(() => collection.page(index, eq, request)),
      countMany: (index, equalities, cap) => later(() => collection.countMany(index, equalities, cap)),
      delete: (id, rev) => later(() => collection.delete(id, rev)),
    }
  }

  const storage: Storage = {
    collection: <D extends StoredDocument>(definition: CollectionDefinition<D>) => raced(inner.collection(definition)),
    check: () => inner.check(),
    close: () => inner.close(),
  }

  async function race<T>(choices: readonly number[], acts: readonly (() => Promise<T>)[]): Promise<T[]> {
    racing = true
    const state = { running: true }
    const all = Promise.all(acts.map((act) => act())).finally(() => (state.running = false))
    for (let turn = 0; state.running; turn++) {
      await quiet()
      const [next] = waiting.splice((choices[turn] ?? 0) % (waiting.length || 1), 1)
      next?.()
    }
    racing = false
    return all
  }

  return { storage, race }
}

/** Until whatever was under way in this process waits for something else: loaders collect in microtasks and ticks. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

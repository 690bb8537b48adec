import type { Collection, Storage, StoredDocument, CollectionDefinition } from '../../storage/port.ts'
import { type Metrics, silentMetrics } from './metrics.ts'

/** Counts the calls to a store and those that failed, by collection and method; answers are passed on as they are. */
export function countStoreCalls(storage: Storage, metrics: Metrics): Storage {
  if (metrics === silentMetrics) return storage
  const called = metrics.counter({
    name: 'concord_store_calls_total',
    help: 'Calls to the store, by collection and method.',
    labels: ['collection', 'method'],
  })
  const failed = metrics.counter({
    name: 'concord_store_errors_total',
    help: 'Calls to the store that failed, by collection and code.',
    labels: ['collection', 'code'],
  })
  const known = new WeakMap<object, unknown>()

  function counted<D extends StoredDocument>(name: string, inner: Collection<D>): Collection<D> {
    function during<T>(method: keyof Collection<D>, act: () => Promise<T>): Promise<T> {
      called({ collection: name, method })
      const answer = act()
      // Beside the caller's way, which waits for nothing more.
      answer.catch((error: unknown) => failed({ collection: name, code: codeOf(error) }))
      return answer
    }
    return {
      getMany: (ids) => during('getMany', () => inner.getMany(ids)),
      insert: (document) => during('insert', () => inner.insert(document)),
      replace: (next, rev) => during('replace', () => inner.replace(next, rev)),
      patch: (id, guard, operations) => during('patch', () => inner.patch(id, guard, operations)),
      page: (index, eq, request) => during('page', () => inner.page(index, eq, request)),
      countMany: (index, equalities, cap) => during('countMany', () => inner.countMany(index, equalities, cap)),
      delete: (id, rev) => during('delete', () => inner.delete(id, rev)),
    }
  }

  return {
    ...storage,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const found = known.get(definition) as Collection<D> | undefined
      if (found !== undefined) return found
      const collection = counted(definition.name, storage.collection(definition))
      known.set(definition, collection)
      return collection
    },
  }
}

/** `StorageError.code`; an adapter's other errors are bugs and have no name here. */
function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('STORE_') ? code : 'OTHER'
}

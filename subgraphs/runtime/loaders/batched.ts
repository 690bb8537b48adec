import DataLoader from 'dataloader'
import type { Collection, StoredDocument } from '../../storage/port.ts'

/** Collects what one tick asks for, up to 1,000 keys at a time, and remembers the answers for as long as it lives. */
export function batched<V>(read: (keys: readonly string[]) => Promise<readonly V[]>): DataLoader<string, V> {
  return new DataLoader(read, { maxBatchSize: 1_000 })
}

/** Documents by `_id`, null where there is none: one store call for all that one tick asks for. */
export function byId<D extends StoredDocument>(collection: Collection<D>): DataLoader<string, D | null> {
  return batched((ids) => collection.getMany(ids))
}

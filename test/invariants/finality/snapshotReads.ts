import type { Transaction } from 'lmdb'
import { type AccountRow, ACCOUNTS } from '../../../subgraphs/accounts/rows.ts'
import { holds } from '../../../subgraphs/storage/document/guard.ts'
import { createCatalog } from '../../../subgraphs/storage/lmdb/catalog.ts'
import type { PlainObject } from '../../../subgraphs/storage/document/plain.ts'
import { acquireEnvironment } from '../../../subgraphs/storage/lmdb/environment.ts'
import { bytesOf } from '../../../subgraphs/storage/lmdb/keys.ts'
import { parseRow } from '../../../subgraphs/storage/lmdb/rows.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../../subgraphs/storage/port.ts'

/**
 * `fresh`: as the store does it. `held`: account documents are read in one snapshot of LMDB, that of the moment when this
 * began, as a plain read is for the rest of a turn however long the turn takes; writes are as always. `unguarded`: the
 * planted fault, in which the guard is tried on such a plain read, and the write is done without it.
 */
export type Reads = 'fresh' | 'held' | 'unguarded'

export interface SnapshotReads {
  readonly storage: Storage
  use(reads: Reads): void
}

/** Stands before the store in this directory, which has to be open. */
export async function createSnapshotReads(inner: Storage, directory: string): Promise<SnapshotReads> {
  const { environment } = await acquireEnvironment(directory)
  const { database } = environment
  const catalog = createCatalog(environment)
  let snapshot: Transaction | null = null
  let how: Reads = 'fresh'

  function plainRead(id: string): PlainObject | null {
    const shelf = environment.read(() => catalog.shelf(ACCOUNTS.name))
    const text = shelf && snapshot && database.get(shelf.prefix + bytesOf(id), { transaction: snapshot })
    return text ? parseRow(text).document : null
  }

  const accountAt = (id: string): AccountRow | null => plainRead(id) as AccountRow | null

  function accounts(collection: Collection<AccountRow>): Collection<AccountRow> {
    return {
      ...passedOn(collection),
      getMany: async (ids) => (how === 'fresh' ? collection.getMany(ids) : ids.map(accountAt)),
      async patch(id, guard, operations) {
        if (how !== 'unguarded') return collection.patch(id, guard, operations)
        const row = plainRead(id)
        return row && holds(row, guard) ? collection.patch(id, {}, operations) : null
      },
    }
  }

  return {
    storage: {
      check: () => inner.check(),
      close: () => inner.close(),
      collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
        const collection = inner.collection(definition)
        if (definition.name !== ACCOUNTS.name) return collection
        return accounts(collection as unknown as Collection<AccountRow>) as unknown as Collection<D>
      },
    },
    use(reads) {
      snapshot?.done()
      database.resetReadTxn()
      snapshot = reads === 'fresh' ? null : database.useReadTransaction()
      how = reads
    },
  }
}

function passedOn<D extends StoredDocument>(collection: Collection<D>): Omit<Collection<D>, 'getMany' | 'patch'> {
  return {
    insert: (document) => collection.insert(document),
    replace: (next, rev) => collection.replace(next, rev),
    page: (index, eq, request) => collection.page(index, eq, request),
    countMany: (index, equalities, cap) => collection.countMany(index, equalities, cap),
    delete: (id, rev) => collection.delete(id, rev),
  }
}

import type { Log } from '../../runtime/log/log.ts'
import { silentLog } from '../../runtime/log/log.ts'
import { compileCollection } from '../document/definition.ts'
import { newestShape } from '../document/downgrade.ts'
import type { CollectionDefinition, Snapshot, StoredDocument, WholeStorage, WrittenVersion } from '../port.ts'
import { createCatalog } from './catalog.ts'
import type { StoreContext } from './collection.ts'
import { LmdbCollection } from './collection.ts'
import { acquireEnvironment } from './environment.ts'
import { storeClosed } from './errors.ts'
import { catalogKey } from './keys.ts'
import { createSnapshot } from './snapshot.ts'

export interface LmdbOptions {
  /**
   * Where the data lies; made, readable by the owner alone, when it is absent. On a local disk: LMDB's locks do not
   * hold on a network file system. Any number of processes may have it open, and one process any number of times.
   */
  readonly directory: string
  /** Hears of indexes being built. Default: nobody. */
  readonly log?: Log
  /** Default: the version of each definition. */
  readonly written?: WrittenVersion
}

/**
 * The embedded adapter, over LMDB: durable when a promise resolves, safe against the death of the process at any moment,
 * for several processes at once. Rejects with `STORE_UNAVAILABLE` when the directory cannot be used and with
 * `STORE_TOO_NEW` when a newer release wrote it in another format.
 */
export async function openLmdbStorage(options: LmdbOptions): Promise<WholeStorage> {
  const { directory, log = silentLog, written = newestShape } = options
  const { environment, release } = await acquireEnvironment(directory)
  const collections = new WeakMap<object, unknown>()
  const snapshots = new Set<Snapshot>()
  let closing: Promise<void> | null = null
  const context: StoreContext = {
    environment,
    catalog: createCatalog(environment),
    report: (fields, message) => log.info(fields, message),
    isClosed: () => closing !== null,
    written,
  }
  const open = <D extends StoredDocument>(definition: CollectionDefinition<D>): LmdbCollection<D> => {
    const known = collections.get(definition) as LmdbCollection<D> | undefined
    if (known !== undefined) return known
    const collection = new LmdbCollection(compileCollection(definition), context)
    collections.set(definition, collection)
    return collection
  }
  const close = async (): Promise<void> => {
    // LMDB must not be closed while one of its transactions is open.
    for (const snapshot of snapshots) snapshot.close()
    await release()
  }
  return {
    collection: open,
    load: async (definition, rows) => open(definition).load(rows),
    async snapshot() {
      if (closing !== null) throw storeClosed()
      const snapshot = createSnapshot(environment, context.catalog)
      snapshots.add(snapshot)
      return { ...snapshot, close: () => (snapshots.delete(snapshot), snapshot.close()) }
    },
    async check() {
      if (closing !== null) throw storeClosed()
      // A value that is written and synced to disk: an empty transaction would not notice a full one.
      await environment.write(() => void environment.database.put(catalogKey('checked'), 'yes'))
    },
    async close() {
      // Writes are done in order: when this one is done, so are all before it.
      closing ??= environment.write(() => {}).then(close, close)
      await closing
    },
  }
}

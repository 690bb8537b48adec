import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBackup } from '../../../bin/backup/read.ts'
import { restoreBackup, type Restored } from '../../../bin/backup/restore.ts'
import { writeBackup } from '../../../bin/backup/write.ts'
import { recordLine } from '../../../subgraphs/accounts/ledger/lines.ts'
import { LEDGER_PAGES, readRecords } from '../../../subgraphs/accounts/ledger/pages.ts'
import { verifyLedger } from '../../../subgraphs/accounts/ledger/verify.ts'
import { type AccountRow, ACCOUNTS } from '../../../subgraphs/accounts/rows.ts'
import { createCatalogue } from '../../../subgraphs/accounts/rules/catalogue.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type {
  CollectionDefinition,
  Snapshot,
  Storage,
  StoredDocument,
  WholeStorage,
} from '../../../subgraphs/storage/port.ts'
import { ROOT_SECRET, temporaryDirectory } from '../../support/demoData.ts'
import { CONTRACT } from '../../subgraphs/accounts/contractParts.ts'
import { createTown, type Town } from '../../subgraphs/accounts/town.ts'

const keys = openKeys({ configured: { rootSecret: ROOT_SECRET } })
const quiet = { update: () => undefined, stop: () => undefined }

/** What accounts and grants keep. */
function definitions(): Map<string, CollectionDefinition<StoredDocument>> {
  const found = new Map<string, CollectionDefinition<StoredDocument>>()
  const memory = createMemoryStorage()
  const collection: Storage['collection'] = (definition) => {
    found.set(definition.name, definition)
    return memory.collection(definition)
  }
  createTown({ storage: { ...memory, collection } })
  return found
}

/** Backs a town up while others go on living in it, and restores it into an empty store: answers the town that is there. */
export async function backedUp(
  town: Town,
  from: WholeStorage,
  to: WholeStorage,
): Promise<{ readonly town: Town; readonly restored: Restored }> {
  const directory = temporaryDirectory()
  const { clock } = town
  const media = join(directory, 'media')
  try {
    const file = join(directory, 'backup')
    const random = createSeededRandom('backup')
    await writeBackup(file, { storage: from, media, keys, clock, random, release: '1.0.0' }, quiet)
    const { recipients, flows, notices } = CONTRACT
    const catalogue = createCatalogue(recipients, flows, notices)
    const target = { storage: to, media, definitions: definitions(), catalogue, clock, random }
    const restored = await restoreBackup(await openBackup(file), target, () => undefined)
    return { town: createTown({ storage: to }), restored }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A store whose snapshots are no moment at all: each scan reads what is there by then. */
export function torn(storage: WholeStorage): WholeStorage {
  const look = async <T>(use: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
    const snapshot = await storage.snapshot()
    return use(snapshot).finally(() => snapshot.close())
  }
  return {
    ...storage,
    snapshot: async () => ({
      isOneMoment: false,
      collections: await look(async ({ collections }) => collections),
      scan: (collection, after, limit) => look((snapshot) => snapshot.scan(collection, after, limit)),
      close: () => undefined,
    }),
  }
}

/** A store in which something happens before each scan, of few documents each, of whoever reads it whole. */
export function living(storage: WholeStorage, between: (collection: string) => Promise<unknown>): WholeStorage {
  return {
    ...storage,
    async snapshot() {
      const snapshot = await storage.snapshot()
      return {
        ...snapshot,
        async scan(collection, after, limit) {
          await between(collection)
          return snapshot.scan(collection, after, Math.min(limit, 3))
        },
      }
    },
  }
}

/** All accounts of a store. */
export async function accountsIn(storage: WholeStorage): Promise<readonly AccountRow[]> {
  const snapshot = await storage.snapshot()
  const rows = await snapshot.scan(ACCOUNTS.name, null, 1_000)
  snapshot.close()
  return rows.map(({ document }) => document as unknown as AccountRow)
}

/** What does not hold in the ledger of an account; null when its chain leads from its first record to its head. */
export async function ledgerProblem(storage: WholeStorage, { _id, ledger }: AccountRow): Promise<string | null> {
  const records = await readRecords(storage.collection(LEDGER_PAGES), _id, ledger, { start: 0, limit: ledger.size })
  const verdict = await verifyLedger(records.map(recordLine))
  if (!verdict.ok) return verdict.problem.message
  return verdict.size === ledger.size && verdict.head === ledger.head ? null : 'its head is of another record'
}

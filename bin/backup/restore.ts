import { existsSync, readdirSync } from 'node:fs'
import type { Catalogue } from '../../subgraphs/accounts/rules/catalogue.ts'
import { belonging, DEPENDENT, REBUILT } from '../../subgraphs/accounts/restore.ts'
import { type AccountsStore, openAccountsStore } from '../../subgraphs/accounts/store.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { dueAgain } from '../../subgraphs/runtime/outbox/dueAgain.ts'
import type { WithOutbox } from '../../subgraphs/runtime/outbox/state.ts'
import type { CollectionDefinition, StoredDocument, StoredRow, WholeStorage } from '../../subgraphs/storage/port.ts'
import { BackupError } from './backupError.ts'
import { type BackupRecord, damaged } from './format.ts'
import { isLeftOut, isOfTheHouse } from './leftOut.ts'
import { createMediaWriter } from './media.ts'
import type { OpenedBackup } from './read.ts'
import { recordsOf } from './read.ts'
import { settle } from './settle.ts'
import { interrupted, markRestore, unmarkRestore } from './unfinished.ts'

export type Definitions = ReadonlyMap<string, CollectionDefinition<StoredDocument>>

/** Where a backup is restored to. */
export interface RestoreTarget {
  readonly storage: WholeStorage
  /** The folder of the media. */
  readonly media: string
  /** All collections of this release, by name. */
  readonly definitions: Definitions
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly random: Random
}

/** What a restore did, in numbers. */
export interface Restored {
  documents: number
  /** Documents of the backup that are not there, since they went back on others: see FORMAT.md. */
  leftOut: number
  files: number
  accounts: number
  pausedLinks: number
  waitingConsents: number
  endedLinks: number
  endedRequests: number
  /** Copies of statuses that showed in other apps, which are ended. */
  endedCopies: number
  /** Documents whose outbox is due again. */
  outboxes: number
}

/**
 * Fills an empty store from a backup that was checked, and settles what must not go on as it was. The store is marked
 * meanwhile, so that a restore which does not end leaves one that nobody starts on. Nobody else may have it open.
 */
export async function restoreBackup(
  backup: OpenedBackup,
  target: RestoreTarget,
  progress: (bytes: number) => void,
  settling: (done: number, total: number) => void = () => undefined,
): Promise<Restored> {
  const { storage, clock } = target
  await markRestore(storage, new Date(clock.wall()).toISOString(), backup.header.startedAt)
  try {
    const restored = nothingYet()
    const store = openAccountsStore(storage)
    await load(backup, target, { store, restored, progress })
    await settle(target, { store, restored, progress: settling })
    await unmarkRestore(storage)
    return restored
  } catch (error) {
    throw interrupted(backup.header.startedAt, error)
  }
}

/** Refuses a store that holds any document, or media. */
export async function refuseFilled({ storage, media }: Pick<RestoreTarget, 'storage' | 'media'>): Promise<void> {
  if (existsSync(media) && readdirSync(media).length > 0) throw notEmpty(`there are files in ${media}`)
  const filled = await filledCollection(storage)
  if (filled !== null) throw notEmpty(`there are documents in ${filled}`)
}

/** A collection in which there are documents, beside those of the processes about themselves; null: there is none. */
export async function filledCollection(storage: WholeStorage): Promise<string | null> {
  const snapshot = await storage.snapshot()
  try {
    for (const { name } of snapshot.collections) {
      if (!isOfTheHouse(name) && (await snapshot.scan(name, null, 1)).length > 0) return name
    }
    return null
  } finally {
    snapshot.close()
  }
}

function notEmpty(why: string): BackupError {
  return new BackupError(
    'STORE_NOT_EMPTY',
    `A backup is restored into an empty store only, but ${why}. Name another data directory or database.`,
  )
}

/** Refuses what this release does not know, before anything is written. */
export function refuseUnknown(
  collections: Readonly<Record<string, { readonly versions: readonly number[] }>>,
  definitions: Definitions,
  release: string,
): void {
  for (const [name, { versions }] of Object.entries(collections)) {
    if (isLeftOut(name) || versions.length === 0) continue
    const known = definitions.get(name)?.version ?? 0
    const newest = Math.max(...versions)
    if (newest <= known) continue
    const what = known === 0 ? 'does not know it' : `knows it up to version ${known}, but documents have ${newest}`
    throw new BackupError(
      'BACKUP_TOO_NEW',
      `This release must know every collection of the backup, but of ${name} it ${what}. Restore it with release ${release} or later.`,
    )
  }
}

interface Loading {
  readonly store: AccountsStore
  readonly restored: Restored
  readonly progress: (bytes: number) => void
}

async function load(backup: OpenedBackup, target: RestoreTarget, loading: Loading): Promise<void> {
  const media = createMediaWriter(target.media)
  try {
    for await (const records of recordsOf(backup, loading.progress)) {
      for (const run of runsOf(records)) await loadRun(run, target, loading)
      for (const record of records) {
        if (record.kind !== 'media') continue
        if (record.offset === 0) loading.restored.files++
        await media.take(record)
      }
    }
  } finally {
    await media.end()
  }
}

interface Run {
  readonly collection: string
  readonly rows: StoredRow[]
}

/** How many documents are loaded in one call. */
const MOST_ROWS = 200

/** The documents that follow each other in one collection. */
function runsOf(records: readonly BackupRecord[]): Run[] {
  const runs: Run[] = []
  for (const record of records) {
    if (record.kind !== 'document') continue
    const last = runs.at(-1)
    if (last?.collection === record.collection && last.rows.length < MOST_ROWS) last.rows.push(record.row)
    else runs.push({ collection: record.collection, rows: [record.row] })
  }
  return runs
}

async function loadRun({ collection, rows }: Run, target: RestoreTarget, { store, restored }: Loading): Promise<void> {
  if (isLeftOut(collection) || REBUILT.includes(collection)) return
  const definition = target.definitions.get(collection)
  // It was known when the file was checked.
  if (definition === undefined) throw damaged('it is another one than was checked')
  const wanted = DEPENDENT.includes(collection) ? await belonging(store, collection, rows) : rows
  const now = target.clock.wall()
  const due = wanted.map((row) => withOutboxDue(row, now))
  const refused = await target.storage.load(definition, due)
  restored.documents += wanted.length - refused.length
  restored.leftOut += rows.length - wanted.length + refused.length
  restored.outboxes += due.filter((row, at) => row !== wanted[at]).length
}

function withOutboxDue(row: StoredRow, now: number): StoredRow {
  const { outbox } = row.document as StoredRow['document'] & WithOutbox
  if (outbox?.waiting !== true) return row
  return { ...row, document: { ...row.document, outbox: dueAgain(outbox, now) } }
}

function nothingYet(): Restored {
  return {
    documents: 0,
    leftOut: 0,
    files: 0,
    accounts: 0,
    pausedLinks: 0,
    waitingConsents: 0,
    endedLinks: 0,
    endedRequests: 0,
    endedCopies: 0,
    outboxes: 0,
  }
}

import type { CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { BackupError } from './backupError.ts'

/** There while a backup is being restored: whoever finds it later finds a part of one. */
interface RestoreDocument extends StoredDocument {
  /** ISO 8601. */
  readonly begunAt: string
  /** When the backup was made. */
  readonly backupOf: string
}

export const RESTORES: CollectionDefinition<RestoreDocument> = { name: 'house_restores', version: 1, indexes: [] }

const MARK = 'restore'

/** Refuses a store that holds a part of a backup: what consents hold in it, nobody knows yet. */
export async function refuseUnfinishedRestore(storage: Storage): Promise<void> {
  const [mark] = await storage.collection(RESTORES).getMany([MARK])
  if (mark) throw unfinished(mark)
}

/** When the backup was made that a restore did not bring in whole, and when it began; null: there was none. */
export async function unfinishedRestore(
  storage: Storage,
): Promise<{ readonly begunAt: string; readonly backupOf: string; readonly todo: string } | null> {
  const [mark = null] = await storage.collection(RESTORES).getMany([MARK])
  return mark && { begunAt: mark.begunAt, backupOf: mark.backupOf, todo: TO_DO }
}

/** Marks the store until `unmark`. */
export async function markRestore(storage: Storage, begunAt: string, backupOf: string): Promise<void> {
  if ((await storage.collection(RESTORES).insert({ _id: MARK, begunAt, backupOf })) === 'inserted') return
  await refuseUnfinishedRestore(storage)
}

export async function unmarkRestore(storage: Storage): Promise<void> {
  await storage.collection(RESTORES).delete(MARK)
}

const TO_DO =
  'Empty it (remove the store and the media below the data directory, or drop the database), and restore the backup again.'

/** Why a restore did not end that had begun to write. */
export function interrupted(backupOf: string, why: unknown): BackupError {
  const reason = why instanceof Error ? why.message : String(why)
  return new BackupError(
    'RESTORE_UNFINISHED',
    `The restore did not end: ${reason.replace(/\.?$/, '.')} The store holds a part of the backup of ${backupOf} now, and nothing starts on it. ${TO_DO}`,
    { cause: why },
  )
}

function unfinished({ begunAt, backupOf }: RestoreDocument): BackupError {
  return new BackupError(
    'RESTORE_UNFINISHED',
    `The store must hold a whole graph, but holds a part of the backup of ${backupOf}, whose restore began ${begunAt} and did not end. ` +
      TO_DO,
  )
}

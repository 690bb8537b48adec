import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { mediaFolder } from '../backup/media.ts'
import { BackupError } from '../backup/backupError.ts'
import { partialsBeside } from '../backup/file.ts'
import { filledCollection } from '../backup/restore.ts'
import { refuseUnfinishedRestore } from '../backup/unfinished.ts'
import { writeBackup, type WrittenBackup } from '../backup/write.ts'
import type { Configuration } from '../configuration.ts'
import { createLog, openConfiguredStorage, openExistingKeys } from '../house/house.ts'
import { hasStore } from '../doctor/storeFindings.ts'
import { refuseForeignStore } from '../house/installation.ts'
import { createProgress, type Output } from '../progress.ts'

/**
 * `concord backup FILE`: everything in the store and all media, while others go on; the keys are not in it. When `signal`
 * is aborted it rejects, and leaves nothing.
 */
export async function backup(
  configuration: Configuration,
  file: string,
  release: string,
  output: Output,
  signal?: AbortSignal,
): Promise<WrittenBackup> {
  const keys = openExistingKeys(configuration)
  // Looking for it would make an empty one.
  if (!hasStore(configuration)) throw unused(configuration)
  const storage = await openConfiguredStorage(configuration, createLog(configuration))
  try {
    await refuseUnfinishedRestore(storage)
    if ((await filledCollection(storage)) === null) throw unused(configuration)
    await refuseForeignStore(storage, keys)
    for (const partial of partialsBeside(file)) output.write(leftText(partial))
    const media = mediaFolder(configuration.data)
    const source = { storage, media, keys, clock: systemClock, random: systemRandom, release }
    const written = await writeBackup(file, source, createProgress(output, 'Backing up'), signal)
    output.write(textOf(file, written))
    return written
  } finally {
    await storage.close()
  }
}

function unused({ data, store }: Configuration): BackupError {
  const where = store === undefined ? `below ${data}` : 'in the database that "store" names'
  return new BackupError(
    'STORE_UNUSED',
    `There must be something to back up, but nothing is stored ${where}. Name the installation's own data directory or store.`,
  )
}

function leftText(partial: string): string {
  return `${partial} is of a backup that is being made, or that was killed: remove it when none is.\n`
}

function textOf(file: string, { collections, media, bytes }: WrittenBackup): string {
  const counts = Object.values(collections).map(({ documents }) => documents)
  const documents = counts.reduce((sum, count) => sum + count, 0)
  const filled = counts.filter((count) => count > 0).length
  return [
    `${file} holds ${number(documents)} documents of ${number(filled)} collections and ${number(media.files)} media files (${number(bytes)} bytes).`,
    'The keys are not in it: keep the root secret apart. Without it, nobody can use what is in the backup.',
    '',
  ].join('\n')
}

function number(value: number): string {
  return value.toLocaleString('en')
}

import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { mediaFolder } from '../backup/media.ts'
import { refuseUnfinishedRestore } from '../backup/unfinished.ts'
import { writeBackup, type WrittenBackup } from '../backup/write.ts'
import type { Configuration } from '../configuration.ts'
import { createLog, openConfiguredStorage, openExistingKeys } from '../house/house.ts'
import { refuseForeignStore } from '../house/installation.ts'
import { createProgress, type Output } from '../progress.ts'

/** `concord backup FILE`: everything in the store and all media, while others go on; the keys are not in it. */
export async function backup(
  configuration: Configuration,
  file: string,
  release: string,
  output: Output,
): Promise<WrittenBackup> {
  const keys = openExistingKeys(configuration)
  const storage = await openConfiguredStorage(configuration, createLog(configuration))
  try {
    await refuseUnfinishedRestore(storage)
    await refuseForeignStore(storage, keys)
    const media = mediaFolder(configuration.data)
    const source = { storage, media, keys, clock: systemClock, random: systemRandom, release }
    const written = await writeBackup(file, source, createProgress(output, 'Backing up'))
    output.write(textOf(file, written))
    return written
  } finally {
    await storage.close()
  }
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

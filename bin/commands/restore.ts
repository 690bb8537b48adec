import { createCatalogue } from '../../subgraphs/accounts/rules/catalogue.ts'
import { loadContract } from '../../schema/contract.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { checkBackup } from '../backup/check.ts'
import { mediaFolder } from '../backup/media.ts'
import { openBackup, type OpenedBackup } from '../backup/read.ts'
import { refuseFilled, refuseUnknown, restoreBackup, type Restored } from '../backup/restore.ts'
import { refuseUnfinishedRestore } from '../backup/unfinished.ts'
import type { Configuration } from '../configuration.ts'
import { definitionsOf } from '../house/definitions.ts'
import { createLog, openConfiguredStorage, openExistingKeys } from '../house/house.ts'
import { refuseForeignStore } from '../house/installation.ts'
import { createProgress, type Output } from '../progress.ts'

export interface RestoreFlags {
  /** Takes a backup that was made under another root secret. */
  readonly otherInstallation?: true
  /** Default: the system's. */
  readonly clock?: Clock
}

/**
 * `concord restore FILE`: fills an empty store and the folder of the media. Reads the file twice: nothing is written
 * before all of it was found whole.
 */
export async function restore(
  configuration: Configuration,
  file: string,
  flags: RestoreFlags,
  output: Output,
): Promise<Restored> {
  const { clock = systemClock } = flags
  const log = createLog(configuration)
  const keys = openExistingKeys(configuration)
  const contract = loadContract(configuration.contract)
  const backup = await openBackup(file)
  const checkedBy = { keys, fromAnywhere: flags.otherInstallation === true }
  const { collections } = await watched(backup, 'Checking the backup', output, (progress) =>
    checkBackup(backup, checkedBy, progress),
  )
  const house = { configuration, contract, keys, clock, random: systemRandom, log, close: async () => {} }
  const definitions = await definitionsOf(house)
  refuseUnknown(collections, definitions, backup.header.release)

  const storage = await openConfiguredStorage(configuration, log)
  try {
    const catalogue = createCatalogue(contract.subgraphs, contract.flows, contract.notices)
    const target = {
      storage,
      media: mediaFolder(configuration.data),
      definitions,
      catalogue,
      clock,
      random: systemRandom,
    }
    await refuseUnfinishedRestore(storage)
    await refuseFilled(target)
    await refuseForeignStore(storage, keys)
    const restored = await watched(backup, 'Restoring', output, (progress) => restoreBackup(backup, target, progress))
    output.write(textOf(backup, restored))
    return restored
  } finally {
    await storage.close()
  }
}

async function watched<T>(
  { bytes }: OpenedBackup,
  label: string,
  output: Output,
  act: (progress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const bar = createProgress(output, label)
  try {
    return await act((done) => bar.update(done, bytes))
  } finally {
    bar.stop()
  }
}

function textOf({ header }: OpenedBackup, restored: Restored): string {
  const { documents, leftOut, files, accounts, pausedLinks, waitingConsents } = restored
  const { endedLinks, endedRequests, outboxes } = restored
  const more = [
    [leftOut, 'documents were left out, since they go with others that are not in the backup'],
    [endedLinks, 'links were ended, since their profile had joined another account later'],
    [endedRequests, 'link requests that were not answered yet were ended'],
    [outboxes, 'documents have work waiting, which is due again'],
  ] as const
  return [
    `Restored the backup of ${header.startedAt}: ${number(documents)} documents and ${number(files)} media files.`,
    `Paused ${number(pausedLinks)} links of ${number(accounts)} accounts; ${number(waitingConsents)} consents wait until their person resumes the links (resumeLink).`,
    ...more.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}.`),
    '',
  ].join('\n')
}

function number(value: number): string {
  return value.toLocaleString('en')
}

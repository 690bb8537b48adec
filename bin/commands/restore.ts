import { createCatalogue } from '../../subgraphs/accounts/rules/catalogue.ts'
import { loadContract } from '../../schema/contract.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { checkBackup } from '../backup/check.ts'
import { mediaFolder } from '../backup/media.ts'
import { openBackup, type OpenedBackup } from '../backup/read.ts'
import { refuseFilled, refuseUnknown, restoreBackup, type Restored, type RestoreTarget } from '../backup/restore.ts'
import { refuseInUse } from '../backup/inUse.ts'
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
  const { backup, keys, contract, definitions } = await checked(configuration, file, flags, output)

  const storage = await openConfiguredStorage(configuration, log)
  try {
    const catalogue = createCatalogue(contract.subgraphs, contract.flows, contract.notices)
    const media = mediaFolder(configuration.data)
    const target = { storage, media, definitions, catalogue, clock, random: systemRandom }
    await refuseUnfinishedRestore(storage)
    await refuseFilled(target)
    await refuseInUse(storage, clock)
    await refuseForeignStore(storage, keys)
    const restored = await fill(backup, target, output)
    output.write(textOf(backup, restored))
    return restored
  } finally {
    await storage.close()
  }
}

async function fill(backup: OpenedBackup, target: RestoreTarget, output: Output): Promise<Restored> {
  const [loading, settling] = [createProgress(output, 'Restoring'), createProgress(output, 'Pausing links')]
  const load = (done: number): void => loading.update(done, backup.bytes)
  const settle = (done: number, total: number): void => {
    loading.stop()
    settling.update(done, total)
  }
  try {
    return await restoreBackup(backup, target, load, settle)
  } finally {
    loading.stop()
    settling.stop()
  }
}

/** `concord restore --check FILE`: whether it is whole and this release can restore it. No store is opened. */
export async function checkOnly(
  configuration: Configuration,
  file: string,
  flags: RestoreFlags,
  output: Output,
): Promise<void> {
  const { backup, end } = await checked(configuration, file, flags, output)
  const documents = Object.values(end.collections).reduce((sum, each) => sum + each.documents, 0)
  const { startedAt, release } = backup.header
  output.write(
    `${file} is whole: the backup of ${startedAt}, written by release ${release}, with ${number(documents)} documents and ${number(end.media.files)} media files.\n`,
  )
}

/** The backup, found whole and known to this release. */
async function checked(configuration: Configuration, file: string, flags: RestoreFlags, output: Output) {
  const { clock = systemClock, otherInstallation: fromAnywhere = false } = flags
  const keys = openExistingKeys(configuration)
  const contract = loadContract(configuration.contract)
  const backup = await openBackup(file)
  const end = await watched(backup, 'Checking the backup', output, (progress) =>
    checkBackup(backup, { keys, fromAnywhere }, progress),
  )
  const ports = { clock, random: systemRandom, log: createLog(configuration), close: async () => {} }
  const definitions = await definitionsOf({ configuration, contract, keys, ...ports })
  refuseUnknown(end.collections, definitions, backup.header.release)
  return { backup, end, keys, contract, definitions }
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
  const { endedLinks, endedRequests, endedCopies, outboxes } = restored
  const more = [
    [leftOut, 'documents were left out, since they go with others that are not in the backup'],
    [endedLinks, 'links were ended, since their profile had joined another account later'],
    [endedRequests, 'link requests that were not answered yet were ended'],
    [endedCopies, 'copies of statuses that showed in other apps were ended'],
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

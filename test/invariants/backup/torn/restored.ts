import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBackup } from '../../../../bin/backup/read.ts'
import { type Definitions, restoreBackup } from '../../../../bin/backup/restore.ts'
import { writeBackup } from '../../../../bin/backup/write.ts'
import { definitionsOf } from '../../../../bin/house/definitions.ts'
import { createCatalogue } from '../../../../subgraphs/accounts/rules/catalogue.ts'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Snapshot, WholeStorage } from '../../../../subgraphs/storage/port.ts'
import { temporaryDirectory } from '../../../support/demoData.ts'
import { houseOn } from '../../crossposts/processes.ts'

const quiet = { update: () => undefined, stop: () => undefined }
const random = createSeededRandom('torn backups')

let known: Promise<Definitions> | undefined

/** Takes a backup of what this snapshot shows, and restores it into an empty store at this time. */
export async function restoredFrom(snapshot: Snapshot, now: number): Promise<WholeStorage> {
  const directory = temporaryDirectory()
  const clock = createManualClock(now)
  const to = createMemoryStorage()
  const house = houseOn({ storage: to, clock, random })
  const { contract, keys } = house
  const media = join(directory, 'media')
  const storage = { ...to, snapshot: async () => snapshot }
  try {
    const file = join(directory, 'backup')
    await writeBackup(file, { storage, media, keys, clock, random, release: '1.0.0' }, quiet)
    const definitions = await (known ??= definitionsOf(house))
    const catalogue = createCatalogue(contract.subgraphs, contract.flows, contract.notices)
    const target = { storage: to, media, definitions, catalogue, clock, random }
    await restoreBackup(await openBackup(file), target, () => undefined)
    return to
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

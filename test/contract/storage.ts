import { describe } from 'vitest'
import { changesContract } from './storage/changes.ts'
import { lifecycleContract } from './storage/lifecycle.ts'
import { misuseContract } from './storage/misuse.ts'
import { modelContract } from './storage/model.ts'
import { orderContract } from './storage/order.ts'
import { pageContract } from './storage/pages.ts'
import { patchContract } from './storage/patches.ts'
import { raceContract } from './storage/races.ts'
import { readContract } from './storage/reads.ts'
import { referenceContract } from './storage/reference.ts'
import { mixedReleaseContract } from './storage/mixedReleases.ts'
import type { StorageAdapter } from './storage/setting.ts'
import { versionContract } from './storage/versions.ts'
import { wholeContract } from './storage/whole.ts'
import { writeContract } from './storage/writes.ts'

/** The contract of the storage port, sentence by sentence: every adapter passes all of it. */
export function storageContract(adapter: StorageAdapter): void {
  describe(`the storage contract, kept by ${adapter.name}`, () => {
    readContract(adapter)
    writeContract(adapter)
    patchContract(adapter)
    pageContract(adapter)
    orderContract(adapter)
    versionContract(adapter)
    mixedReleaseContract(adapter)
    raceContract(adapter)
    modelContract(adapter)
    referenceContract(adapter)
    wholeContract(adapter)
    misuseContract(adapter)
    changesContract(adapter)
    lifecycleContract(adapter)
  })
}

import { readFileSync } from 'node:fs'
import type { Stage } from '../../../bin/demo/actor.ts'
import { personas } from '../../../bin/demo/personas.ts'
import { createSeedClock } from '../../../bin/demo/seedClock.ts'
import { createWorld, type World } from '../../../bin/demo/world.ts'
import { createAccountsSubgraph } from '../../../subgraphs/accounts/subgraph.ts'
import { createMessengerSubgraph } from '../../../subgraphs/messenger/subgraph.ts'
import { PICTURES } from '../../../subgraphs/photo/pictures/catalogue.ts'
import { createPhotoSubgraph } from '../../../subgraphs/photo/subgraph.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import { createSocialSubgraph } from '../../../subgraphs/social/subgraph.ts'
import { memoryMedia } from '../../support/memoryMedia.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { accountsParts } from '../../subgraphs/accounts/contractParts.ts'
import { TEST_START, testIds } from '../../support/subgraphTester.ts'

export interface DemoStage extends Stage {
  readonly accounts: Subgraph
  readonly storage: Storage
  readonly time: ManualClock
}

/** The three apps and the accounts center in memory, on a clock that stands still and can show the past. */
export function demoStage(): DemoStage {
  const time = createManualClock(TEST_START)
  const clock = createSeedClock(time)
  const storage = createMemoryStorage()
  const partsOf = (name: string) => ({
    sdl: readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8'),
    storage,
    ports: { clock, random: createSeededRandom(name), ids: testIds(name), log: silentLog },
  })
  const subgraphs = {
    MESSENGER: createMessengerSubgraph({ ...partsOf('messenger'), internal: { call: async () => ({}) } }),
    PHOTO: createPhotoSubgraph({ ...partsOf('photo'), media: memoryMedia('photo') }),
    SOCIAL: createSocialSubgraph({ ...partsOf('social'), media: memoryMedia('social') }),
  }
  const accounts = createAccountsSubgraph({ ...partsOf('accounts'), ...accountsParts() })
  return { subgraphs, accounts, clock, storage, time }
}

/** The personas and a few others. */
export function smallWorld(): World {
  return createWorld(createSeededRandom('small'), personas, 8, PICTURES)
}

import { expect, test } from 'vitest'
import { readConfiguration } from '../../../bin/configuration.ts'
import { familyDefinitions } from '../../../bin/house/familyDefinitions.ts'
import { openConfiguredKeys } from '../../../bin/house/house.ts'
import { loadContract } from '../../../schema/contract.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { systemRandom } from '../../../subgraphs/runtime/random/systemRandom.ts'
import { ROOT_SECRET } from '../../support/demoData.ts'

test('whatever has a newer shape has the way there and back, so that two releases run side by side', () => {
  const configuration = readConfiguration(undefined, {}, { keys: { rootSecret: ROOT_SECRET } })
  const [contract, keys] = [loadContract(undefined), openConfiguredKeys(configuration)]
  const ports = { clock: systemClock, random: systemRandom, log: silentLog }
  const newer = familyDefinitions({ configuration, contract, keys, ...ports }).filter(({ version }) => version > 1)
  expect(newer.map(({ name }) => name)).toContain('accounts')
  for (const { name, version, upgrades, downgrades } of newer) {
    for (let from = 1; from < version; from++) {
      const there = upgrades?.[from]?.({ kept: name })
      expect(there).toMatchObject({ kept: name })
      expect(downgrades?.[from + 1]?.(there ?? {})).toEqual({ kept: name })
    }
  }
})

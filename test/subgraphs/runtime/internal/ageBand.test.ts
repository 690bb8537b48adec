import { expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { ageBandOperation } from '../../../../subgraphs/runtime/internal/ageBand.ts'
import { testIds } from '../../../support/subgraphTester.ts'

const ids = testIds('photo')
const YEARS: Readonly<Record<string, number>> = { old: 1950, eighteen: 2008, seventeen: 2009, child: 2020 }

/** What is told of a person, at this time; nothing is told but the band. */
function bandOf(profileId: string, at = '2026-01-01T00:00:00.000Z'): Promise<unknown> {
  const clock = createManualClock(Date.parse(at))
  const birthYearOf = async (local: string): Promise<number | null> => YEARS[local] ?? null
  const operation = ageBandOperation({ type: 'PhotoProfile', ids, clock, birthYearOf })
  return operation.run({ profileId }, 'accounts', { isTrusted: () => true })
}

test.each([
  ['old', 'ADULT'],
  ['eighteen', 'ADULT'],
  ['seventeen', 'UNDER_18'],
  ['child', 'UNDER_18'],
  ['nobody', 'UNKNOWN'],
])('%s is %s, all through the year', async (local, ageBand) => {
  const profileId = ids.seal('PhotoProfile', local)
  expect(await bandOf(profileId)).toEqual({ ageBand })
  expect(await bandOf(profileId, '2026-12-31T23:59:59.999Z')).toEqual({ ageBand })
})

test('an id of another type or of another app is nobody’s', async () => {
  const others = [ids.seal('Photo', 'old'), testIds('social').seal('PhotoProfile', 'old'), 'old', '']
  for (const other of others) expect(await bandOf(other)).toEqual({ ageBand: 'UNKNOWN' })
})

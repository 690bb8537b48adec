import { expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { type AcceptanceTest, createValuesTest } from '../../../../subgraphs/runtime/grants/acceptance.ts'
import { L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { createGrantOpener } from '../../../../subgraphs/runtime/grants/grant.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { claims, FLOWS, GRANT_KEYS, SEALER } from './grants.ts'

const exp = TEST_START + L

test('whoever listens hears of each grant that was tried, with the time that decided', async () => {
  const heard: AcceptanceTest[] = []
  const clock = createManualClock(TEST_START)
  const onAcceptance = (tried: AcceptanceTest) => void heard.push(tried)
  const opener = createGrantOpener({ source: 'pond', keyOf: GRANT_KEYS, clock, flows: FLOWS, onAcceptance })
  const grant = SEALER.seal(claims())
  opener.open('no grant', 'PondAdSignals')
  opener.open(grant, 'PondAdSignals')
  await clock.advance(L + 1)
  opener.open(grant, 'PondAdSignals')
  expect(heard).toEqual([
    { of: 'grant', exp, now: TEST_START, accepted: true },
    { of: 'grant', exp, now: exp + 1, accepted: false },
  ])
})

test('and of values, where there are any', async () => {
  const heard: AcceptanceTest[] = []
  const clock = createManualClock(TEST_START)
  const isOfNow = createValuesTest(clock, (tried) => void heard.push(tried))
  const validUntil = new Date(exp).toISOString()
  isOfNow(null)
  isOfNow(validUntil)
  await clock.advance(L + 1)
  isOfNow(validUntil)
  expect(heard).toEqual([
    { of: 'values', exp, now: TEST_START, accepted: true },
    { of: 'values', exp, now: exp + 1, accepted: false },
  ])
})

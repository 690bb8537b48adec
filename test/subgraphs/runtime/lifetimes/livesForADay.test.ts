import { expect, test } from 'vitest'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { expiryOf, isLive } from '../../../../subgraphs/runtime/lifetimes/livesForADay.ts'
import { iso } from '../../../../subgraphs/runtime/clock/millis.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

test('what lives for a day is served up to its last millisecond', () => {
  const expiresAt = expiryOf(TEST_START)
  expect(iso(expiresAt)).toBe('2026-11-23T10:30:00.000Z')
  expect(isLive({ expiresAt }, TEST_START + DAY_MS - 1)).toBe(true)
  expect(isLive({ expiresAt }, TEST_START + DAY_MS)).toBe(false)
})

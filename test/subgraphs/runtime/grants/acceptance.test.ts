import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { acceptanceTime, isAcceptable, isValidUntil } from '../../../../subgraphs/runtime/grants/acceptance.ts'
import { DELTA, L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const iso = new Date(TEST_START + L).toISOString()

describe('what expires', () => {
  test.each([
    [-1, false],
    [0, true],
    [L + DELTA, true],
    [L + DELTA + 1, false],
  ])('%i ms from now is accepted: %j', (left, accepted) => {
    expect(isAcceptable(TEST_START + left, TEST_START)).toBe(accepted)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('at %j is not', (exp) =>
    expect(isAcceptable(exp, TEST_START)).toBe(false),
  )
})

describe('a validUntil is one text in UTC, and no other way to say the same time', () => {
  test.each([iso, iso.replace(/\.\d+Z/, 'Z')])('%s', (text) => expect(isValidUntil(text, TEST_START)).toBe(true))

  test.each<[unknown]>([
    [new Date(TEST_START + L).toUTCString()],
    [iso.replace('Z', '+00:00')],
    [iso.replace('Z', '')],
    [` ${iso}`],
    [[iso]],
    [{ toString: () => iso }],
    [TEST_START + L],
    [null],
  ])('%j is none', (one) => expect(isValidUntil(one, TEST_START)).toBe(false))
})

test('the time that counts is the later of the wall clock and what has passed since the start', async () => {
  const clock = createManualClock(TEST_START)
  await clock.advance(1_000)
  const time = acceptanceTime(clock)
  expect(time()).toBe(TEST_START + 1_000)
  clock.shiftWall(-500)
  expect(time()).toBe(TEST_START + 1_000)
  clock.shiftWall(900)
  expect(time()).toBe(TEST_START + 1_400)
})

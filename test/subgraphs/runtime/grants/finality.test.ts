import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { acceptanceTime, isAcceptable, isValidUntil } from '../../../../subgraphs/runtime/grants/acceptance.ts'
import { DELTA, L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { createGrantKeys, openedDates } from '../../../../subgraphs/runtime/grants/grantKeys.ts'
import { grantRoot } from '../../../../subgraphs/runtime/keys/uses.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { claims, openerOf, SEALER } from './grants.ts'

const RUNS = { seed: 4, numRuns: 300 }
const skew = fc.integer({ min: -DELTA, max: DELTA })

/** Accounts, a source and a recipient, whose clocks are off by these; at most δ from one another. */
const clocks = fc.tuple(skew, skew, skew).filter((all) => Math.max(...all) - Math.min(...all) <= DELTA)

describe('the arithmetic of withdrawal', () => {
  test('a grant on the old state is dead everywhere when L + δ have passed, however clocks differ within δ', () => {
    const later = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(clocks, later, ([accounts, source, recipient], after) => {
        // The last decision that the withdrawal did not stop read its t0 no later than the withdrawal committed.
        const decided = claims({ t0: TEST_START + accounts })
        const answered = TEST_START + L + DELTA + after
        const opener = openerOf(createManualClock(answered + source))
        const validUntil = new Date(decided.exp).toISOString()
        const opens = opener.open(SEALER.seal(decided), 'PondAdSignals') !== null
        return !opens && !isValidUntil(validUntil, answered + recipient)
      }),
      RUNS,
    )
  })

  test('a fresh grant opens for every clock within δ', () => {
    fc.assert(
      fc.property(clocks, ([accounts, source, recipient]) => {
        const decided = claims({ t0: TEST_START + accounts })
        const open = openerOf(createManualClock(TEST_START + source)).open(SEALER.seal(decided), 'PondAdSignals')
        return open !== null && isValidUntil(new Date(open.exp).toISOString(), TEST_START + recipient)
      }),
      RUNS,
    )
  })

  test('what is accepted is exactly now ≤ exp ≤ now + L + δ', () => {
    const offset = fc.integer({ min: -2000, max: 2000 })
    fc.assert(
      fc.property(offset, (ms) => isAcceptable(TEST_START + ms, TEST_START) === (ms >= 0 && ms <= L + DELTA)),
      RUNS,
    )
  })

  test('time never goes back for whoever accepts, wherever the wall clock is put', async () => {
    const clock = createManualClock(TEST_START)
    const now = acceptanceTime(clock)
    let last = now()
    for (const shift of [-5000, 300, -100_000, 0, 7]) {
      clock.shiftWall(shift)
      await clock.advance(1)
      expect(now()).toBeGreaterThanOrEqual(last + 1)
      last = now()
    }
    clock.shiftWall(-86_400_000)
    expect(acceptanceTime(clock)(), 'asked first only now').toBe(last)
  })
})

describe('keys of grants', () => {
  const keys = openKeys({ configured: { rootSecret: 'k'.repeat(43) } })
  const keyOf = createGrantKeys((source) => grantRoot(keys, source))
  const bytes = (source: string, date: string) => Buffer.from((keyOf(source, date) as { export(): Buffer }).export())

  test('are 256 bits, the same again, and others for each source and each day', () => {
    const [key, ...others] = [bytes('a', '2026-11-22'), bytes('b', '2026-11-22'), bytes('a', '2026-11-23')]
    expect(key).toHaveLength(32)
    expect(bytes('a', '2026-11-22')).toEqual(key)
    for (const other of others) expect(other).not.toEqual(key)
  })

  test('need a root of 256 bits', () => {
    expect(() => createGrantKeys(() => new Uint8Array(16))('a', '2026-11-22')).toThrow('at least 32 bytes')
  })

  test('of the day before are used for a minute', () => {
    const midnight = Date.parse('2026-11-23T00:00:00.000Z')
    expect(openedDates(midnight - 1)).toEqual(['2026-11-22'])
    expect(openedDates(midnight + 59_999)).toEqual(['2026-11-23', '2026-11-22'])
    expect(openedDates(midnight + 60_000)).toEqual(['2026-11-23'])
  })
})

import * as fc from 'fast-check'
import type { Fate, History, Step } from './letters.ts'

const nat = fc.nat({ max: 7 })
const put = fc.record({
  do: fc.constantFrom('put' as const, 'putByPaths' as const),
  letter: nat,
  item: nat,
  inMs: fc.constantFrom(0, 0, 0, 20_000),
})
const go: fc.Arbitrary<Step> = fc.record({ do: fc.constant('go'), call: nat })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: go },
  { weight: 4, arbitrary: put },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('nudge' as const), process: nat, letter: nat }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('look' as const), process: nat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), process: nat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('goUnheard' as const), call: nat }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(0, 1_000, 31_000, 301_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shiftWall' as const), ms: fc.constantFrom(-60_000, 60_000) }) },
)
const fate = fc.constantFrom<Fate>('WORKS', 'WORKS', 'FAILS_BEFORE', 'FAILS_AFTER', 'HANGS')

/** Histories of letters, long enough for some to be tried for the last time. */
export const histories: fc.Arbitrary<History> = fc.record({
  steps: fc.array(step, { minLength: 30, maxLength: 90, size: 'max' }),
  fates: fc.array(fate, { minLength: 1, maxLength: 8 }),
})

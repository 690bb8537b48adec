import { afterAll, beforeAll, expect, test } from 'vitest'
import { DELTA } from '../../subgraphs/runtime/grants/constants.ts'
import { cases, isLong, seed } from '../support/long.ts'
import { accepted, type History, ROLES, violations } from './finality/history.ts'
import { type Installation, type Offsets, startInstallation } from './finality/installation.ts'
import { prepare } from './finality/people.ts'
import { raceWithdrawals } from './finality/race.ts'
import { summaryOf } from './finality/summary.ts'
import { withdrawDuringTurn } from './finality/turn.ts'

/**
 * I9 in real time, over real processes: the other tests move a clock by hand. The first constellation is the most
 * dangerous one, as a grant lives longest for whoever is behind its maker. A subgraph is ahead of its gateway by
 * less than δ: else it would see every header come too late, and give nothing.
 */
const CONSTELLATIONS: readonly Offsets[] = [
  { accounts: DELTA, sources: 0, social: 0, gateway: 0, whole: DELTA },
  { accounts: DELTA, sources: 50, social: 0, gateway: DELTA, whole: 0 },
  { accounts: 0, sources: 50, social: 50, gateway: 0, whole: DELTA },
  { accounts: DELTA, sources: DELTA, social: 50, gateway: 50, whole: 0 },
]
const offsets = CONSTELLATIONS[isLong ? (seed - 1) % CONSTELLATIONS.length : 0] as Offsets

/** Processes start as fast as the machine lets them. */
const SLOW = isLong ? 1_200_000 : 120_000

let installation: Installation
beforeAll(async () => {
  installation = await startInstallation(offsets)
  await prepare(installation)
}, SLOW)
afterAll(() => installation?.[Symbol.asyncDispose]())

test(
  'I9: after a withdrawal has answered, nobody accepts what rests on the old state, whoever was stopped meanwhile',
  async () => {
    const count = cases(20)
    const history = await raceWithdrawals(installation, count, seed)
    if (isLong) console.log(summaryOf(history))
    expect(violations(history, DELTA)).toEqual([])
    expect(history.periods.length).toBeGreaterThanOrEqual(count)
    // Before each withdrawal everybody was served on both graphs.
    for (const role of ROLES) expect(usesBy(role, history)).toBeGreaterThanOrEqual(2 * history.periods.length)
  },
  SLOW,
)

const usesBy = (role: string, history: History) => accepted(history).filter((use) => use.role === role).length

test('I9: a decision that rests on a plain read, a turn old, gets no grant from the guarded write', async () => {
  const history = await withdrawDuringTurn(installation, 'held')
  expect(violations(history, DELTA)).toEqual([])
  expect(history.reads).toMatchObject([{ personalized: false }])
})

test('a planted fault, the guard tried on that plain read, is found at source, gateway and recipient', async () => {
  const found = violations(await withdrawDuringTurn(installation, 'unguarded'), DELTA)
  const whats = new Set(found.map(({ what }) => what))
  expect(whats).toEqual(new Set(['source', 'gateway', 'recipient', 'decision', 'read']))
})

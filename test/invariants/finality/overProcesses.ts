import { afterAll, beforeAll, expect, test } from 'vitest'
import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import type { DemoData } from '../../support/demoData.ts'
import { cases, isLong, seed } from '../../support/long.ts'
import { raceAhead, testsFrom, WAY } from './ahead.ts'
import { accepted, type History, ROLES, violations } from './history.ts'
import { type Installation, type Offsets, startInstallation } from './installation.ts'
import { prepare } from './people.ts'
import { GRAPHS } from './protocol.ts'
import { raceWithdrawals } from './race.ts'
import { summaryOf } from './summary.ts'

/**
 * The first constellation is the most dangerous one, as a grant lives longest for whoever is behind its maker. A subgraph
 * is ahead of its gateway by less than δ: else it would see every header come too late, and give nothing.
 */
const CONSTELLATIONS: readonly Offsets[] = [
  { accounts: DELTA, sources: 0, social: 0, gateway: 0, whole: DELTA },
  { accounts: DELTA, sources: 50, social: 0, gateway: DELTA, whole: 0 },
  { accounts: 0, sources: 50, social: 50, gateway: 0, whole: DELTA },
  { accounts: DELTA, sources: DELTA, social: 50, gateway: 50, whole: 0 },
  { accounts: 0, sources: 90, social: 0, gateway: 0, whole: 0 },
  { accounts: 90, sources: 0, social: 0, gateway: 0, whole: 0 },
]
const offsets = CONSTELLATIONS[isLong ? (seed - 1) % CONSTELLATIONS.length : 0] as Offsets

/** By how much a clock is set off that must be found out, in milliseconds. */
const OFF = 200

/** Processes start as fast as the machine lets them. */
export const SLOW = isLong ? 1_200_000 : 120_000

export interface Sample {
  /** Whose store it is over. */
  readonly people: () => Promise<DemoData>
  /** How many withdrawals in `npm test`. */
  readonly count: number
}

/** Registers what holds over every store; answers the installation, once it is started. */
export function overProcesses({ people, count }: Sample): () => Installation {
  let installation: Installation
  beforeAll(async () => {
    installation = await startInstallation(offsets, await people())
    await prepare(installation)
  }, SLOW)
  afterAll(() => installation?.[Symbol.asyncDispose]())

  test(
    'I9: after a withdrawal has answered, nobody accepts what rests on the old state, whoever was stopped meanwhile',
    async () => {
      const race = { count: cases(count), seed, serving: GRAPHS }
      const history = await raceWithdrawals(installation, race)
      if (isLong) console.log(`Ahead by ${JSON.stringify(offsets)} ms: ${summaryOf(history)}`)
      expect(violations(history, DELTA)).toEqual([])
      expect(history.periods.length).toBeGreaterThanOrEqual(race.count)
      // Before each withdrawal everybody was served on both graphs.
      for (const role of ROLES) expect(usesBy(role, history)).toBeGreaterThanOrEqual(2 * history.periods.length)
    },
    SLOW,
  )

  test.each(isLong ? WAY : (['accounts'] as const))(
    `I9: the clock of %s is ${OFF} ms ahead: it says so, consented data ends there, and withdrawals stay final`,
    async (name) => {
      const { alarm, granted, history } = await raceAhead(installation, name, { aheadMs: OFF, count: OFFCOUNT, seed })
      if (isLong) console.log(`${name}, ${OFF} ms ahead: "${alarm}". ${summaryOf(history)}`)
      // A source or recipient that is off hinders nobody from giving, in vain.
      expect(name === 'sources' || name === 'social' ? 0 : granted).toBe(0)
      expect(testsFrom(name, history).filter((one) => one.accepted)).toEqual([])
      expect(history.reads.filter(({ graph, personalized }) => graph === 'apart' && personalized)).toEqual([])
      expect(violations(history, DELTA)).toEqual([])
    },
    SLOW,
  )
  return () => installation
}

/** One round in `npm test`: more withdrawals than that find nothing else where no data flows. */
const OFFCOUNT = isLong ? 20 : 1

const usesBy = (role: string, history: History) => accepted(history).filter((use) => use.role === role).length

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { Violation } from './acts.ts'
import * as faults from './faults.ts'
import { histories } from './moves.ts'
import { play } from './play.ts'
import { createProcesses, type Exchange } from './processes.ts'

/** The number of the first history of this seed that finds it, from 1, and the rule that it names; null when none does. */
async function findWith(
  exchange: Exchange,
  seed: number,
  most: number,
): Promise<{ after: number; rule: string } | null> {
  const processes = createProcesses(exchange)
  for (const [index, moves] of fc.sample(histories, { seed, numRuns: most }).entries()) {
    try {
      await play(moves, { store: createMemoryStorage(), processes })
    } catch (error) {
      if (!(error instanceof Violation)) throw error
      return { after: index + 1, rule: error.message.split('\n')[0] ?? '' }
    }
  }
  return null
}

const MOST = 100

test.each([
  ['a missing compare-and-set', faults.noCompareAndSet, 1],
  ['a fold that keeps a consent after a pause', faults.foldKeepsConsent, 1],
  ['a road that passes over pauses', faults.roadsPassOverPauses, 1],
  ['a ledger write after the grant', faults.recordAfterGrant, 1],
  ['an expiry counted from after the read', faults.expiryAfterRead, 1],
  ['an expiry counted from after the guarded write', faults.expiryAfterWrite, 1],
])(
  '%s is found',
  async (_name, exchange, seed) => {
    const found = await findWith(exchange, seed, MOST)
    console.log(_name, seed, found)
    expect(found).not.toBeNull()
  },
  600_000,
)

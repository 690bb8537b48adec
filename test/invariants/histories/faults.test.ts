import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { Violation } from './acts.ts'
import * as faults from './faults.ts'
import { histories } from './moves.ts'
import { play } from './play.ts'
import { createProcesses, type Exchange } from './processes.ts'

/** The first history of this seed that finds it, counted from 1, and the rule that it names; null when none does. */
async function findWith(
  exchange: Exchange,
  { seed, most }: { readonly seed: number; readonly most: number },
): Promise<{ readonly after: number; readonly rule: string } | null> {
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

const WRITTEN = 'An account was written in a way that no step of the model explains'

test.each([
  ['a missing compare-and-set', faults.noCompareAndSet, 2, WRITTEN],
  ['a fold that keeps a consent after a pause', faults.foldKeepsConsent, 2, WRITTEN],
  ['a road that passes over pauses', faults.roadsPassOverPauses, 3, 'may not flow'],
  ['a ledger write after the grant', faults.recordAfterGrant, 2, 'I16: a grant left before its record was durable'],
  ['an expiry counted from after the read', faults.expiryAfterRead, 2, 'counted from after the read'],
  ['an expiry counted from after the guarded write', faults.expiryAfterWrite, 2, 'counted from after the read'],
  ['taking away that does not wait', faults.noWaiting, 2, 'a grant of before still opens'],
])(
  '%s is found',
  async (_name, exchange, seed, rule) => {
    expect(await findWith(exchange, { seed, most: 5 })).toMatchObject({ rule: expect.stringContaining(rule) as string })
  },
  120_000,
)

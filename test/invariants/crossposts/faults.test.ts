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

const IN_NO_WORLD = 'What is seen is in no world that may be'

test.each([
  ['a receiver that forgets its key', faults.forgottenKey, 1, 'I13'],
  ['a worker that acknowledges before acting', faults.acknowledgedFirst, 3, IN_NO_WORLD],
  ['an expiry taken from the copy', faults.expiryOfTheCopy, 1, 'I13: a copy in'],
  ['a fence that is ignored', faults.ignoredFence, 3, IN_NO_WORLD],
  ['a receiver that takes what comes too late', faults.nothingTooLate, 1, 'I9'],
  ['a receiver for which the last put wins', faults.lastPutWins, 1, IN_NO_WORLD],
])(
  '%s is found',
  async (_name, exchange, seed, rule) => {
    expect(await findWith(exchange, { seed, most: 40 })).toMatchObject({
      rule: expect.stringContaining(rule) as string,
    })
  },
  120_000,
)

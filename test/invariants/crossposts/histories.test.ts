import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, isLong, seed } from '../../support/long.ts'
import { histories } from './moves.ts'
import { play, type Tally } from './play.ts'
import { createProcesses } from './processes.ts'

const LONGEST = isLong ? 3_600_000 : 120_000

test(
  'I7, I10, I13: whatever is shared, taken back, lost, doubled or dies, what is seen is what the model allows',
  async () => {
    const came = await playAll(cases(6))
    if (isLong) console.log(came)
    for (const what of ['quiet: LIVE', 'putStory: LIVE', 'calls between services: cut']) {
      expect([what, came[what]]).toEqual([what, expect.any(Number)])
    }
  },
  LONGEST,
)

async function playAll(numRuns: number): Promise<Tally> {
  const processes = createProcesses()
  const all: Record<string, number> = {}
  const history = fc.asyncProperty(histories, async (moves) => {
    const tally = await play(moves, { store: createMemoryStorage(), processes })
    for (const [what, times] of Object.entries(tally)) all[what] = (all[what] ?? 0) + times
  })
  await fc.assert(history, { numRuns, seed })
  return Object.fromEntries(Object.entries(all).sort(([left], [right]) => left.localeCompare(right)))
}

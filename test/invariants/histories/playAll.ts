import * as fc from 'fast-check'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { seed } from '../../support/long.ts'
import { histories } from './moves.ts'
import { play } from './play.ts'
import { createProcesses } from './processes.ts'
import { sum, type Tally } from './tally.ts'

/** Plays histories, each on an empty store. */
export async function playAll(numRuns: number, open: () => Promise<Storage>): Promise<Tally> {
  const tallies: Tally[] = []
  const processes = createProcesses()
  const history = fc.asyncProperty(histories, async (moves) => {
    const store = await open()
    tallies.push(await play(moves, { store, processes }))
    await store.close()
  })
  await fc.assert(history, { numRuns, seed })
  return sum(tallies)
}

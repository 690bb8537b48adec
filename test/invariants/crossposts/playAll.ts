import * as fc from 'fast-check'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { seed } from '../../support/long.ts'
import { histories } from './moves.ts'
import { play, type Tally } from './play.ts'
import { createProcesses } from './processes.ts'

/** Plays that many histories, each over an empty store; answers how often each thing came to pass in all of them. */
export async function playAll(numRuns: number, openStore: () => Promise<Storage>): Promise<Tally> {
  const processes = createProcesses()
  const all: Record<string, number> = {}
  const history = fc.asyncProperty(histories, async (moves) => {
    const store = await openStore()
    const tally = await play(moves, { store, processes })
    for (const [what, times] of Object.entries(tally)) all[what] = (all[what] ?? 0) + times
  })
  await fc.assert(history, { numRuns, seed })
  return Object.fromEntries(Object.entries(all).sort(([left], [right]) => left.localeCompare(right)))
}

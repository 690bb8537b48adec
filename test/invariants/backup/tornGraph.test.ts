import * as fc from 'fast-check'
import { test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, isLong, seed } from '../../support/long.ts'
import { Violation } from '../crossposts/acts.ts'
import { historiesOf, type Move } from '../crossposts/moves.ts'
import { openTown } from '../crossposts/people.ts'
import { makeMoves, openScene, quietDown } from '../crossposts/play.ts'
import { createProcesses } from '../crossposts/processes.ts'
import { liveOnAfter } from './torn/aftermath.ts'
import { type Reading, readings, tornSnapshot } from './torn/reading.ts'
import { restoredFrom } from './torn/restored.ts'
import { rememberStates } from './torn/states.ts'

const LONGEST = isLong ? 3_600_000 : 60_000
const STEPS = isLong ? 12 : 4
/** Soon enough for a session of before to count as fresh, or not. */
const pauses = fc.constantFrom(1_000, 20_000, 10 * 60_000, 2 * 60 * 60_000)

test(
  'I10, I13: whatever was lived while each document was read at a moment of its own, nothing is released, none comes twice',
  async () => {
    const processes = createProcesses()
    const town = await openTown(true)
    const lived = async (moves: readonly Move[], reading: Reading, pause: number): Promise<void> => {
      const { storage, states } = await rememberStates(createMemoryStorage())
      const before = await openScene({ store: storage, processes, town })
      const begun = states.length - 1
      await makeMoves(moves, before)
      const moments = states.slice(begun)
      await quietDown(before)
      before.stage.end()
      const startAt = before.stage.clock.wall() + pause
      const store = await restoredFrom(tornSnapshot(moments, reading), startAt)
      try {
        await liveOnAfter({ before, store, processes, town, startAt })
      } catch (error) {
        if (!(error instanceof Violation)) throw error
        throw new Violation(`${error.message}\n${before.stage.story.slice(-300).join('\n')}`, { cause: error })
      }
    }
    await fc.assert(fc.asyncProperty(historiesOf(STEPS), readings, pauses, lived), {
      numRuns: cases(2),
      seed,
    })
  },
  LONGEST,
)

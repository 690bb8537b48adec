import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, isLong } from '../../support/long.ts'
import { playAll } from './playAll.ts'

const LONGEST = isLong ? 3_600_000 : 120_000

test(
  'I7, I10, I13: whatever is shared, taken back, lost, doubled or dies, what is seen is what the model allows',
  async () => {
    const came = await playAll(cases(6), async () => createMemoryStorage())
    if (isLong) console.log(came)
    for (const what of ['quiet: LIVE', 'putStory: LIVE', 'calls between services: cut']) {
      expect([what, came[what]]).toEqual([what, expect.any(Number)])
    }
  },
  LONGEST,
)

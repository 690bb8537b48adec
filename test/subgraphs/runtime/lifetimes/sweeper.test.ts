import { expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createSweeper, type Kept, KEPT_INDEX } from '../../../../subgraphs/runtime/lifetimes/sweeper.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

/** A heap of things, each kept until then; null for those that are older than sweeping. */
async function heap(until: readonly (number | null)[], before?: (thing: Kept) => Promise<void>) {
  const collection = createMemoryStorage().collection<Kept>({ name: 'heap', version: 1, indexes: [KEPT_INDEX] })
  for (const [n, keptUntil] of until.entries()) {
    await collection.insert({ _id: `thing ${n}`, ...(keptUntil !== null && { keptUntil }) })
  }
  const clock = createManualClock(TEST_START)
  const sweep = createSweeper({ collection, index: KEPT_INDEX.name, clock, ...(before && { before }) })
  const ids = until.map((_, n) => `thing ${n}`)
  return {
    sweepOnce: async () => {
      for (let n = 0; n < 64; n++) await sweep()
    },
    left: async () => (await collection.getMany(ids)).filter((thing) => thing !== null).map(({ _id }) => _id),
  }
}

test('what may go goes, up to that very millisecond; what has no time stays', async () => {
  const { sweepOnce, left } = await heap([TEST_START - 1, TEST_START, TEST_START + 1, null])
  await sweepOnce()
  expect(await left()).toEqual(['thing 2', 'thing 3'])
})

test('a sweep is bounded, and takes twice what came in', async () => {
  const { sweepOnce, left } = await heap(Array.from({ length: 200 }, () => TEST_START))
  await sweepOnce()
  expect(await left()).toHaveLength(72)
  await sweepOnce()
  expect(await left()).toEqual([])
})

test('what cannot be let go of stays, and is tried again', async () => {
  let tries = 0
  const { sweepOnce, left } = await heap([TEST_START], async () => {
    if (++tries === 1) throw new Error('not now')
  })
  await expect(sweepOnce()).rejects.toThrow('not now')
  expect(await left()).toEqual(['thing 0'])
  await sweepOnce()
  expect(await left()).toEqual([])
})

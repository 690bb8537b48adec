import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../support/long.ts'
import { createRacingStorage } from '../../support/racingStorage.ts'
import { people } from './people.ts'

const racing = createRacingStorage(createMemoryStorage())
const messenger = await people({}, racing.storage)
/** Who goes on: 0 is who waits longest, 1 who went last; stretches of it, since what is long overtaken is the danger. */
const choices = fc
  .array(fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 9 })), { minLength: 8, maxLength: 8 })
  .map((stretches) => stretches.flatMap(([who, turns]) => Array.from({ length: turns }, () => who)))
let rounds = 0

async function two(): Promise<{ anna: string; ben: string }> {
  rounds++
  const [anna, ben] = [`anna${rounds}`, `ben${rounds}`]
  await messenger.join(anna)
  await messenger.join(ben)
  return { anna, ben }
}

describe('two acts at the same time', () => {
  test.each(['anna', 'ben'] as const)('adding a contact and blocking end blocked, when %s adds', async (who) => {
    const rule = fc.asyncProperty(choices, async (order) => {
      const names = await two()
      const [adder, added] = [names[who], who === 'anna' ? names.ben : names.anna]
      const acts = [() => messenger.adds(adder, added), () => messenger.blocks(names.anna, names.ben)]
      await racing.race(order, acts)
      await messenger.unblocks(names.anna, names.ben)
      expect(await messenger.listed(adder, 'contacts')).toEqual([])
    })
    await fc.assert(rule, { seed, numRuns: cases(20) })
  })

  test('posting again by the same key and deleting end deleted', async () => {
    const rule = fc.asyncProperty(choices, async (order) => {
      const { anna } = await two()
      const post = () => messenger.act(anna, 'postStatus', { kind: 'TEXT', idempotencyKey: 'one' })
      const postAndDelete = async () =>
        messenger.act(anna, 'deleteStatus', { statusId: (await post()).status?.id ?? 'gone already' })
      await racing.race(order, [postAndDelete, post])
      expect(await messenger.statusesSeen(anna, anna)).toEqual([])
    })
    await fc.assert(rule, { seed, numRuns: cases(40) })
  })
})

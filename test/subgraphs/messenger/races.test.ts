import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../support/long.ts'
import { createRacingStorage } from '../../support/racingStorage.ts'
import { stretches } from '../../support/stretches.ts'
import { people } from './people.ts'

const racing = createRacingStorage(createMemoryStorage())
const messenger = await people({}, racing.storage)
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
    const rule = fc.asyncProperty(stretches, async (order) => {
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
    const rule = fc.asyncProperty(stretches, async (order) => {
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

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../support/long.ts'
import { createRacingStorage } from '../../support/racingStorage.ts'
import { stretches } from '../../support/stretches.ts'
import { people } from './people.ts'

const racing = createRacingStorage(createMemoryStorage())
const social = await people({}, racing.storage)
let rounds = 0

describe('posting again by the same key and deleting end deleted', () => {
  test.each([
    ['post', 'createPost', 'deletePost', 'posts'],
    ['story', 'postSocialStory', 'deleteSocialStory', 'stories'],
  ] as const)('a %s', async (entity, make, remove, list) => {
    const rule = fc.asyncProperty(stretches, async (order) => {
      const name = `ada.${rounds++}`
      await social.join(name)
      const post = () => social.act(name, make, { text: 'Once', idempotencyKey: 'k' })
      const postAndDelete = async () =>
        social.act(name, remove, { [`${entity}Id`]: (await post())[entity]?.id ?? 'gone already' })
      await racing.race(order, [postAndDelete, post])
      expect(await social.textsOn(name, name, list)).toEqual([])
    })
    await fc.assert(rule, { seed, numRuns: cases(40) })
  })
})

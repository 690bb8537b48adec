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

test("a username is one profile's alone, however the claims of several race, and is found under it", async () => {
  const rule = fc.asyncProperty(stretches, async (order) => {
    const username = `name.${rounds++}`
    const claim = (by: string) => async (): Promise<string | null> => {
      const asked = { username, displayName: by, birthYear: 1990, idempotencyKey: `${username} ${by}` }
      const made = social.tester.internal('createProfile', asked)
      return made.then(({ id }) => id as string).catch(() => null)
    }
    const ids = await racing.race(order, [claim('one'), claim('other'), claim('one')])
    const owners = new Set(ids.filter((id) => id !== null))
    expect(owners.size).toBe(1)
    const { socialProfile } = await social.data(null, `{ socialProfile(username: "${username}") { id } }`)
    expect(owners).toContain(socialProfile?.id)
  })
  await fc.assert(rule, { seed, numRuns: cases(40) })
})

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

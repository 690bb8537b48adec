import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../../support/long.ts'
import { createRacingStorage } from '../../../support/racingStorage.ts'
import { createPhotoApp, type Person } from '../photoApp.ts'

/** Who does what to the other. */
type Act = readonly ['ana' | 'shy', string]

const racing = createRacingStorage(createMemoryStorage())
const app = createPhotoApp(racing.storage)
let rounds = 0

/** What is left after the acts: what ana sees of the private profile, and what the store says of her following. */
async function race(choices: readonly number[], before: readonly Act[], together: readonly Act[]) {
  rounds++
  const people = { ana: await app.person(`ana${rounds}`), shy: await app.person(`shy${rounds}`, { private: true }) }
  const run = ([who, mutation]: Act) => act(people, who, mutation)
  for (const each of before) await run(each)
  await racing.race(
    choices,
    together.map((each) => () => run(each)),
  )
  const { posts } = await app.seeEntity(people.ana, 'PhotoProfile', people.shy.id, '{ posts { nodes { id } } }')
  const [follow] = await app.store.follows.getMany([`${people.ana.local}:${people.shy.local}`])
  return { posts, stored: follow?.state ?? 'NONE' }
}

function act({ ana, shy }: { ana: Person; shy: Person }, who: Act[0], mutation: string) {
  return who === 'ana' ? app.act(ana, mutation, { profileId: shy.id }) : app.act(shy, mutation, { profileId: ana.id })
}

const choices = fc.array(fc.nat({ max: 5 }), { minLength: 30, maxLength: 30 })
const follow: Act = ['ana', 'followPhotoProfile']
const accept: Act = ['shy', 'acceptPhotoFollower']

describe('two acts at the same time end denied', () => {
  it.each<[string, readonly Act[], readonly Act[]]>([
    ['accept and unfollow', [follow], [accept, ['ana', 'unfollowPhotoProfile']]],
    ['accept and remove', [follow], [accept, ['shy', 'removePhotoFollower']]],
    ['accept and block', [follow], [accept, ['shy', 'blockPhotoProfile']]],
    ['accept and be blocked', [follow], [accept, ['ana', 'blockPhotoProfile']]],
    ['follow and be blocked', [], [follow, ['shy', 'blockPhotoProfile']]],
    ['follow and block', [], [follow, ['ana', 'blockPhotoProfile']]],
    ['follow, accept and block', [], [follow, accept, ['shy', 'blockPhotoProfile']]],
  ])('%s', async (_name, before, together) => {
    await fc.assert(
      fc.asyncProperty(choices, async (order) => {
        expect(await race(order, before, together)).toEqual({ posts: null, stored: 'NONE' })
      }),
      { seed, numRuns: cases(30) },
    )
  })

  it('accept and reject end in one of the two, never in a request', async () => {
    await fc.assert(
      fc.asyncProperty(choices, async (order) => {
        const { stored } = await race(order, [follow], [accept, ['shy', 'rejectPhotoFollower']])
        expect(stored).not.toBe('REQUESTED')
      }),
      { seed, numRuns: cases(30) },
    )
  })
})

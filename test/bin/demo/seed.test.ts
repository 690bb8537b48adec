import { describe, expect, test } from 'vitest'
import { type ProfileIds, seedWorld } from '../../../bin/demo/seed.ts'
import { openMessengerStore } from '../../../subgraphs/messenger/store.ts'
import { openPhotoStore } from '../../../subgraphs/photo/store.ts'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { personTypeOf } from '../../../subgraphs/runtime/identity/personTypes.ts'
import { openSocialStore } from '../../../subgraphs/social/store.ts'
import { TEST_START, testIds } from '../../support/subgraphTester.ts'
import { type DemoStage, demoStage, smallWorld } from './demoStage.ts'

const world = smallWorld()
const seeding = (stage: DemoStage, progress: (done: number, total: number) => void = () => undefined) =>
  seedWorld(world, { ...stage, epoch: TEST_START, progress })

/** The local ids of everybody in an app. */
function locals(ids: ProfileIds, app: App): string[] {
  const open = (id: string) => testIds(app.toLowerCase()).open(id, personTypeOf(app)) ?? ''
  return Object.values(ids).flatMap((profiles) => (profiles[app] === undefined ? [] : [open(profiles[app])]))
}

/** How much of everything there is, and the follows. */
async function stored({ storage }: DemoStage, ids: ProfileIds) {
  const [messenger, photo, social] = [openMessengerStore(storage), openPhotoStore(storage), openSocialStore(storage)]
  const all = { limit: 1_000 }
  const [people, friends] = [locals(ids, 'PHOTO'), locals(ids, 'SOCIAL')]
  const follows = await photo.follows.page('byFollower', { followerId: people, state: 'FOLLOWING' }, all)
  const pages = [
    messenger.contacts.page('byOwner', { ownerId: locals(ids, 'MESSENGER') }, all),
    photo.follows.page('byFollower', { followerId: people, state: 'REQUESTED' }, all),
    photo.photos.page('byAuthor', { authorId: people }, all),
    social.pairs.page('byFriend', { friends }, all),
    social.posts.page('byAuthor', { authorId: friends, deleted: false }, all),
  ]
  const counts = (await Promise.all(pages)).map(({ items, hasMore }) => (hasMore ? Infinity : items.length))
  return { counts, follows: follows.items }
}

describe('seeding', () => {
  test('makes what the world says', async () => {
    const stage = demoStage()
    const { counts, follows } = await stored(stage, await seeding(stage))
    const { MESSENGER, PHOTO, SOCIAL } = world.ties
    expect(counts).toEqual([
      2 * MESSENGER.length,
      PHOTO.filter((tie) => !tie.answered).length,
      world.photos.length,
      SOCIAL.length,
      world.posts.length,
    ])
    expect(follows).toHaveLength(PHOTO.filter((tie) => tie.answered).length)
  })

  test('spreads ties over the year, so that there is a lately', async () => {
    const stage = demoStage()
    const { follows } = await stored(stage, await seeding(stage))
    const days = follows.map(({ since }) => (TEST_START - since) / 86_400_000)
    expect(Math.min(...days)).toBeGreaterThan(0)
    expect(Math.max(...days)).toBeLessThan(367)
    for (const [from, to] of [
      [0, 60],
      [60, 180],
      [180, 367],
    ] as const) {
      expect(days.filter((day) => day >= from && day < to).length).toBeGreaterThan(days.length / 10)
    }
  })

  test.each([0.1, 0.4, 0.7, 0.95])('that ended after %d of its steps is taken up, days later too', async (part) => {
    const stage = demoStage()
    const broken = seeding(stage, (done, total) => {
      if (done > part * total) throw new Error('The machine went down.')
    })
    await expect(broken).rejects.toThrow('The machine went down.')
    await stage.time.advance(3 * 86_400_000)
    const whole = demoStage()
    const { counts } = await stored(stage, await seeding(stage))
    expect(counts).toEqual((await stored(whole, await seeding(whole))).counts)
  })
})

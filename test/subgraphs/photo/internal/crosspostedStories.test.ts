import { beforeEach, describe, expect, it } from 'vitest'
import { DELTA, L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { consented } from '../../../support/consented.ts'
import { type Json, TEST_START } from '../../../support/subgraphTester.ts'
import { codes, createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

const HOUR = 60 * 60 * 1000
const KEY = 'the key of one copy'
/** The status was posted four hours before it was shared. */
const EXPIRES = TEST_START + 20 * HOUR

let counted: ReturnType<typeof countCalls>
let app: PhotoApp
let ana: Person
let ben: Person

beforeEach(async () => {
  counted = countCalls(createMemoryStorage())
  app = createPhotoApp(counted.storage)
  ;[ana, ben] = [await app.person('ana'), await app.person('ben')]
})

/** Ben's status, put as accounts does. */
async function share(more: object = {}): Promise<Json> {
  const story = { key: KEY, authorId: ben.id, revision: 1, text: 'Hello', media: null, audience: 'EVERYONE' }
  const times = { postedAt: TEST_START, expiresAt: EXPIRES, validUntil: app.clock.wall() + L }
  return app.internal('putStory', { ...story, ...times, ...more }, 'accounts')
}

const end = () => app.internal('endStory', { key: KEY, authorId: ben.id, expiresAt: EXPIRES }, 'accounts')

/** Whether the viewer finds it by each of the three ways; all must agree. */
async function sees(viewer: Person, storyId: string): Promise<boolean> {
  const { photoStories } = await app.see(viewer, '{ photoStories { nodes { id } } }')
  const { stories } = await app.seeEntity(viewer, 'PhotoProfile', ben.id, '{ stories { nodes { id } } }')
  const byId = await app.seeEntity(viewer, 'PhotoStory', storyId, '{ id }')
  const found = [photoStories.nodes, stories.nodes, byId === null ? [] : [byId]].map((nodes) => nodes.length)
  expect(new Set(found).size).toBe(1)
  return found[0] === 1
}

describe('a status in the photo app', () => {
  it('is a story that says where it is from, with the words as its caption and the time of the status', async () => {
    const { outcome, storyId } = await share()
    expect(outcome).toBe('LIVE')
    const fields = '{ author { username } caption media { url } audience postedAt expiresAt crosspostedFrom }'
    expect(await app.seeEntity(ana, 'PhotoStory', storyId, fields)).toEqual({
      author: { username: 'ben' },
      caption: 'Hello',
      media: null,
      audience: 'EVERYONE',
      postedAt: '2026-11-22T10:30:00.000Z',
      expiresAt: '2026-11-23T06:30:00.000Z',
      crosspostedFrom: 'MESSENGER',
    })
  })

  it('ends to the millisecond with the status, for its author too', async () => {
    await app.follow(ana, ben)
    const { storyId } = await share()
    await app.clock.advance(20 * HOUR - 1)
    expect([await sees(ana, storyId), await sees(ben, storyId)]).toEqual([true, true])
    await app.clock.advance(1)
    expect([await sees(ana, storyId), await sees(ben, storyId)]).toEqual([false, false])
  })

  it('for followers is for followers, and for nobody whom its author has blocked', async () => {
    const [fan, foe] = [await app.person('fan'), await app.person('foe')]
    for (const follower of [fan, foe]) await app.follow(follower, ben)
    await app.act(ben, 'blockPhotoProfile', { profileId: foe.id })
    const { storyId } = await share({ audience: 'FOLLOWERS' })
    expect(await sees(fan, storyId)).toBe(true)
    for (const other of [ana, foe, null]) {
      expect(await app.seeEntity(other, 'PhotoStory', storyId, '{ id }')).toBeNull()
    }
  })

  it('of a private profile is hidden even when it is for everyone', async () => {
    const cleo = await app.person('cleo', { private: true })
    const { storyId } = await share({ authorId: cleo.id })
    expect(await app.seeEntity(ana, 'PhotoStory', storyId, '{ id }')).toBeNull()
    expect(await app.seeEntity(cleo, 'PhotoStory', storyId, '{ caption }')).toEqual({ caption: 'Hello' })
  })

  it('is gone for everybody when it is ended, and leaves no words behind', async () => {
    const { storyId } = await share()
    await end()
    expect([await sees(ana, storyId), await sees(ben, storyId)]).toEqual([false, false])
    expect(await share({ revision: 2 })).toEqual({ outcome: 'ENDED' })
    const [row] = await app.store.stories.getMany([app.ids.open(storyId, 'PhotoStory') ?? ''])
    expect(row).toMatchObject({ caption: null, picture: null, expiresAt: 0 })
  })

  it('that its author deletes here stays deleted', async () => {
    const { storyId } = await share()
    expect(codes(await app.act(ana, 'deletePhotoStory', { storyId }))).toEqual(['STORY_NOT_FOUND'])
    expect(codes(await app.act(ben, 'deletePhotoStory', { storyId }))).toEqual([])
    expect(await share({ revision: 2 })).toEqual({ outcome: 'ENDED' })
    expect(await sees(ben, storyId)).toBe(false)
  })

  it.each([{ audience: 'FRIENDS' }, { authorId: 'no id' }])('is refused with %j', async (more) => {
    expect(await share(more)).toEqual({ outcome: 'REFUSED' })
  })

  it('is not taken while clocks visibly differ, as no consented data is', async () => {
    app.subgraph.sawHeader?.(app.clock.wall() + DELTA + 1)
    expect(await share()).toEqual({ outcome: 'TOO_LATE' })
    for (let n = 0; n < 64; n++) app.subgraph.sawHeader?.(app.clock.wall())
    expect((await share()).outcome).toBe('LIVE')
  })

  it('is bounded in its words, whoever calls', async () => {
    expect((await share({ text: '👋'.repeat(2_000) })).outcome).toBe('LIVE')
    await expect(share({ text: 'x'.repeat(2_001) })).rejects.toMatchObject({
      extensions: { code: 'INTERNAL_INPUT_INVALID' },
    })
  })

  it.each(['putStory', 'endStory'])('comes from accounts only: %s', async (operation) => {
    for (const caller of ['seeder', 'messenger', 'social', 'safety']) {
      await expect(app.internal(operation, {}, caller)).rejects.toMatchObject({
        extensions: { code: 'INTERNAL_CALL_FORBIDDEN' },
      })
    }
  })
})

describe('what a status says in the photo app', () => {
  const text = 'Lighthouse at dusk, sailing, football and coffee'

  it('is no signal for anybody: no other app gets a topic of it', async () => {
    await share({ text })
    counted.reset()
    expect(await consented(app, 'PhotoAdSignals', ben.id, '{ topics }')).toBeNull()
    expect(Object.keys(counted.calls()).filter((call) => call.includes('stories'))).toEqual([])
  })

  it('makes nobody active: the published figure does not count it', async () => {
    counted.reset()
    const { storyId } = await share({ text })
    await share({ text, revision: 2 })
    await end()
    expect(storyId).toBeTypeOf('string')
    expect(Object.keys(counted.calls()).filter((call) => call.includes('activity'))).toEqual([])
  })

  it('changes neither feed, search nor suggestions', async () => {
    const query = `{
      photoFeed(first: 20) { nodes { id } }
      photoProfiles(search: "lighthouse", first: 20) { nodes { username } }
      photoMe { suggestedProfiles(first: 20) { profile { username } basis why } }
    }`
    await app.follow(ana, ben)
    const before = [await app.see(ana, query), await app.see(ben, query)]
    await share({ text })
    expect([await app.see(ana, query), await app.see(ben, query)]).toEqual(before)
  })
})

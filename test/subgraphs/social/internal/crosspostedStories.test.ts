import { beforeEach, describe, expect, test } from 'vitest'
import { L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { consented } from '../../../support/consented.ts'
import { type Json, TEST_START } from '../../../support/subgraphTester.ts'
import { people, type Social } from '../people.ts'

const HOUR = 60 * 60 * 1000
const KEY = 'the key of one copy'
/** The status was posted four hours before it was shared. */
const EXPIRES = TEST_START + 20 * HOUR

let social: Social

beforeEach(async () => {
  social = await people({ ada: {}, fred: {}, sue: {} })
  await social.befriend('ada', 'fred')
})

/** Ada's status, put as accounts does. */
async function share(more: object = {}): Promise<Json> {
  const story = { key: KEY, authorId: social.id('ada'), revision: 1, text: 'Hello', media: null, audience: 'EVERYONE' }
  const times = { postedAt: TEST_START, expiresAt: EXPIRES, validUntil: social.tester.clock.wall() + L }
  return social.tester.internal('putStory', { ...story, ...times, ...more }, 'accounts')
}

const end = () =>
  social.tester.internal('endStory', { key: KEY, authorId: social.id('ada'), expiresAt: EXPIRES }, 'accounts')

/** Whether somebody finds it by its id and on Ada's profile; both must agree. */
async function sees(viewer: string | null, story: string): Promise<boolean> {
  const [byId] = await social.fetch(viewer, 'SocialStory', [story], '{ text }')
  expect((await social.textsOn(viewer, 'ada', 'stories')).length).toBe(byId === null ? 0 : 1)
  return byId !== null
}

describe('a status in the social app', () => {
  test('is a story that says where it is from, with the time of the status', async () => {
    const { outcome, storyId } = await share()
    expect(outcome).toBe('LIVE')
    const fields = '{ author { username } text media { url } audience postedAt expiresAt crosspostedFrom }'
    expect(await social.fetch('sue', 'SocialStory', [storyId], fields)).toEqual([
      {
        author: { username: 'ada' },
        text: 'Hello',
        media: null,
        audience: 'EVERYONE',
        postedAt: '2026-11-22T10:30:00.000Z',
        expiresAt: '2026-11-23T06:30:00.000Z',
        crosspostedFrom: 'MESSENGER',
      },
    ])
  })

  test('ends to the millisecond with the status, for its author too', async () => {
    const { storyId } = await share()
    await social.tester.clock.advance(20 * HOUR - 1)
    expect(await social.feed('fred', 'socialStories')).toEqual(['Hello'])
    await social.tester.clock.advance(1)
    for (const viewer of ['ada', 'fred', 'sue', null]) expect(await sees(viewer, storyId)).toBe(false)
    expect(await social.feed('fred', 'socialStories')).toEqual([])
  })

  test('for friends is for friends', async () => {
    const { storyId } = await share({ audience: 'FRIENDS' })
    const seen = await Promise.all(['ada', 'fred', 'sue', null].map((viewer) => sees(viewer, storyId)))
    expect(seen).toEqual([true, true, false, false])
  })

  test('is hidden between two of whom one has blocked the other', async () => {
    const { storyId } = await share()
    expect(await sees('sue', storyId)).toBe(true)
    await social.act('ada', 'blockSocialProfile', { profileId: social.id('sue') })
    expect(await sees('sue', storyId)).toBe(false)
  })

  test('is gone for everybody when it is ended, and leaves no words behind', async () => {
    const { storyId } = await share()
    await end()
    for (const viewer of ['ada', 'fred', 'sue']) expect(await sees(viewer, storyId)).toBe(false)
    expect(await share({ revision: 2 })).toEqual({ outcome: 'ENDED' })
    const [row] = await social.store.stories.getMany([social.tester.ids.open(storyId, 'SocialStory') ?? ''])
    expect(row).toMatchObject({ text: null, expiresAt: 0 })
  })

  test('that its author deletes here stays deleted', async () => {
    const { storyId } = await share()
    const deletes = async (name: string) => (await social.act(name, 'deleteSocialStory', { storyId })).errors
    expect(await deletes('fred')).toMatchObject([{ code: 'STORY_NOT_FOUND' }])
    expect(await deletes('ada')).toEqual([])
    expect(await share({ revision: 2 })).toEqual({ outcome: 'ENDED' })
    expect(await sees('ada', storyId)).toBe(false)
  })

  test.each([{ audience: 'FOLLOWERS' }, { authorId: 'no id' }])('is refused with %j', async (more) => {
    expect(await share(more)).toEqual({ outcome: 'REFUSED' })
  })

  test.each(['putStory', 'endStory'])('comes from accounts only: %s', async (operation) => {
    for (const caller of ['seeder', 'messenger', 'photo', 'safety']) {
      await expect(social.tester.internal(operation, {}, caller)).rejects.toMatchObject({
        extensions: { code: 'INTERNAL_CALL_FORBIDDEN' },
      })
    }
  })
})

describe('what a status says in the social app', () => {
  const text = 'Coffee, yoga and football at the lighthouse'

  test('is no signal for anybody: no other app gets a topic of it', async () => {
    await share({ text })
    social.counted.reset()
    expect(await consented(social.tester, 'SocialPersonalizationSignals', social.id('ada'), '{ topics }')).toBeNull()
    expect(Object.keys(social.counted.calls()).filter((call) => call.includes('stories'))).toEqual([])
  })

  test('makes nobody active: the published figure does not count it', async () => {
    social.counted.reset()
    await share({ text })
    await share({ text, revision: 2 })
    await end()
    expect(Object.keys(social.counted.calls()).filter((call) => call.includes('activity'))).toEqual([])
  })

  test('changes neither feed, search nor advertisements', async () => {
    const query = `{
      socialFeed(first: 20) { nodes { id } }
      socialProfiles(search: "coffee", first: 20) { nodes { username } }
      socialMe { ads(first: 20) { title basis why } }
    }`
    const before = [await social.data('ada', query), await social.data('fred', query)]
    await share({ text })
    expect([await social.data('ada', query), await social.data('fred', query)]).toEqual(before)
  })
})

import { describe, expect, test } from 'vitest'
import { TEST_START } from '../../support/subgraphTester.ts'
import { DAY, people, type Social } from './people.ts'

/** Ada has told a story to everybody, a minute ago; Fred is a friend. */
async function told(): Promise<{ social: Social; story: string }> {
  const social = await people({ ada: {}, fred: {}, sue: {} })
  await social.befriend('ada', 'fred')
  const story = await social.tells('ada', 'Hello', { audience: 'EVERYONE' })
  return { social, story }
}

/** As many as make a sweep. */
async function manyStories(social: Social): Promise<void> {
  for (let n = 0; n < 64; n++) await social.tells('sue', `Story ${n}`)
}

const byId = async (social: Social, viewer: string | null, story: string) =>
  (await social.fetch(viewer, 'SocialStory', [story], '{ text }'))[0]

describe('a story', () => {
  test('says what it is and when it ends', async () => {
    const { social, story } = await told()
    const fields = 'author { username } text media { url } audience postedAt expiresAt crosspostedFrom'
    expect((await social.fetch('fred', 'SocialStory', [story], `{ ${fields} }`))[0]).toEqual({
      author: { username: 'ada' },
      text: 'Hello',
      media: null,
      audience: 'EVERYONE',
      postedAt: new Date(TEST_START).toISOString(),
      expiresAt: new Date(TEST_START + DAY).toISOString(),
      crosspostedFrom: null,
    })
  })

  test.each(['ada', 'fred', 'sue', null])(
    'is served to %s up to the last millisecond and no longer',
    async (viewer) => {
      const { social, story } = await told()
      await social.tester.clock.advance(DAY - 1)
      expect(await byId(social, viewer, story)).toEqual({ text: 'Hello' })
      expect(await social.textsOn(viewer, 'ada', 'stories')).toEqual(['Hello'])
      await social.tester.clock.advance(1)
      expect(await byId(social, viewer, story)).toBeNull()
      expect(await social.textsOn(viewer, 'ada', 'stories')).toEqual([])
    },
  )

  test('leaves the feed in the same millisecond', async () => {
    const { social } = await told()
    await social.tester.clock.advance(DAY - 1)
    expect(await social.feed('fred', 'socialStories')).toEqual(['Hello'])
    await social.tester.clock.advance(1)
    expect(await social.feed('fred', 'socialStories')).toEqual([])
    expect(await social.feed('ada', 'socialStories')).toEqual([])
  })

  test('expires under a cursor too', async () => {
    const { social } = await told()
    await social.tester.clock.advance(1)
    await social.tells('ada', 'Again')
    const query =
      'query ($after: String) { socialStories(first: 1, after: $after) { nodes { text } pageInfo { endCursor } } }'
    const { socialStories: first } = await social.data('fred', query)
    expect(first.nodes).toEqual([{ text: 'Again' }])
    await social.tester.clock.advance(DAY - 1)
    const { socialStories: second } = await social.data('fred', query, { after: first.pageInfo.endCursor })
    expect(second.nodes).toEqual([])
  })

  test('is deleted by its author only, and once', async () => {
    const { social, story } = await told()
    const notFound = { story: null, errors: [{ code: 'STORY_NOT_FOUND', path: ['storyId'] }] }
    expect(await social.act('fred', 'deleteSocialStory', { storyId: story })).toEqual(notFound)
    expect(await social.act('ada', 'deleteSocialStory', { storyId: story })).toEqual({
      story: { id: story },
      errors: [],
    })
    expect(await byId(social, 'ada', story)).toBeNull()
    expect(await social.act('ada', 'deleteSocialStory', { storyId: story })).toEqual(notFound)
  })

  test('that has expired cannot be deleted', async () => {
    const { social, story } = await told()
    await social.tester.clock.advance(DAY)
    const { errors } = await social.act('ada', 'deleteSocialStory', { storyId: story })
    expect(errors).toEqual([{ code: 'STORY_NOT_FOUND', path: ['storyId'] }])
  })

  test('is for friends unless said otherwise, never for FOLLOWERS, and has 1 to 2,000 characters', async () => {
    const social = await people({ ada: {} })
    const story = await social.tells('ada', '  x  ')
    expect((await social.fetch('ada', 'SocialStory', [story], '{ text audience }'))[0]).toEqual({
      text: 'x',
      audience: 'FRIENDS',
    })
    const refused = async (text: string, more: object) =>
      (await social.act('ada', 'postSocialStory', { text, idempotencyKey: 'k', ...more })).errors
    expect(await refused('x', { audience: 'FOLLOWERS' })).toEqual([{ code: 'AUDIENCE_INVALID', path: ['audience'] }])
    for (const text of [' \n', 'x'.repeat(2001)]) {
      expect(await refused(text, {})).toEqual([{ code: 'TEXT_LENGTH_INVALID', path: ['text'] }])
    }
  })

  test('is posted once for one key, also by two tries at once', async () => {
    const social = await people({ ada: {} })
    const post = (text = 'Once') => social.act('ada', 'postSocialStory', { text, idempotencyKey: 'k' })
    const [one, two] = await Promise.all([post(), post()])
    expect(one.story).not.toBeNull()
    expect(one).toEqual(two)
    expect(await post()).toEqual(one)
    expect(await social.textsOn('ada', 'ada', 'stories')).toEqual(['Once'])
    expect((await post('Other')).errors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }])
  })

  test('leaves no words behind when it is deleted, and is swept after two days', async () => {
    const { social, story } = await told()
    const stored = async () => (await social.store.stories.getMany([social.tester.ids.open(story, 'SocialStory')!]))[0]
    await social.act('ada', 'deleteSocialStory', { storyId: story })
    await manyStories(social)
    expect(await stored()).toMatchObject({ text: null, expiresAt: 0 })
    await social.tester.clock.advance(2 * DAY)
    await manyStories(social)
    expect(await stored()).toBeNull()
  })

  test('is swept a day after it expired, whoever posts then, and not before', async () => {
    const { social, story } = await told()
    const stored = async () => (await social.store.stories.getMany([social.tester.ids.open(story, 'SocialStory')!]))[0]
    await social.tester.clock.advance(2 * DAY - 1)
    await manyStories(social)
    expect(await stored()).not.toBeNull()
    await social.tester.clock.advance(1)
    await manyStories(social)
    expect(await stored()).toBeNull()
    expect(await social.textsOn('sue', 'sue', 'stories')).toContain('Story 63')
  })
})

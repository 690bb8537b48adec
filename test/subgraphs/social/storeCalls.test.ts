import { describe, expect, test } from 'vitest'
import { people, type Social } from './people.ts'

const SIZES = [1, 20, 100]

const crowds = new Map<number, Promise<Social>>()

/** Ada with `size` friends who have posted, told and found comments and reactions. For reading only: made once a size. */
function crowd(size: number): Promise<Social> {
  const made = crowds.get(size) ?? gather(size)
  crowds.set(size, made)
  return made
}

async function gather(size: number): Promise<Social> {
  const social = await people({ ada: {} })
  const open = { settings: { whoMaySeeFriends: 'EVERYONE' } }
  for (let index = 0; index < size; index++) {
    const name = `friend.${index}`
    await social.join(name, open)
    await social.befriend('ada', name)
    const postId = await social.posts(name, `post ${index}`, { audience: 'EVERYONE' })
    await social.act('ada', 'reactToPost', { postId, reaction: '👍' })
    await social.comments('ada', postId, 'nice')
    await social.tells(name, `story ${index}`)
  }
  return social
}

/** The store calls of a query that shows `size` items. */
async function callsOf(query: string, size: number): Promise<Record<string, number>> {
  const social = await crowd(size)
  social.counted.reset()
  const shown = JSON.stringify(await social.data('ada', query))
  expect(shown.split('"shown"').length - 1).toBe(size)
  return social.counted.calls()
}

const AUTHOR = 'author { shown: username displayName friendship }'

describe('however many items', () => {
  test.each(SIZES)('the feed of %i makes six calls', async (size) => {
    const query = `{ socialFeed(first: 100) { nodes { id text audience reactionCount viewerReaction ${AUTHOR} } } }`
    expect(await callsOf(query, size)).toEqual({
      'social_pairs.page': 1,
      'social_posts.page': 1,
      'social_profiles.getMany': 1,
      'social_pairs.getMany': 1,
      'social_reactions.countMany': 1,
      'social_reactions.getMany': 1,
    })
  })

  test.each(SIZES)('comments below %i posts cost one page, their writers nothing more', async (size) => {
    const comments = 'comments(first: 3) { nodes { text author { username } } }'
    const query = `{ socialFeed(first: 100) { nodes { author { shown: username } ${comments} } } }`
    const { 'social_comments.page': pages, 'social_profiles.getMany': reads } = await callsOf(query, size)
    expect([pages, reads]).toEqual([1, 2])
  })

  test.each(SIZES)('the stories of %i friends make three calls', async (size) => {
    const query = '{ socialStories(first: 100) { nodes { text expiresAt author { shown: username } } } }'
    expect(await callsOf(query, size)).toEqual({
      'social_pairs.page': 1,
      'social_stories.page': 1,
      'social_profiles.getMany': 1,
    })
  })

  test.each(SIZES)('a list of %i friends with the newest post of each is one page more', async (size) => {
    const query =
      '{ socialMe { friends(first: 100) { nodes { shown: username posts(first: 1) { nodes { text } } } } } }'
    expect(await callsOf(query, size)).toEqual({
      'social_pairs.page': 1,
      'social_pairs.getMany': 1,
      'social_profiles.getMany': 2,
      'social_posts.page': 1,
    })
  })

  test.each(SIZES)('a search for %i people makes three calls', async (size) => {
    const query = '{ socialProfiles(search: "friend", first: 100) { nodes { shown: username } } }'
    expect(await callsOf(query, size)).toEqual({
      'social_usernames.page': 1,
      'social_profiles.getMany': 1,
      'social_pairs.getMany': 1,
    })
  })

  test.each(SIZES)('%i references to posts are read in two calls', async (size) => {
    const social = await crowd(size)
    const { socialFeed } = await social.data('ada', '{ socialFeed(first: 100) { nodes { id } } }')
    const ids = socialFeed.nodes.map((node: { id: string }) => node.id)
    social.counted.reset()
    expect(await social.fetch('ada', 'Post', ids, '{ text }')).not.toContain(null)
    expect(social.counted.calls()).toEqual({ 'social_posts.getMany': 1, 'social_pairs.getMany': 1 })
  })
})

test('lists of very different length are all filled', async () => {
  const social = await people({ ada: {}, busy: {}, calm: {} })
  for (const friend of ['busy', 'calm']) await social.befriend('ada', friend)
  await social.posts('calm', 'long ago')
  for (let index = 0; index < 9; index++) {
    await social.tester.clock.advance(1)
    await social.posts('busy', `busy ${index}`)
  }
  const list = 'posts(first: 2) { nodes { text } pageInfo { hasNextPage } }'
  const { friends } = await social.sees('ada', 'ada', `friends { nodes { username ${list} } }`)
  const byName = Object.fromEntries(friends.nodes.map((node: { username: string }) => [node.username, node]))
  expect(byName.calm.posts).toEqual({ nodes: [{ text: 'long ago' }], pageInfo: { hasNextPage: false } })
  const newest = [{ text: 'busy 8' }, { text: 'busy 7' }]
  expect(byName.busy.posts).toEqual({ nodes: newest, pageInfo: { hasNextPage: true } })
})

test('somebody signed out costs no look at friendships or reactions', async () => {
  const social = await crowd(1)
  social.counted.reset()
  const selection = 'friendship posts { nodes { viewerReaction author { username } } }'
  await social.sees(null, 'friend.0', selection)
  expect(social.counted.calls()).toEqual({ 'social_profiles.getMany': 1, 'social_posts.page': 1 })
})

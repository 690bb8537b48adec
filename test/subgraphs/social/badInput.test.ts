import { describe, expect, test } from 'vitest'
import { createIds } from '../../../subgraphs/runtime/ids/sealedIds.ts'
import { people, type Social } from './people.ts'

/** Ids that this app never gave to anybody: malformed, forged, of another type, of another app, of nothing. */
function badIds(social: Social, type: string): string[] {
  const { ids } = social.tester
  const other = createIds({ app: 'photo', key: new Uint8Array(32).fill(8) })
  const good = ids.seal(type, 'nothing')
  const forged = `${good.startsWith('A') ? 'B' : 'A'}${good.slice(1)}`
  return ['', 'x', '💥', 'a'.repeat(5000), forged, ids.seal('Ad', 'nothing'), other.seal(type, 'nothing'), good]
}

describe('a bad id', () => {
  test.each(['SocialProfile', 'Post', 'PostComment', 'SocialStory'])('of a %s is null', async (type) => {
    const social = await people({ ada: {} })
    const bad = badIds(social, type)
    expect(await social.fetch('ada', type, bad, '{ id }')).toEqual(bad.map(() => null))
  })

  test.each([
    ['deletePost', 'postId', 'Post', {}],
    ['reactToPost', 'postId', 'Post', { reaction: '👍' }],
    ['removeReaction', 'postId', 'Post', {}],
    ['deleteSocialStory', 'storyId', 'SocialStory', {}],
    ['requestFriend', 'profileId', 'SocialProfile', {}],
    ['acceptFriend', 'profileId', 'SocialProfile', {}],
    ['rejectFriend', 'profileId', 'SocialProfile', {}],
    ['removeFriend', 'profileId', 'SocialProfile', {}],
    ['blockSocialProfile', 'profileId', 'SocialProfile', {}],
    ['unblockSocialProfile', 'profileId', 'SocialProfile', {}],
  ])('is refused by %s', async (mutation, field, type, more) => {
    const social = await people({ ada: {} })
    const code = { Post: 'POST_NOT_FOUND', SocialStory: 'STORY_NOT_FOUND', SocialProfile: 'PROFILE_NOT_FOUND' }[type]
    for (const id of badIds(social, type)) {
      const { errors } = await social.act('ada', mutation, { [field]: id, ...more })
      expect(errors).toEqual([{ code, path: [field] }])
    }
  })
})

const LISTS = [
  'socialFeed(PAGE)',
  'socialStories(PAGE)',
  'socialProfiles(search: "a", PAGE)',
  'socialMe { friends(PAGE)',
  'socialMe { friendRequests(PAGE)',
  'socialMe { sentFriendRequests(PAGE)',
  'socialMe { blockedProfiles(PAGE)',
  'socialMe { posts(PAGE)',
  'socialMe { stories(PAGE)',
]

describe.each(LISTS)('%s', (list) => {
  const code = async (social: Social, viewer: string | null, page: string) => {
    const query = `{ ${list.replace('PAGE', page)} { pageInfo { hasNextPage } } ${list.includes('{') ? '}' : ''} }`
    return (await social.ask(viewer, query)).errors?.[0]?.extensions?.code
  }

  test('takes pages of 1 to 100', async () => {
    const social = await people({ ada: {} })
    for (const first of [0, -1, 101]) expect(await code(social, 'ada', `first: ${first}`)).toBe('PAGE_SIZE_INVALID')
    for (const first of [1, 100]) expect(await code(social, 'ada', `first: ${first}`)).toBeUndefined()
  })

  test('takes only cursors of its own', async () => {
    const social = await people({ ada: {}, bob: {} })
    await social.posts('bob', 'Hello')
    const { socialFeed } = await social.data('bob', '{ socialFeed { edges { cursor } } }')
    for (const cursor of ['', 'x', '💥', socialFeed.edges[0].cursor, social.id('ada')]) {
      expect(await code(social, 'ada', `after: "${cursor}"`)).toBe('CURSOR_INVALID')
    }
  })
})

describe('an idempotency key', () => {
  test.each(['', 'x'.repeat(129)])('%j is refused', async (idempotencyKey) => {
    const social = await people({ ada: {} })
    for (const mutation of ['createPost', 'postSocialStory']) {
      const query = `mutation { ${mutation}(input: { text: "x", idempotencyKey: "${idempotencyKey}" }) { errors { code } } }`
      const { data, errors } = await social.ask('ada', query)
      expect(data).toEqual({ [mutation]: null })
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    }
  })
})

describe('a viewer', () => {
  test('whose profile is gone sees nothing of their own and does nothing', async () => {
    const social = await people({ ada: {} })
    await social.store.profiles.delete(social.local('ada'))
    expect(await social.data('ada', '{ socialMe { id } }')).toEqual({ socialMe: null })
    const query = 'mutation { createPost(input: { text: "x", idempotencyKey: "k" }) { errors { code } } }'
    const { data, errors } = await social.ask('ada', query)
    expect([data, errors?.[0]?.extensions?.code]).toEqual([{ createPost: null }, 'NOT_SIGNED_IN_TO_APP'])
  })
})

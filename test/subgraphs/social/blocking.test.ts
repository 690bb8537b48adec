import { describe, expect, test } from 'vitest'
import { people, type Social, textsOf } from './people.ts'

/** Ada and Bob are friends, and so are Cyd and both; then Ada blocks Bob. */
async function quarrel(): Promise<Social> {
  const everybody = { settings: { whoMaySeeFriends: 'EVERYONE' } }
  const social = await people({ ada: everybody, bob: everybody, cyd: everybody })
  await social.befriend('ada', 'bob')
  for (const friend of ['ada', 'bob']) await social.befriend('cyd', friend)
  for (const author of ['ada', 'bob', 'cyd']) await social.posts(author, `by ${author}`, { audience: 'EVERYONE' })
  expect(await social.tries('ada', 'blockSocialProfile', 'bob')).toBeNull()
  return social
}

const BOTH_WAYS = [
  ['ada', 'bob'],
  ['bob', 'ada'],
] as const

describe.each(BOTH_WAYS)('after the block, from %s', (name, other) => {
  test('the other is hidden in search, look-up and the lists of friends', async () => {
    const social = await quarrel()
    expect(await social.finds(name, other)).toEqual([])
    const query = 'query ($username: String!) { socialProfile(username: $username) { id } }'
    expect(await social.data(name, query, { username: other })).toEqual({ socialProfile: null })
    expect(await social.listed(name, 'friends')).toEqual(['cyd'])
    expect(await social.listed(name, 'friends', 'cyd')).toEqual([name])
    expect(await social.listed(name, 'friends', other)).toBeNull()
  })

  test('what the other made is hidden in feeds, on the profile and by id', async () => {
    const social = await quarrel()
    expect(await social.feed(name)).toEqual(['by cyd', `by ${name}`])
    expect(await social.textsOn(name, other, 'posts')).toEqual([])
    const [post] = (await social.sees('cyd', other, 'posts { nodes { id } }')).posts.nodes
    expect(await social.fetch(name, 'Post', [post.id], '{ text }')).toEqual([null])
    const reaction = await social.act(name, 'reactToPost', { postId: post.id, reaction: '👍' })
    expect(reaction.errors).toEqual([{ code: 'POST_NOT_FOUND', path: ['postId'] }])
  })

  test("the other's comments are hidden below a friend's post, and by id", async () => {
    const social = await quarrel()
    const post = await social.posts('cyd', 'talk')
    const comments: Record<string, string> = {}
    for (const writer of ['ada', 'bob', 'cyd']) comments[writer] = await social.comments(writer, post, writer)
    const [{ comments: seen }] = await social.fetch(name, 'Post', [post], '{ comments { nodes { text } } }')
    expect(textsOf(seen)).toEqual([name, 'cyd'])
    const byId = await social.fetch(name, 'PostComment', [comments['cyd']!, comments[other]!], '{ text }')
    expect(byId).toEqual([{ text: 'cyd' }, null])
  })

  test('neither can ask the other', async () => {
    const social = await quarrel()
    const code = name === 'ada' ? 'BLOCKED' : 'PROFILE_NOT_FOUND'
    expect(await social.tries(name, 'requestFriend', other)).toBe(code)
    expect(await social.tries(name, 'acceptFriend', other)).toBe('FRIEND_REQUEST_NOT_FOUND')
    expect(await social.friendship(name, other)).toBe('NONE')
  })
})

describe('a block', () => {
  test('is listed for who set it and nobody else', async () => {
    const social = await quarrel()
    expect(await social.listed('ada', 'blockedProfiles')).toEqual(['bob'])
    expect(await social.listed('bob', 'blockedProfiles')).toEqual([])
    expect(await social.listed('cyd', 'blockedProfiles', 'ada')).toBeNull()
  })

  test('looks to who is blocked like a person without friends to show or posts', async () => {
    const social = await quarrel()
    await social.join('eva', { settings: { whoMaySeeFriends: 'NOBODY' } })
    const seen =
      'friendship friends { nodes { id } } posts { nodes { id } pageInfo { hasNextPage } } settings { theme }'
    expect(await social.sees('bob', 'ada', seen)).toEqual(await social.sees('bob', 'eva', seen))
  })

  test('ends requests both ways', async () => {
    const social = await people({ ada: {}, bob: {} })
    await social.tries('ada', 'requestFriend', 'bob')
    await social.tries('ada', 'blockSocialProfile', 'bob')
    expect(await social.listed('bob', 'friendRequests')).toEqual([])
    expect(await social.listed('ada', 'sentFriendRequests')).toEqual([])
    expect(await social.tries('bob', 'acceptFriend', 'ada')).toBe('FRIEND_REQUEST_NOT_FOUND')
  })

  test('of both holds until both have lifted it, and brings nothing back', async () => {
    const social = await quarrel()
    expect(await social.tries('bob', 'blockSocialProfile', 'ada')).toBeNull()
    expect(await social.tries('ada', 'unblockSocialProfile', 'bob')).toBeNull()
    expect(await social.finds('ada', 'bob')).toEqual([])
    expect(await social.tries('bob', 'unblockSocialProfile', 'ada')).toBeNull()
    expect(await social.finds('ada', 'bob')).toEqual(['bob'])
    expect(await social.friendship('ada', 'bob')).toBe('NONE')
  })

  test('can be set and lifted twice, not against oneself and not against nobody', async () => {
    const social = await quarrel()
    expect(await social.tries('ada', 'blockSocialProfile', 'bob')).toBeNull()
    for (let i = 0; i < 2; i++) expect(await social.tries('ada', 'unblockSocialProfile', 'bob')).toBeNull()
    expect(await social.tries('ada', 'blockSocialProfile', 'ada')).toBe('OWN_PROFILE')
    const nobody = social.tester.ids.seal('SocialProfile', 'nobody')
    const { errors } = await social.act('ada', 'blockSocialProfile', { profileId: nobody })
    expect(errors).toEqual([{ code: 'PROFILE_NOT_FOUND', path: ['profileId'] }])
  })

  test('wins every race against becoming friends', async () => {
    const social = await people({ ada: {}, bob: {} })
    await social.tries('bob', 'requestFriend', 'ada')
    const steps = ['acceptFriend', 'requestFriend', 'blockSocialProfile', 'acceptFriend', 'requestFriend']
    await Promise.all(steps.map((step) => social.tries('ada', step, 'bob')))
    expect(await social.listed('ada', 'friends')).toEqual([])
    expect(await social.listed('ada', 'blockedProfiles')).toEqual(['bob'])
  })
})

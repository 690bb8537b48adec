import { describe, expect, test } from 'vitest'
import { people, type Social } from './people.ts'

/** Ada has posted and told, for friends and for everybody; Fred is a friend, Bea blocked, Sue a stranger. */
async function town(): Promise<Social> {
  const social = await people({ ada: {}, fred: {}, sue: {}, bea: {} })
  await social.befriend('ada', 'fred')
  await social.tries('ada', 'blockSocialProfile', 'bea')
  for (const audience of ['FRIENDS', 'EVERYONE']) {
    await social.posts('ada', audience, { audience })
    await social.tells('ada', audience, { audience })
    await social.tester.clock.advance(1)
  }
  return social
}

const ALL = ['EVERYONE', 'FRIENDS']
const MATRIX: readonly (readonly [string | null, readonly string[]])[] = [
  ['ada', ALL],
  ['fred', ALL],
  ['sue', ['EVERYONE']],
  [null, ['EVERYONE']],
  ['bea', []],
]

describe.each(MATRIX)('%s', (viewer, seen) => {
  test.each(['posts', 'stories'] as const)(`sees of Ada's %s: ${seen.join(', ')}`, async (field) => {
    const social = await town()
    expect(await social.textsOn(viewer, 'ada', field)).toEqual(seen)
  })

  test.each([
    ['Post', 'posts'],
    ['SocialStory', 'stories'],
  ] as const)('gets by id the same of every %s, the rest is null', async (type, field) => {
    const social = await town()
    const { [field]: list } = await social.sees('ada', 'ada', `${field} { nodes { id text } }`)
    const ids = list.nodes.map((node: { id: string }) => node.id)
    const found = await social.fetch(viewer, type, ids, '{ text }')
    expect(found.map((node) => node?.text ?? null)).toEqual(ALL.map((text) => (seen.includes(text) ? text : null)))
  })

  test('sees id, app and both names by id', async () => {
    const social = await town()
    const names = { app: 'SOCIAL', username: 'ada', displayName: 'ada of Testville' }
    expect(await social.sees(viewer, 'ada', 'id app username displayName')).toEqual({ id: social.id('ada'), ...names })
  })
})

describe('feeds', () => {
  test('hold what oneself and friends have made, newest first', async () => {
    const social = await town()
    await social.posts('fred', 'from Fred')
    await social.posts('sue', 'from Sue', { audience: 'EVERYONE' })
    expect(await social.feed('ada')).toEqual(['from Fred', 'EVERYONE', 'FRIENDS'])
    expect(await social.feed('fred', 'socialStories')).toEqual(ALL)
    expect(await social.feed('sue')).toEqual(['from Sue'])
    expect(await social.feed('bea')).toEqual([])
  })

  test('forget a friend who is none any more', async () => {
    const social = await town()
    await social.tries('fred', 'removeFriend', 'ada')
    expect(await social.feed('fred')).toEqual([])
    expect(await social.feed('fred', 'socialStories')).toEqual([])
    expect(await social.textsOn('fred', 'ada', 'posts')).toEqual(['EVERYONE'])
  })
})

describe('signed out', () => {
  const OWN = '{ socialMe { id } socialFeed { nodes { id } } socialStories { nodes { id } } }'
  const NONE = { socialMe: null, socialFeed: null, socialStories: null }

  test('own views are null without an error', async () => {
    const social = await town()
    expect(await social.ask(null, OWN)).toEqual({ data: NONE })
  })

  test("so is what is the owner's alone, to strangers and friends too", async () => {
    const social = await town()
    const own = 'settings { theme } ads { id } friendRequests { nodes { id } } sentFriendRequests { nodes { id } }'
    const nothing = { settings: null, ads: null, friendRequests: null, sentFriendRequests: null }
    for (const viewer of [null, 'sue', 'fred', 'bea']) expect(await social.sees(viewer, 'ada', own)).toEqual(nothing)
  })

  test('mutations are null with NOT_SIGNED_IN_TO_APP, for every client but the own one', async () => {
    const social = await town()
    const query = 'mutation ($id: ID!) { requestFriend(input: { profileId: $id }) { errors { code } } }'
    for (const [name, client] of [[null, 'SOCIAL'] as const, ['sue', null] as const]) {
      const { data, errors } = await social.ask(name, query, { id: social.id('ada') }, client)
      expect(data).toEqual({ requestFriend: null })
      expect(errors?.map((error) => error.extensions?.code)).toEqual(['NOT_SIGNED_IN_TO_APP'])
    }
    expect(await social.friendship('sue', 'ada')).toBe('NONE')
  })

  test('the accounts centre reads as the person', async () => {
    const social = await town()
    const query = '{ socialMe { username settings { theme } ads(first: 2) { id } } socialFeed { nodes { text } } }'
    const { socialMe, socialFeed } = await social.data('fred', query, {}, null)
    expect(socialMe).toMatchObject({ username: 'fred', settings: { theme: 'system' } })
    expect(socialMe.ads).toHaveLength(2)
    expect(socialFeed.nodes).toEqual(ALL.map((text) => ({ text })))
  })
})

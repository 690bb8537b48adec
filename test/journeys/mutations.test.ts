import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import { createMlsMessages } from '../support/mls.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import type { Json } from '../support/subgraphTester.ts'
import { each } from './operations/listed.ts'

/** What people do, and where others see it: each change through one operation, its effect in another, by somebody else. */
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

/** A mutation as somebody in an app; answers its payload: `selection` and the codes of its `errors`. */
async function act(name: string, app: App, field: string, input: object, selection = ''): Promise<Json> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { done: ${field}(input: $input) { ${selection} errors { code } } }`
  return (await graph.data(query, { by: [name, app], variables: { input } })).done
}
const see = (name: string, app: App, query: string, variables = {}): Promise<Json> =>
  graph.data(query, { by: [name, app], variables })
const DONE = { errors: [] }

describe('in the photo app', () => {
  const elifs = 'query ($id: ID!) { node(id: $id) { ... on PhotoProfile { viewerFollow posts { nodes { id } } } } }'

  test('Elif accepts Sofia, who then sees her photos; Sofia leaves again, and sees none', async () => {
    const [elif, sofia] = [graph.id('Elif Kaya', 'PHOTO'), graph.id('Sofia Lindgren', 'PHOTO')]
    const accepted = await act(
      'Elif Kaya',
      'PHOTO',
      'acceptPhotoFollower',
      { profileId: sofia },
      'profile { username }',
    )
    expect(accepted).toEqual({ profile: { username: 'sofia.north' }, errors: [] })
    const seen = await see('Sofia Lindgren', 'PHOTO', elifs, { id: elif })
    expect(seen.node).toMatchObject({ viewerFollow: 'FOLLOWING' })
    expect(seen.node.posts.nodes.length).toBeGreaterThan(0)
    const feed = await see('Sofia Lindgren', 'PHOTO', '{ photoFeed(first: 100) { nodes { author { username } } } }')
    expect(each(feed.photoFeed.nodes, 'author')).toContainEqual({ username: 'elif.privately' })

    expect(await act('Sofia Lindgren', 'PHOTO', 'unfollowPhotoProfile', { profileId: elif })).toEqual(DONE)
    const after = await see('Sofia Lindgren', 'PHOTO', elifs, { id: elif })
    expect(after.node).toEqual({ viewerFollow: 'NONE', posts: null })
    const { photoMe } = await see(
      'Elif Kaya',
      'PHOTO',
      '{ photoMe { followers { nodes { username } } followRequests { nodes { id } } } }',
    )
    expect(each(photoMe.followers.nodes, 'username')).not.toContain('sofia.north')
    expect(photoMe.followRequests.nodes).toEqual([])
  })

  test('Finn asks Elif, who says no: he is told nothing and may ask again', async () => {
    const [elif, finn] = [graph.id('Elif Kaya', 'PHOTO'), graph.id('Finn Maier', 'PHOTO')]
    const asked = await act(
      'Finn Maier',
      'PHOTO',
      'followPhotoProfile',
      { profileId: elif },
      'profile { viewerFollow }',
    )
    expect(asked).toEqual({ profile: { viewerFollow: 'REQUESTED' }, errors: [] })
    expect(await act('Elif Kaya', 'PHOTO', 'rejectPhotoFollower', { profileId: finn })).toEqual(DONE)
    expect((await see('Finn Maier', 'PHOTO', elifs, { id: elif })).node.viewerFollow).toBe('NONE')
    const again = await act('Elif Kaya', 'PHOTO', 'acceptPhotoFollower', { profileId: finn })
    expect(again.errors).toEqual([{ code: 'FOLLOW_REQUEST_NOT_FOUND' }])
  })

  test('a like counts once however often it is given, and is gone when it is taken back', async () => {
    const { photoProfile } = await see(
      'Luca Romano',
      'PHOTO',
      '{ photoProfile(username: "luca.romano") { posts(first: 1) { nodes { id likeCount } } } }',
    )
    const [{ id: photoId, likeCount }] = photoProfile.posts.nodes
    const look = 'query ($id: ID!) { node(id: $id) { ... on Photo { likeCount likedByViewer } } }'
    for (let times = 0; times < 2; times++) {
      const liked = await act('Nora Bergmann', 'PHOTO', 'likePhoto', { photoId }, 'photo { likeCount likedByViewer }')
      expect(liked.photo.likedByViewer).toBe(true)
    }
    const { node } = await see('Luca Romano', 'PHOTO', look, { id: photoId })
    expect(node.likedByViewer).toBe(false)
    expect(node.likeCount - likeCount).toBeLessThanOrEqual(1)
    expect(await act('Nora Bergmann', 'PHOTO', 'unlikePhoto', { photoId })).toEqual(DONE)
    const after = await see('Nora Bergmann', 'PHOTO', look, { id: photoId })
    expect(after.node).toEqual({ likeCount: node.likeCount - 1, likedByViewer: false })
  })

  test('a story is one story however often its key is sent, is seen by followers, and by nobody once taken back', async () => {
    const input = { caption: 'Kiln is on.', audience: 'FOLLOWERS', idempotencyKey: 'kiln' }
    const first = await act('Elif Kaya', 'PHOTO', 'postPhotoStory', input, 'story { id }')
    expect(await act('Elif Kaya', 'PHOTO', 'postPhotoStory', input, 'story { id }')).toEqual(first)
    const other = await act('Elif Kaya', 'PHOTO', 'postPhotoStory', { ...input, caption: 'No.' }, 'story { id }')
    expect(other).toEqual({ story: null, errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] })
    const captions = async (): Promise<Json[]> => {
      const { photoStories } = await see('Ada Okafor', 'PHOTO', '{ photoStories(first: 100) { nodes { caption } } }')
      return each(photoStories.nodes, 'caption').filter((caption) => caption === 'Kiln is on.')
    }
    expect(await captions()).toHaveLength(1)
    const { id: storyId } = first.story
    expect((await act('Ben Lindqvist', 'PHOTO', 'deletePhotoStory', { storyId })).errors).toEqual([
      { code: 'STORY_NOT_FOUND' },
    ])
    expect(await act('Elif Kaya', 'PHOTO', 'deletePhotoStory', { storyId })).toEqual(DONE)
    expect(await captions()).toEqual([])
    expect(
      await graph.data('query ($id: ID!) { node(id: $id) { ... on PhotoStory { caption } } }', {
        variables: { id: storyId },
      }),
    ).toEqual({ node: null })
  })
})

describe('in the social app', () => {
  const read =
    'query ($id: ID!) { node(id: $id) { ... on Post { text reactionCount viewerReaction author { username } } } }'

  test("Kofi's post reaches his friends and nobody else, gathers one reaction of each, and goes when he deletes it", async () => {
    const input = { text: 'Page 300.', idempotencyKey: 'page' }
    const { post } = await act('Kofi Mensah', 'SOCIAL', 'createPost', input, 'post { id text audience reactionCount }')
    expect(post).toMatchObject({ text: 'Page 300.', audience: 'FRIENDS', reactionCount: 0 })
    const feed = await see('Ada Okafor', 'SOCIAL', '{ socialFeed(first: 1) { nodes { id } } }')
    expect(feed.socialFeed.nodes).toEqual([{ id: post.id }])
    for (const reaction of ['🔥', '❤️']) await act('Ada Okafor', 'SOCIAL', 'reactToPost', { postId: post.id, reaction })
    const seen = await see('Ada Okafor', 'SOCIAL', read, { id: post.id })
    expect(seen.node).toMatchObject({ reactionCount: 1, viewerReaction: '❤️', author: { username: 'kofimensah' } })
    expect((await see('Ingrid Vogel', 'SOCIAL', read, { id: post.id })).node).toBeNull()
    expect(await act('Ada Okafor', 'SOCIAL', 'removeReaction', { postId: post.id })).toEqual(DONE)
    expect((await act('Ada Okafor', 'SOCIAL', 'deletePost', { postId: post.id })).errors).toEqual([
      { code: 'POST_NOT_FOUND' },
    ])
    expect(await act('Kofi Mensah', 'SOCIAL', 'deletePost', { postId: post.id })).toEqual(DONE)
    expect((await see('Ada Okafor', 'SOCIAL', read, { id: post.id })).node).toBeNull()
  })

  test('Ingrid asks Luca’s friend Chiara, who accepts: both are in each other’s list; then one ends it', async () => {
    const [ingrid, chiara] = [graph.id('Ingrid Vogel', 'SOCIAL'), graph.id('Chiara Moretti', 'SOCIAL')]
    await act('Ingrid Vogel', 'SOCIAL', 'removeFriend', { profileId: chiara })
    const asked = await act('Ingrid Vogel', 'SOCIAL', 'requestFriend', { profileId: chiara }, 'profile { friendship }')
    expect(asked).toEqual({ profile: { friendship: 'REQUESTED_BY_VIEWER' }, errors: [] })
    const requests = await see(
      'Chiara Moretti',
      'SOCIAL',
      '{ socialMe { friendRequests { nodes { username friendship } } } }',
    )
    expect(requests.socialMe.friendRequests.nodes).toContainEqual({
      username: 'ingridvogel',
      friendship: 'REQUESTED_OF_VIEWER',
    })
    expect(await act('Chiara Moretti', 'SOCIAL', 'acceptFriend', { profileId: ingrid })).toEqual(DONE)
    const friends = await see(
      'Ingrid Vogel',
      'SOCIAL',
      '{ socialMe { friends(first: 1) { nodes { username friendship } } } }',
    )
    expect(friends.socialMe.friends.nodes).toEqual([{ username: 'chiaramoretti', friendship: 'FRIENDS' }])
    expect(await act('Chiara Moretti', 'SOCIAL', 'removeFriend', { profileId: ingrid })).toEqual(DONE)
  })
})

describe('in the messenger', () => {
  test('a sealed status reaches mutual contacts as it is; what is not sealed is refused', async () => {
    const mls = await createMlsMessages()
    const ciphertext = await mls.sealed('Tea?')
    const input = { kind: 'TEXT', ciphertext, idempotencyKey: 'tea' }
    const { status } = await act('Ben Lindqvist', 'MESSENGER', 'postStatus', input, 'status { id }')
    const read =
      'query ($id: ID!) { node(id: $id) { ... on Status { ciphertext author { handle } crosspost { state } } } }'
    const seen = await see('Ada Okafor', 'MESSENGER', read, { id: status.id })
    expect(seen.node).toEqual({ ciphertext, author: { handle: 'ben.l' }, crosspost: null })
    await act('Ben Lindqvist', 'MESSENGER', 'removeContact', { profileId: graph.id('Jun Park', 'MESSENGER') })
    expect((await see('Jun Park', 'MESSENGER', read, { id: status.id })).node).toBeNull()
    const open = { ...input, ciphertext: mls.keyPackage, idempotencyKey: 'open' }
    expect((await act('Ben Lindqvist', 'MESSENGER', 'postStatus', open)).errors).toEqual([
      { code: 'NOT_AN_MLS_MESSAGE' },
    ])
    expect(await act('Ben Lindqvist', 'MESSENGER', 'deleteStatus', { statusId: status.id })).toEqual(DONE)
    expect((await see('Ada Okafor', 'MESSENGER', read, { id: status.id })).node).toBeNull()
  })

  test('Jun adds Ada, who has not added him: he sees no status of hers until she does', async () => {
    const [jun, ada] = [graph.id('Jun Park', 'MESSENGER'), graph.id('Ada Okafor', 'MESSENGER')]
    const statuses = async (): Promise<number> => {
      const { messengerProfile } = await see(
        'Jun Park',
        'MESSENGER',
        '{ messengerProfile(handle: "ada.okafor") { statuses { nodes { id } } } }',
      )
      return messengerProfile.statuses.nodes.length
    }
    await act('Ada Okafor', 'MESSENGER', 'removeContact', { profileId: jun })
    expect(await act('Jun Park', 'MESSENGER', 'addContact', { profileId: ada })).toEqual(DONE)
    expect(await statuses()).toBe(0)
    expect(await act('Ada Okafor', 'MESSENGER', 'addContact', { profileId: jun })).toEqual(DONE)
    expect(await statuses()).toBe(2)
  })
})

describe.each([
  ['MESSENGER', 'MessengerProfile', '{ seen: messengerProfile(handle: "dev") { id } }'],
  ['PHOTO', 'PhotoProfile', '{ seen: photoProfile(username: "dev.on.bikes") { id } }'],
  ['SOCIAL', 'SocialProfile', '{ seen: socialProfile(username: "devraman") { id } }'],
] as const)('blocking in %s', (app, type, query) => {
  test('hides two people from one another at once, both ways, and ends with the block', async () => {
    const hana = app === 'MESSENGER' ? 'Kofi Mensah' : 'Hana Sato'
    const profileId = graph.id(hana, app)
    expect((await see(hana, app, query)).seen).toEqual({ id: graph.id('Dev Raman', app) })
    expect(await act('Dev Raman', app, `block${type}`, { profileId })).toEqual(DONE)
    expect((await see(hana, app, query)).seen).toBeNull()
    expect((await graph.data(query)).seen).not.toBeNull()
    expect(await act('Dev Raman', app, `unblock${type}`, { profileId })).toEqual(DONE)
    expect((await see(hana, app, query)).seen).not.toBeNull()
  })
})

test('a day later every status and story of today is gone, to the millisecond', async () => {
  const input = { caption: 'Now.', audience: 'EVERYONE', idempotencyKey: 'now' }
  const { story } = await act('Luca Romano', 'PHOTO', 'postPhotoStory', input, 'story { id expiresAt }')
  const look = () =>
    graph.data('query ($id: ID!) { node(id: $id) { ... on PhotoStory { caption } } }', { variables: { id: story.id } })
  await graph.clock.advance(86_399_999)
  expect((await look()).node).toEqual({ caption: 'Now.' })
  await graph.clock.advance(1)
  expect((await look()).node).toBeNull()
  const query =
    '{ messengerMe { contacts { nodes { statuses { nodes { id } } } } } photoStories { nodes { id } } socialStories { nodes { id } } }'
  const everything = await graph.data(query, { by: ['Ada Okafor', 'ACCOUNTS'] })
  expect(
    [
      ...each(everything.messengerMe.contacts.nodes, 'statuses'),
      everything.photoStories,
      everything.socialStories,
    ].flatMap(({ nodes }) => nodes),
  ).toEqual([])
})

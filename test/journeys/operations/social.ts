import { expect } from 'vitest'
import type { Who } from '../../support/asker.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { each, newestFirst, textsOf, walk, type Listed } from './listed.ts'

const ada: Who = ['Ada Okafor', 'SOCIAL']

const feed: readonly Listed[] = [
  {
    title:
      "Ada's feed has posts of hers and of her friends, newest first, with reactions and avatars that nobody has yet",
    by: ada,
    query: `{ socialMe { username } socialFeed(first: 50) { nodes { text createdAt audience reactionCount viewerReaction media { url }
      author { username friendship avatar { url } linkedProfiles { nodes { id } } } } pageInfo { hasNextPage } } }`,
    check({ data: { socialFeed, socialMe }, codes }) {
      expect(codes).toEqual([])
      expect(socialFeed.nodes).toHaveLength(50)
      expect(textsOf(socialFeed.nodes, 'createdAt')).toEqual(newestFirst(textsOf(socialFeed.nodes, 'createdAt')))
      for (const { author, audience, media } of socialFeed.nodes) {
        const mine = author.username === socialMe.username
        expect(author).toMatchObject({ friendship: mine ? null : 'FRIENDS', avatar: null })
        expect([audience, media]).toEqual(['FRIENDS', null])
      }
    },
  },
  {
    title: "Ada's whole feed in pages of thirteen is the same as in pages of a hundred",
    by: ada,
    query: `query Pages($after: String, $first: Int = 13) { socialFeed(first: $first, after: $after) {
      edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    async check(_answer, graph) {
      const inPagesOf = (first: number) =>
        walk(async (after) => {
          const variables = { first, after }
          return (await graph.data(this.query, { by: ada, variables })).socialFeed
        })
      const [small, large] = [await inPagesOf(13), await inPagesOf(100)]
      expect(small.nodes).toEqual(large.nodes)
      expect(small.pages).toBe(Math.ceil(small.nodes.length / 13))
      expect(new Set(each(small.nodes, 'id')).size).toBe(small.nodes.length)
    },
  },
  {
    title: 'in the photo app, and signed out, there is no social feed, and that is no error',
    by: ['Ada Okafor', 'PHOTO'],
    query: `{ socialMe { id } socialFeed { nodes { id } } socialStories { nodes { id } } photoMe { username } }`,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data).toEqual({
        socialMe: null,
        socialFeed: null,
        socialStories: null,
        photoMe: { username: 'ada.sees' },
      })
    },
  },
  {
    title: 'stories of friends, none older than a day',
    by: ada,
    query: `{ socialStories(first: 100) { nodes { text postedAt expiresAt audience crosspostedFrom author { friendship username } } } }`,
    check({ data }) {
      const { nodes } = data.socialStories
      expect(nodes.length).toBeGreaterThan(5)
      for (const { author, audience, expiresAt, postedAt } of nodes) {
        expect(author.friendship).toBe(author.username === 'adaokafor' ? null : 'FRIENDS')
        expect([audience, Date.parse(expiresAt) - Date.parse(postedAt)]).toEqual(['FRIENDS', 86_400_000])
      }
    },
  },
]

const LOOK_AT_HANA = `query Look($id: ID!) { found: socialProfile(username: "hanasato") { id }
  node(id: $id) { ... on SocialProfile { displayName friendship posts { nodes { text } } stories { nodes { text } } friends { nodes { username } }
    friendRequests { nodes { id } } sentFriendRequests { nodes { id } } blockedProfiles { nodes { id } } settings { theme } ads { title } } } }`
const hanasId: NonNullable<Listed['variables']> = (graph) => ({ id: graph.id('Hana Sato', 'SOCIAL') })
const NOT_HERS = { friendRequests: null, sentFriendRequests: null, blockedProfiles: null, settings: null, ads: null }

const privacy: readonly Listed[] = [
  {
    title: 'what Hana posted for her friends is for her friends: a stranger sees her name and empty lists',
    query: LOOK_AT_HANA,
    variables: hanasId,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data.found).not.toBeNull()
      const empty = { nodes: [] }
      expect(data.node).toEqual({
        displayName: 'Hana Sato',
        friendship: null,
        posts: empty,
        stories: empty,
        friends: null,
        ...NOT_HERS,
      })
    },
  },
  {
    title: "Ada is Hana's friend: she sees posts, stories and friends, and nothing of what is for Hana alone",
    by: ada,
    query: LOOK_AT_HANA,
    variables: hanasId,
    check({ data: { node } }) {
      expect(node).toMatchObject({ friendship: 'FRIENDS', ...NOT_HERS })
      expect(node.posts.nodes.length).toBeGreaterThan(3)
      expect(node.stories.nodes).toHaveLength(1)
      expect(each(node.friends.nodes, 'username')).toContain('adaokafor')
    },
  },
  {
    title: 'Hana herself sees her requests, her settings and her advertisements',
    by: ['Hana Sato', 'SOCIAL'],
    query: LOOK_AT_HANA,
    variables: hanasId,
    check({ data: { node } }) {
      expect(node).toMatchObject({ friendship: null, settings: { theme: 'system' }, blockedProfiles: { nodes: [] } })
      expect(node.ads).toHaveLength(3)
    },
  },
  {
    title: 'Tomás looks for Goran, who blocked him: there is nobody, in no list and no search',
    by: ['Tomás Rivera', 'SOCIAL'],
    query: `query Look($id: ID!) { socialProfile(username: "goranpetrov") { id } socialProfiles(search: "goran") { nodes { id } }
      node(id: $id) { ... on SocialProfile { displayName friendship posts { nodes { id } } stories { nodes { id } } friends { nodes { id } } } } }`,
    variables: (graph) => ({ id: graph.id('Goran Petrov', 'SOCIAL') }),
    check({ data }) {
      const empty = { nodes: [] }
      expect(data).toEqual({
        socialProfile: null,
        socialProfiles: empty,
        node: { displayName: 'Goran Petrov', friendship: 'NONE', posts: empty, stories: empty, friends: null },
      })
    },
  },
  {
    title: 'a search by beginnings of names pages through all that it finds, in the order of usernames',
    by: ada,
    query: `query Search($after: String) { socialProfiles(search: "a", first: 1, after: $after) {
      edges { node { username displayName } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    async check(_answer, graph) {
      const { nodes } = await walk(
        async (after) => (await graph.data(this.query, { by: ada, variables: { after } })).socialProfiles,
      )
      const names = textsOf(nodes, 'username')
      expect(names).toContain('adaokafor')
      expect(names).toEqual(names.toSorted())
      for (const { username, displayName } of nodes) expect(`${username} ${displayName}`).toMatch(/(^|[\s.])a/i)
    },
  },
]

const ads: readonly Listed[] = [
  {
    title: 'Ada sees exactly as many advertisements as she asked for, chosen by nothing about her',
    by: ada,
    query: `{ socialMe { some: ads { id } ads(first: 20) { id title advertiser basis why } } }`,
    check({ data: { socialMe } }) {
      expect(socialMe.ads).toHaveLength(20)
      expect(new Set(each(socialMe.ads, 'id')).size).toBe(20)
      expect(new Set(each(socialMe.ads, 'basis'))).toEqual(new Set(['CONTEXTUAL']))
      expect(socialMe.some).toEqual(socialMe.ads.slice(0, 3).map(({ id }: Json) => ({ id })))
    },
  },
  {
    title: 'Finn is fifteen: his advertisements are contextual and as many as anybody else has',
    by: ['Finn Maier', 'SOCIAL'],
    query: `{ socialMe { ads { basis why } } }`,
    check({ data: { socialMe } }) {
      expect(each(socialMe.ads, 'basis')).toEqual(['CONTEXTUAL', 'CONTEXTUAL', 'CONTEXTUAL'])
    },
  },
  {
    title: 'a reaction is counted, and only whoever reacted is told their own',
    by: ada,
    query: `{ socialFeed(first: 100) { nodes { id reactionCount viewerReaction } } }`,
    async check({ data }, graph) {
      const reacted = data.socialFeed.nodes.filter(({ viewerReaction }: Json) => viewerReaction !== null)
      expect(reacted.length).toBeGreaterThan(0)
      for (const { id, reactionCount } of reacted.slice(0, 3)) {
        expect(reactionCount).toBeGreaterThan(0)
        const query = `query ($id: ID!) { node(id: $id) { ... on Post { reactionCount viewerReaction } } }`
        // Posts of the demo are for friends: signed out there is none.
        expect(await graph.data(query, { variables: { id } })).toEqual({ node: null })
      }
    },
  },
]

/** What is asked of the social app. */
export const social: readonly Listed[] = [...feed, ...privacy, ...ads]

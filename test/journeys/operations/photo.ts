import { expect } from 'vitest'
import type { Who } from '../../support/asker.ts'
import { MEDIA_URL } from '../../support/startedGraph.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { each, newestFirst, operation, textsOf, walk, type Listed } from './listed.ts'

const ada: Who = ['Ada Okafor', 'PHOTO']

const feed: readonly Listed[] = [
  {
    title: 'Ada sees the newest photos of those she follows, with counts and without avatars, which nobody has yet',
    by: ada,
    query: operation('feed'),
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data.photoFeed.nodes).toHaveLength(20)
      expect(data.photoFeed.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) })
      for (const { author, likeCount } of data.photoFeed.nodes) {
        expect(author).toEqual({ displayName: expect.any(String), avatar: null })
        expect(likeCount).toBeGreaterThanOrEqual(0)
      }
    },
  },
  {
    title: 'nobody has no feed, and that is no error',
    query: operation('feed'),
    check: ({ data, codes }) => expect([data, codes]).toEqual([{ photoFeed: null }, []]),
  },
  {
    title: 'Ada in the messenger has no photo feed',
    by: ['Ada Okafor', 'MESSENGER'],
    query: operation('feed'),
    check: ({ data, codes }) => expect([data, codes]).toEqual([{ photoFeed: null }, []]),
  },
  {
    title: 'the accounts center reads the photo app as Ada, byte for byte',
    by: ['Ada Okafor', 'ACCOUNTS'],
    query: operation('feed'),
    async check({ text }, graph) {
      expect(text).toBe((await graph.ask(operation('feed'), { by: ada })).text)
    },
  },
  {
    title: "Ada's whole feed in pages of seven is the same as in one: newest first, nothing twice, nothing left out",
    by: ada,
    query: `query Pages($after: String, $first: Int = 7) { photoFeed(first: $first, after: $after) {
      edges { cursor node { id takenAt author { id } } } nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    async check({ data }, graph) {
      const ask = (variables: object): Promise<Json> =>
        graph.data(this.query, { by: ada, variables: { ...variables } }).then(({ photoFeed }) => photoFeed)
      const { edges, nodes, pageInfo } = data.photoFeed
      expect(each(edges, 'node').map(({ id }: Json) => id)).toEqual(each(nodes, 'id'))
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor])
      const whole = (await ask({ first: 100 })).edges.map(({ node }: Json) => node)
      const walked = await walk((after) => ask({ after }))
      expect(walked.nodes).toEqual(whole)
      expect(walked.pages).toBe(Math.ceil(whole.length / 7))
      expect(textsOf(whole, 'takenAt')).toEqual(newestFirst(textsOf(whole, 'takenAt')))
      expect(new Set(each(whole, 'id')).size).toBe(whole.length)
    },
  },
  {
    title: "nobody's photo is in Ada's feed whom she does not follow, herself aside",
    by: ada,
    query: `{ photoFeed(first: 100) { nodes { author { username viewerFollow } } } photoMe { username } }`,
    check({ data: { photoFeed, photoMe } }) {
      const authors = each(photoFeed.nodes, 'author')
      expect(authors.map(({ username, viewerFollow }: Json) => viewerFollow ?? username)).toEqual(
        authors.map(({ username }: Json) => (username === photoMe.username ? username : 'FOLLOWING')),
      )
    },
  },
  {
    title: 'a picture is fetched by its URL without a token, and not by a URL that somebody changed',
    by: ada,
    query: `{ photoFeed(first: 1) { nodes { media { url urlExpiresAt kind width height } } } }`,
    async check({ data }, graph) {
      const { media } = data.photoFeed.nodes[0]
      expect(media).toMatchObject({ kind: 'IMAGE', urlExpiresAt: '2026-11-22T10:35:00.000Z' })
      expect(media.url.startsWith(`${MEDIA_URL}/media/photo/`)).toBe(true)
      const path = media.url.slice(MEDIA_URL.length)
      const picture = await graph.send(path)
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
      expect(await graph.send(path.replace('expires=1', 'expires=2'))).toMatchObject({ status: 404 })
    },
  },
]

const LOOK_AT_ELIF = `query Look($id: ID!) {
  found: photoProfile(username: "elif.privately") { id }
  node(id: $id) { id ... on PhotoProfile { displayName username private bio viewerFollow
    posts(first: 3) { nodes { caption author { displayName } } } stories { nodes { caption } }
    followers { nodes { username } } following { nodes { username } }
    followRequests { nodes { username } } settings { theme } suggestedProfiles { why } feedQuality { score } } } }`
const elifsId: NonNullable<Listed['variables']> = (graph) => ({ id: graph.id('Elif Kaya', 'PHOTO') })
const NAME_ONLY = {
  displayName: 'Elif Kaya',
  username: 'elif.privately',
  private: true,
  bio: null,
  posts: null,
  stories: null,
  followers: null,
  following: null,
  followRequests: null,
  settings: null,
  suggestedProfiles: null,
  feedQuality: null,
}

const privacy: readonly Listed[] = [
  {
    title: 'Elif is private: whoever knows her id sees her name, and nothing that she shows',
    query: LOOK_AT_ELIF,
    variables: elifsId,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data.found).toBeNull()
      expect(data.node).toMatchObject({ ...NAME_ONLY, viewerFollow: null })
    },
  },
  {
    title: 'Sofia asked to follow Elif and waits: she sees no more than anybody',
    by: ['Sofia Lindgren', 'PHOTO'],
    query: LOOK_AT_ELIF,
    variables: elifsId,
    check({ data }) {
      expect(data.found).toBeNull()
      expect(data.node).toMatchObject({ ...NAME_ONLY, viewerFollow: 'REQUESTED' })
    },
  },
  {
    title: 'Ada follows Elif: she sees photos and stories, and still nothing of what is for Elif alone',
    by: ada,
    query: LOOK_AT_ELIF,
    variables: elifsId,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data.found.id).toBe(data.node.id)
      expect(data.node).toMatchObject({ bio: 'Ceramics and quiet mornings.', viewerFollow: 'FOLLOWING' })
      expect(data.node.posts.nodes).toHaveLength(3)
      expect(data.node.stories.nodes).toHaveLength(1)
      const own = { followRequests: null, settings: null, suggestedProfiles: null, feedQuality: null }
      expect(data.node).toMatchObject(own)
    },
  },
  {
    title: 'Elif sees who asks to follow her, and her own settings',
    by: ['Elif Kaya', 'PHOTO'],
    query: LOOK_AT_ELIF,
    variables: elifsId,
    check({ data: { node } }) {
      expect(each(node.followRequests.nodes, 'username')).toEqual(['sofia.north'])
      expect(node).toMatchObject({ settings: { theme: 'system' }, viewerFollow: null })
      expect(each(node.followers.nodes, 'username')).toContain('ada.sees')
    },
  },
  {
    title: 'a search finds public profiles by beginnings of their names, never Elif, and pages through all it finds',
    query: `query Search($after: String, $search: String = "l") { photoProfiles(search: $search, first: 2, after: $after) {
      edges { node { username private } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    async check(_answer, graph) {
      const search = (text: string) =>
        walk(async (after) => (await graph.data(this.query, { variables: { after, search: text } })).photoProfiles)
      const found = textsOf((await search('l')).nodes, 'username')
      expect(found).toEqual(expect.arrayContaining(['luca.romano', 'lindqvist.35mm', 'sofia.north']))
      expect(found).toEqual(found.toSorted())
      expect((await search('elif')).nodes).toEqual([])
      expect(each((await search('HÁNA li')).nodes, 'username')).toEqual(['hana.light'])
    },
  },
  {
    title: 'Tomás looks for Goran, who blocked him: there is nobody, and nothing behind the id but a name',
    by: ['Tomás Rivera', 'PHOTO'],
    query: `query Look($id: ID!) { photoProfile(username: "goran.climbs") { id } photoProfiles(search: "goran") { nodes { id } }
      node(id: $id) { ... on PhotoProfile { displayName bio posts { nodes { id } } stories { nodes { id } } followers { nodes { id } } } } }`,
    variables: (graph) => ({ id: graph.id('Goran Petrov', 'PHOTO') }),
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data).toEqual({
        photoProfile: null,
        photoProfiles: { nodes: [] },
        node: { displayName: 'Goran Petrov', bio: null, posts: null, stories: null, followers: null },
      })
    },
  },
  {
    title: 'Goran, who blocked Tomás, does not meet him either, and finds him in the list of whom he blocked',
    by: ['Goran Petrov', 'PHOTO'],
    query: `{ photoProfile(username: "tomas.beats") { id } photoMe { blockedProfiles { nodes { username posts { nodes { id } } } } } }`,
    check({ data }) {
      expect(data.photoProfile).toBeNull()
      expect(data.photoMe.blockedProfiles.nodes).toEqual([{ username: 'tomas.beats', posts: null }])
    },
  },
]

const own: readonly Listed[] = [
  {
    title: 'Ada sees stories of those she follows, newest first, none older than a day',
    by: ada,
    query: `{ photoStories(first: 100) { nodes { caption media { url } audience postedAt expiresAt crosspostedFrom author { viewerFollow } } } }`,
    check({ data }) {
      const { nodes } = data.photoStories
      expect(nodes.length).toBeGreaterThan(5)
      for (const story of nodes) {
        expect(Date.parse(story.expiresAt) - Date.parse(story.postedAt)).toBe(86_400_000)
        expect(story.expiresAt > '2026-11-22T10:30:00.000Z').toBe(true)
        expect(story).toMatchObject({ media: null, crosspostedFrom: null })
      }
      expect(textsOf(nodes, 'expiresAt')).toEqual(newestFirst(textsOf(nodes, 'expiresAt')))
    },
  },
  {
    title: 'Ada is shown public profiles that she does not follow, with a reason that uses nothing of other apps',
    by: ada,
    query: `{ photoMe { suggestedProfiles { basis why profile { username private viewerFollow } } feedQuality { score basis } } }`,
    check({ data: { photoMe } }) {
      expect(photoMe.suggestedProfiles).toHaveLength(10)
      for (const suggestion of photoMe.suggestedProfiles) {
        expect(suggestion).toMatchObject({ basis: 'CONTEXTUAL', profile: { private: false, viewerFollow: 'NONE' } })
        expect(suggestion.why).toMatch(/\w/)
      }
      expect(photoMe.feedQuality).toEqual({ score: expect.any(Number), basis: 'CONTEXTUAL' })
    },
  },
  {
    title: 'Ada is told which photos she likes herself, and each of these counts her; nobody is told nothing',
    by: ada,
    query: `{ photoFeed(first: 100) { nodes { id likeCount likedByViewer comments { nodes { id } } author { private } } } }`,
    async check({ data }, graph) {
      const liked = data.photoFeed.nodes.filter(({ likedByViewer }: Json) => likedByViewer)
      expect(liked.length).toBeGreaterThan(0)
      for (const { likeCount } of liked) expect(likeCount).toBeGreaterThan(0)
      const open = liked.find(({ author }: Json) => !author.private)
      const query = `query ($id: ID!) { node(id: $id) { ... on Photo { likeCount likedByViewer } } }`
      const { node } = await graph.data(query, { variables: { id: open.id } })
      expect(node).toEqual({ likeCount: open.likeCount, likedByViewer: null })
    },
  },
]

/** What is asked of the photo app. */
export const photo: readonly Listed[] = [...feed, ...privacy, ...own]

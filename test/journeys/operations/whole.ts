import { expect } from 'vitest'
import type { Who } from '../../support/asker.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { each, textsOf, type Listed } from './listed.ts'

const ada: Who = ['Ada Okafor', 'ACCOUNTS']

const nodes: readonly Listed[] = [
  {
    title: 'an id alone answers what it is, in the order asked, forged ones too: it proves nothing',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`,
    variables: (graph) => ({
      ids: [
        graph.id('Ada Okafor', 'SOCIAL'),
        'nonsense',
        graph.id('Ada Okafor', 'PHOTO'),
        forged('PhotoProfile'),
        forged('Nothing'),
        graph.id('Ada Okafor', 'SOCIAL'),
      ],
    }),
    check({ data, codes }) {
      expect(codes).toEqual([])
      const types = data.nodes.map((node: Json) => node?.__typename ?? null)
      expect(types).toEqual(['SocialProfile', null, 'PhotoProfile', 'PhotoProfile', null, 'SocialProfile'])
    },
  },
  {
    title: 'another field asked, a forged id is nobody, and everybody else is whoever they are in their app',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Profile { app displayName avatar { url } }
      ... on PhotoProfile { username } ... on SocialProfile { name: username } ... on MessengerProfile { handle } } }`,
    variables: (graph) => ({
      ids: [
        graph.id('Ada Okafor', 'MESSENGER'),
        forged('SocialProfile'),
        graph.id('Ben Lindqvist', 'SOCIAL'),
        graph.id('Elif Kaya', 'PHOTO'),
      ],
    }),
    check({ data, codes }, graph) {
      expect(codes).toEqual([])
      const [first, second, third, fourth] = data.nodes
      expect(first).toMatchObject({ app: 'MESSENGER', displayName: 'Ada Okafor', handle: 'ada.okafor' })
      expect(second).toBeNull()
      expect(third).toEqual({
        id: graph.id('Ben Lindqvist', 'SOCIAL'),
        app: 'SOCIAL',
        displayName: 'Ben Lindqvist',
        avatar: null,
        name: 'benlindqvist',
      })
      expect(fourth).toMatchObject({ username: 'elif.privately' })
    },
  },
  {
    title: 'what is forged, missing or hidden is null as soon as anything is asked of it, and is no error',
    query: `query ($ids: [ID!]!, $post: ID!) { nodes(ids: $ids) { __typename id ... on Profile { avatar { url } } ... on PhotoProfile { bio }
      ... on SocialProfile { settings { theme } } ... on MessengerProfile { about } ... on Photo { caption } ... on PhotoStory { media { url } } ... on Status { crosspost { state } ciphertext } }
      node(id: $post) { ... on Post { author { username } text reactionCount } } }`,
    variables: async (graph) => {
      const query = `{ socialMe { posts(first: 1) { nodes { id } } } }`
      const { socialMe } = await graph.data(query, { by: ['Ada Okafor', 'SOCIAL'] })
      const types = ['PhotoProfile', 'SocialProfile', 'MessengerProfile', 'Photo', 'PhotoStory', 'Status']
      return { ids: types.map(forged), post: socialMe.posts.nodes[0].id }
    },
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data).toEqual({ nodes: [null, null, null, null, null, null], node: null })
    },
  },
  {
    title: 'a photo by its id, with its author in the photo app and what accounts knows of them',
    by: ada,
    query: `query ($id: ID!) { node(id: $id) { __typename ... on Photo { id caption author { username avatar { url } linkedProfiles { nodes { id } } } } } }`,
    variables: async (graph) => {
      const { photoProfile } = await graph.data(
        `{ photoProfile(username: "hana.light") { posts(first: 1) { nodes { id } } } }`,
      )
      return { id: photoProfile.posts.nodes[0].id }
    },
    check({ data, codes }) {
      expect(codes).toEqual([])
      const author = { username: 'hana.light', avatar: null, linkedProfiles: { nodes: [] } }
      expect(data.node).toMatchObject({ __typename: 'Photo', author })
    },
  },
]

const EVERYWHERE = `query Everywhere {
  messengerMe { ...who handle } photoMe { ...who username } socialMe { ...who username }
  viewer { profile { ...who } }
}
fragment who on Profile { __typename id app displayName avatar { url } }`

const shapes: readonly Listed[] = [
  {
    title: 'one question to three apps from the accounts center: three profiles, one name, nothing shared but that',
    by: ada,
    query: EVERYWHERE,
    check({ data, codes }) {
      expect(codes).toEqual([])
      const profiles = [data.messengerMe, data.photoMe, data.socialMe]
      expect(each(profiles, '__typename')).toEqual(['MessengerProfile', 'PhotoProfile', 'SocialProfile'])
      expect(new Set(each(profiles, 'displayName'))).toEqual(new Set(['Ada Okafor']))
      expect(new Set(each(profiles, 'id')).size).toBe(3)
    },
  },
  {
    title: 'the same question from the social app: the other two are null, without an error',
    by: ['Ada Okafor', 'SOCIAL'],
    query: EVERYWHERE,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data).toMatchObject({ messengerMe: null, photoMe: null, socialMe: { username: 'adaokafor' } })
      expect(data.viewer.profile).toEqual({ ...data.socialMe, username: undefined })
    },
  },
  {
    title: 'aliases that look like fields, and fields that look like inputs, stay apart',
    by: ada,
    query: `{ socialMe { id: username username: id messengerAdSignals: displayName photoAdSignals: username
      ads: __typename mine: ads(first: 1) { basis } more: ads(first: 2) { basis } } }`,
    check({ data: { socialMe }, codes }, graph) {
      expect(codes).toEqual([])
      expect(socialMe).toEqual({
        id: 'adaokafor',
        username: graph.id('Ada Okafor', 'SOCIAL'),
        messengerAdSignals: 'Ada Okafor',
        photoAdSignals: 'adaokafor',
        ads: 'SocialProfile',
        mine: [{ basis: 'CONTEXTUAL' }],
        more: [{ basis: 'CONTEXTUAL' }, { basis: 'CONTEXTUAL' }],
      })
      expect(Object.keys(socialMe).slice(0, 2)).toEqual(['id', 'username'])
    },
  },
  {
    title:
      '@skip and @include, by literals and variables, in fragments and fields, leave no trace of what they take away',
    by: ada,
    query: `query ($yes: Boolean!, $no: Boolean = false) { photoMe { username bio @skip(if: true) ... on PhotoProfile @include(if: $yes) { displayName settings @include(if: $no) { theme } } }
      socialMe @include(if: $no) { ads { title } } ...names @skip(if: $no) ...ads @include(if: $no) }
      fragment names on Query { messengerMe { handle @include(if: $yes) about @skip(if: $yes) } } fragment ads on Query { socialMe { ads { why } } }`,
    variables: () => ({ yes: true }),
    check({ text, codes }) {
      expect(codes).toEqual([])
      expect(JSON.parse(text)).toEqual({
        data: { photoMe: { username: 'ada.sees', displayName: 'Ada Okafor' }, messengerMe: { handle: 'ada.okafor' } },
      })
    },
  },
  {
    title: 'of two operations the one that is named is answered; @defer comes whole',
    by: ada,
    operationName: 'Second',
    query: `query First { viewer { id } } query Second { photoMe { username ... @defer(label: "late") { bio } } }`,
    check: ({ data, codes }) =>
      expect([data, codes]).toEqual([
        { photoMe: { username: 'ada.sees', bio: 'Bridges, bread, and the first swim of the year.' } },
        [],
      ]),
  },
  {
    title: 'introspection shows every type and nothing of consent: no road, no grant, no signals, no federation',
    query: `{ __schema { queryType { name } types { name kind fields { name } inputFields { name } } directives { name } }
      __type(name: "SocialProfile") { name description interfaces { name } } }`,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(each(data.__schema.types, 'name')).toEqual(expect.arrayContaining(['Account', 'Photo', 'Post', 'Status']))
      expect(textsOf(data.__type.interfaces, 'name').toSorted()).toEqual(['Node', 'Profile'])
      expect(JSON.stringify(data)).not.toMatch(/Signals|[Gg]rant"|_entities|_service|_Any|join__|link__|consented|c__/)
    },
  },
  {
    title: 'a mutation of another app is refused there, and the one after it is answered all the same',
    by: ['Ada Okafor', 'PHOTO'],
    query: `mutation ($post: ID!, $photo: ID!) { reactToPost(input: { postId: $post, reaction: "🔥" }) { errors { code } } likePhoto(input: { photoId: $photo }) { photo { id } errors { code path } } }`,
    variables: () => ({ post: forged('Post'), photo: forged('Photo') }),
    check({ data, codes, errors }) {
      expect(codes).toEqual(['NOT_SIGNED_IN_TO_APP'])
      expect(errors[0]).toMatchObject({ path: ['reactToPost'], extensions: { subgraph: 'social' } })
      expect(data.reactToPost).toBeNull()
      expect(data.likePhoto).toEqual({ photo: null, errors: [{ code: 'PHOTO_NOT_FOUND', path: ['photoId'] }] })
    },
  },
]

/** An id that reads like one and is none: nobody has the key. */
function forged(type: string): string {
  return Buffer.from(`${'x'.repeat(16)}${type}:somebody`).toString('base64url')
}

/** What is asked of the graph as a whole. */
export const whole: readonly Listed[] = [...nodes, ...shapes]

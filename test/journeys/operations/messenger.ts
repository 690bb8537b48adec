import { expect } from 'vitest'
import type { Who } from '../../support/asker.ts'
import { textsOf, walk, type Listed } from './listed.ts'

const ada: Who = ['Ada Okafor', 'MESSENGER']

const own: readonly Listed[] = [
  {
    title: 'Ada sees her contacts, their fresh statuses, her settings, and that she has no device yet',
    by: ada,
    query: `{ messengerMe { handle settings { whoMayMessage lastSeen theme language } devices { id } conversations { nodes { id } }
      blockedProfiles { nodes { id } }
      contacts(first: 100) { nodes { handle statuses { nodes { kind ciphertext postedAt expiresAt author { handle } viewers { nodes { id } } } } } } } }`,
    check({ data: { messengerMe }, codes }) {
      expect(codes).toEqual([])
      expect(messengerMe).toMatchObject({ handle: 'ada.okafor', devices: [], conversations: { nodes: [] } })
      const ben = messengerMe.contacts.nodes.find(({ handle }: { handle: string }) => handle === 'ben.l')
      expect(ben.statuses.nodes).toHaveLength(2)
      for (const status of ben.statuses.nodes) {
        expect(Date.parse(status.expiresAt) - Date.parse(status.postedAt)).toBe(86_400_000)
        expect(status).toMatchObject({ ciphertext: null, author: { handle: 'ben.l' }, viewers: null })
      }
    },
  },
  {
    title: "Ada's contacts one by one are the same as all at once",
    by: ada,
    query: `query Pages($after: String, $first: Int = 1) { messengerMe { contacts(first: $first, after: $after) {
      edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
    async check(_answer, graph) {
      const inPagesOf = (first: number) =>
        walk(async (after) => {
          const variables = { first, after }
          return (await graph.data(this.query, { by: ada, variables })).messengerMe.contacts
        })
      expect((await inPagesOf(1)).nodes).toEqual((await inPagesOf(100)).nodes)
    },
  },
  {
    title: 'the accounts center reads the messenger as Ada, except for devices and conversations',
    by: ['Ada Okafor', 'ACCOUNTS'],
    query: `{ messengerMe { handle devices { id } conversations { nodes { id } } contacts(first: 1) { nodes { handle } } } }`,
    check({ data: { messengerMe }, codes }) {
      expect(codes).toEqual([])
      expect(messengerMe).toMatchObject({ handle: 'ada.okafor', devices: null, conversations: null })
      expect(messengerMe.contacts.nodes).toHaveLength(1)
    },
  },
  {
    title: 'Jun uses the messenger alone: there are other apps in his answer, and nothing in them',
    by: ['Jun Park', 'ACCOUNTS'],
    query: `{ viewer { app profile { app displayName } account { id } } messengerMe { handle } photoMe { id } socialMe { id } }`,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data).toEqual({
        viewer: { app: null, profile: { app: 'MESSENGER', displayName: 'Jun Park' }, account: null },
        messengerMe: { handle: 'jun.park' },
        photoMe: null,
        socialMe: null,
      })
    },
  },
]

const LOOK_AT_ADA = `query Look($id: ID!) { found: messengerProfile(handle: "@Ada.Okafor") { id }
  node(id: $id) { ... on MessengerProfile { displayName handle about statuses { nodes { kind } } contacts { nodes { id } } settings { theme } devices { id } conversations { nodes { id } } } } }`
const adasId: NonNullable<Listed['variables']> = (graph) => ({ id: graph.id('Ada Okafor', 'MESSENGER') })
const NOT_HERS = { contacts: null, settings: null, devices: null, conversations: null }

const privacy: readonly Listed[] = [
  {
    title: 'a stranger finds Ada by her handle and sees what she says about herself, and no status',
    query: LOOK_AT_ADA,
    variables: adasId,
    check({ data, codes }, graph) {
      expect(codes).toEqual([])
      expect(data.found).toEqual({ id: graph.id('Ada Okafor', 'MESSENGER') })
      const about = 'Bridges, bread, and the first swim of the year.'
      expect(data.node).toMatchObject({ handle: 'ada.okafor', about, statuses: { nodes: [] }, ...NOT_HERS })
    },
  },
  {
    title: "Ben and Ada are each other's contacts: he sees her statuses, and nothing of what is for her alone",
    by: ['Ben Lindqvist', 'MESSENGER'],
    query: LOOK_AT_ADA,
    variables: adasId,
    check({ data: { node } }) {
      expect(textsOf(node.statuses.nodes, 'kind').toSorted()).toEqual(['IMAGE', 'TEXT'])
      expect(node).toMatchObject(NOT_HERS)
    },
  },
  {
    title: 'Ben in the photo app is a stranger in the messenger',
    by: ['Ben Lindqvist', 'PHOTO'],
    query: LOOK_AT_ADA,
    variables: adasId,
    check: ({ data: { node } }) => expect(node).toMatchObject({ statuses: { nodes: [] }, ...NOT_HERS }),
  },
  {
    title: 'Mina lets only her contacts find her: nobody else does, by any handle',
    query: `query Look($id: ID!) { messengerProfile(handle: "mina.h") { id } node(id: $id) { ... on MessengerProfile { displayName handle about businessCategory } } }`,
    variables: (graph) => ({ id: graph.id('Mina Haddad', 'MESSENGER') }),
    check({ data }) {
      expect(data).toEqual({
        messengerProfile: null,
        node: { displayName: 'Mina Haddad', handle: 'mina.h', about: null, businessCategory: null },
      })
    },
  },
  {
    title: 'Dev is in her book: he finds Mina',
    by: ['Dev Raman', 'MESSENGER'],
    query: `{ messengerProfile(handle: "mina.h") { displayName about } }`,
    check: ({ data }) =>
      expect(data.messengerProfile).toEqual({
        displayName: 'Mina Haddad',
        about: 'Draws maps of places that closed.',
      }),
  },
  {
    title: 'Tomás looks for Goran, who blocked him: there is nobody',
    by: ['Tomás Rivera', 'MESSENGER'],
    query: `query Look($id: ID!) { messengerProfile(handle: "goran.p") { id } node(id: $id) { ... on MessengerProfile { handle about statuses { nodes { id } } } } }`,
    variables: (graph) => ({ id: graph.id('Goran Petrov', 'MESSENGER') }),
    check({ data }) {
      expect(data).toEqual({
        messengerProfile: null,
        node: { handle: 'goran.p', about: null, statuses: { nodes: [] } },
      })
    },
  },
  {
    title: 'a business says what it does, to everybody; people have no such line',
    query: `{ cafe: messengerProfile(handle: "cafe.nordlicht") { displayName businessCategory } jun: messengerProfile(handle: "jun.park") { businessCategory } }`,
    check({ data }) {
      expect(data).toEqual({
        cafe: { displayName: 'Café Nordlicht', businessCategory: 'COOKING' },
        jun: { businessCategory: null },
      })
    },
  },
]

/** What is asked of the messenger. */
export const messenger: readonly Listed[] = [...own, ...privacy]

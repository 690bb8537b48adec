import { expect } from 'vitest'
import type { Answered, Who } from '../../support/asker.ts'
import { operation, type Listed } from './listed.ts'

const ada: Who = ['Ada Okafor', 'ACCOUNTS']

const home: readonly Listed[] = [
  {
    title: 'Home in the accounts center: Ada as the messenger knows her, her statuses, and no account yet',
    by: ada,
    query: operation('home'),
    check({ data: { viewer }, codes }, graph) {
      expect(codes).toEqual([])
      expect(viewer).toMatchObject({ app: null, account: null })
      expect(viewer.profile).toMatchObject({ id: graph.id('Ada Okafor', 'MESSENGER'), displayName: 'Ada Okafor' })
      expect(viewer.profile.statuses.nodes).toHaveLength(2)
      for (const { crosspost } of viewer.profile.statuses.nodes) expect(crosspost).toBeNull()
    },
  },
  {
    title: "Home with an app's token: Ada in the photo app, and no account",
    by: ['Ada Okafor', 'PHOTO'],
    query: operation('home'),
    check({ data, codes }, graph) {
      expect(codes).toEqual([])
      const profile = { id: graph.id('Ada Okafor', 'PHOTO'), displayName: 'Ada Okafor' }
      expect(data).toEqual({ viewer: { app: 'PHOTO', profile, account: null } })
    },
  },
  {
    title: 'Home of nobody: nobody',
    query: operation('home'),
    check: ({ data, codes }) => expect([data, codes]).toEqual([{ viewer: null }, []]),
  },
  {
    title: 'Hana has no messenger: in the accounts center she is whom she signed in as first',
    by: ['Hana Sato', 'ACCOUNTS'],
    query: operation('home'),
    check({ data: { viewer } }, graph) {
      const ids = [graph.id('Hana Sato', 'PHOTO'), graph.id('Hana Sato', 'SOCIAL')]
      expect(ids).toContain(viewer.profile.id)
    },
  },
]

const VIEWER = `{ viewer { id app profile { __typename id app } account { id } closedAccounts { id } linkRequests { id state } crosspostTargets } }`

const viewer: readonly Listed[] = [
  {
    title: 'the messenger is told where a status may be shared: nowhere, while nothing is linked',
    by: ['Ada Okafor', 'MESSENGER'],
    query: VIEWER,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data.viewer).toMatchObject({ app: 'MESSENGER', crosspostTargets: [], linkRequests: [], account: null })
      expect(data.viewer.profile.__typename).toBe('MessengerProfile')
    },
  },
  {
    title: 'the messenger of Ben, who has switched sharing on, is told both other apps, and nothing of his account',
    by: ['Ben Lindqvist', 'MESSENGER'],
    query: VIEWER,
    check: ({ data }) =>
      expect(data.viewer).toMatchObject({ crosspostTargets: ['PHOTO', 'SOCIAL'], account: null, closedAccounts: null }),
  },
  {
    title: 'the social app is not told where a status may be shared',
    by: ['Ada Okafor', 'SOCIAL'],
    query: VIEWER,
    check: ({ data }) =>
      expect(data.viewer).toMatchObject({ app: 'SOCIAL', crosspostTargets: null, closedAccounts: null }),
  },
  {
    title: 'the accounts center: no account, none that ended, no requests',
    by: ada,
    query: VIEWER,
    check: ({ data }) =>
      expect(data.viewer).toMatchObject({ account: null, closedAccounts: [], linkRequests: [], app: null }),
  },
  {
    title: 'nobody is linked: a profile has no avatar, no stickers but its own none, and no profiles elsewhere',
    by: ada,
    query: `{ photoMe { avatar { url } stickers { nodes { id } } account { id } linkedProfiles { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }
      luca: photoProfile(username: "luca.romano") { stickers { nodes { id } } account { id } linkedProfiles { nodes { id } } } }`,
    check({ data, codes }) {
      expect(codes).toEqual([])
      const none = { nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
      expect(data.photoMe).toMatchObject({ avatar: null, account: null, linkedProfiles: none })
      expect(data.luca).toEqual({ stickers: null, account: null, linkedProfiles: { nodes: [] } })
    },
  },
  {
    title: 'anybody may know how many people were active in an app lately, in tens',
    query: `{ messenger: audienceCount(app: MESSENGER) photo: audienceCount(app: PHOTO) social: audienceCount(app: SOCIAL) }`,
    check({ data, codes }) {
      expect(codes).toEqual([])
      for (const count of Object.values(data)) expect([10, 20, 30, 40]).toContain(count)
    },
  },
]

const SHARE = { targets: [{ app: 'PHOTO', audience: 'FOLLOWERS' }], content: { text: 'Hi' } }
const shareOf =
  (name: string): NonNullable<Listed['variables']> =>
  async (graph) => {
    const own = `{ messengerMe { statuses { nodes { id } } } }`
    const { messengerMe } = await graph.data(own, { by: [name, 'MESSENGER'] })
    const statusId = messengerMe.statuses.nodes[0].id as string
    return { input: { ...SHARE, statusId, idempotencyKey: `share ${statusId}`.slice(0, 128) } }
  }
const share = shareOf('Ada Okafor')

function expectSwitchedOff({ data, codes }: Answered): void {
  expect(codes).toEqual([])
  expect(data.crosspostStatus).toEqual({
    crosspost: null,
    errors: [{ code: 'CROSSPOST_NOT_ENABLED', message: expect.stringMatching(/Switch the feature CROSSPOST on/) }],
  })
}

const refused: readonly Listed[] = [
  {
    title: 'Ada shares a status where nothing is linked: refused, with what is missing',
    by: ada,
    query: operation('share'),
    variables: share,
    check({ data, codes }) {
      expect(codes).toEqual([])
      expect(data.crosspostStatus.crosspost).toBeNull()
      expect(data.crosspostStatus.errors).toEqual([
        { code: 'CROSSPOST_LINK_NOT_ACTIVE', message: expect.stringMatching(/\w/) },
      ])
    },
  },
  ...(['MESSENGER', 'ACCOUNTS'] as const).map((client) => ({
    title: `Dev, who has linked all and switched nothing on, shares a status by ${client}: refused, with what is off`,
    by: ['Dev Raman', client] as const,
    query: operation('share'),
    variables: shareOf('Dev Raman'),
    check: expectSwitchedOff,
  })),
  {
    title: 'the photo app may not share statuses',
    by: ['Ada Okafor', 'PHOTO'],
    query: operation('share'),
    variables: share,
    check: ({ data, codes }) => expect([data, codes]).toEqual([{ crosspostStatus: null }, ['CLIENT_NOT_ALLOWED']]),
  },
  {
    title: 'nobody may not share statuses, nor change anything else',
    query: operation('share'),
    variables: share,
    check: ({ status, codes }) => expect([status, codes]).toEqual([401, ['UNAUTHENTICATED']]),
  },
]

/** What is asked of the accounts center, and through it. */
export const center: readonly Listed[] = [...home, ...viewer, ...refused]

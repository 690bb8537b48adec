import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createEntry } from '../../../gateway/entry/entry.ts'
import type { CallIdentity } from '../../../subgraphs/runtime/identity/identity.ts'
import { createIds } from '../../../subgraphs/runtime/ids/sealedIds.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import { profileIn } from '../../support/gatewayTester.ts'
import { TEST_START } from '../../support/subgraphTester.ts'

const entry = createEntry({
  sdl: readFileSync(new URL('../../../schema/entry.graphql', import.meta.url), 'utf8'),
  clock: createManualClock(TEST_START),
  random: createSeededRandom('entry'),
  log: silentLog,
})
const ids = createIds({ app: 'photo', key: Buffer.alloc(32, 9) })
const photo = ids.seal('Photo', 'one')

async function ask(query: string, identity: Partial<CallIdentity> = {}, variables = {}): Promise<unknown> {
  const result = await entry.execute({ query, variables, identity: { timeoutMs: 1_000, ...identity } })
  return JSON.parse(JSON.stringify(result)) as unknown
}

const VIEWER = '{ viewer { id app profile { __typename id app } } }'

describe('viewer', () => {
  test('is the profile of an app that signed in', async () => {
    const { id } = profileIn('PHOTO')
    expect(await ask(VIEWER, { client: 'PHOTO', profiles: [profileIn('PHOTO')] })).toEqual({
      data: {
        viewer: {
          id: Buffer.from(`Viewer:${id}`).toString('base64url'),
          app: 'PHOTO',
          profile: { __typename: 'PhotoProfile', id, app: 'PHOTO' },
        },
      },
    })
  })

  test('in the accounts center has no app and the profile that signed in first', async () => {
    const profiles = [profileIn('MESSENGER'), profileIn('SOCIAL')]
    expect(await ask(VIEWER, { client: 'ACCOUNTS', profiles })).toMatchObject({
      data: { viewer: { app: null, profile: { __typename: 'MessengerProfile', app: 'MESSENGER' } } },
    })
  })

  test('is nobody for anonymous callers', async () => {
    expect(await ask(VIEWER)).toEqual({ data: { viewer: null } })
  })

  test('as an entity is who the token says, whatever id was sent', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { id app } } }'
    const r = [{ __typename: 'Viewer', id: 'somebody else' }]
    expect(await ask(query, { client: 'PHOTO', profiles: [profileIn('PHOTO')] }, { r })).toMatchObject({
      data: { _entities: [{ app: 'PHOTO' }] },
    })
    expect(await ask(query, {}, { r })).toEqual({ data: { _entities: [null] } })
  })
})

describe('node', () => {
  test('has the type that its id names, and the app of a profile', async () => {
    const { id } = profileIn('SOCIAL')
    expect(await ask('query ($id: ID!) { node(id: $id) { __typename id } }', {}, { id: photo })).toEqual({
      data: { node: { __typename: 'Photo', id: photo } },
    })
    const query = 'query ($id: ID!) { node(id: $id) { ... on Profile { app } } }'
    expect(await ask(query, {}, { id })).toEqual({ data: { node: { app: 'SOCIAL' } } })
  })

  test.each<[string, string]>([
    ['no base64url', '!!!'],
    ['nothing', ''],
    ['too short', 'YWJj'],
    ['a type that no Node is', ids.seal('Ad', 'one')],
    ['a type that does not exist', ids.seal('Umbrella', 'one')],
    ['the query itself', ids.seal('Query', 'one')],
    ['a name of every object', ids.seal('constructor', 'one')],
    ['a viewer', Buffer.from(`Viewer:${photo}`).toString('base64url')],
  ])('is null for %s', async (_name, id) => {
    expect(await ask('query ($id: ID!) { node(id: $id) { id } }', {}, { id })).toEqual({ data: { node: null } })
  })

  test('nodes keep the order, with null where there is none; 101 are too many', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const three = [photo, 'x', profileIn('PHOTO').id]
    expect(await ask(query, {}, { ids: three })).toEqual({
      data: { nodes: [{ id: photo }, null, { id: profileIn('PHOTO').id }] },
    })
    expect(await ask(query, {}, { ids: Array(100).fill(photo) })).toMatchObject({ data: {} })
    expect(await ask(query, {}, { ids: Array(101).fill(photo) })).toMatchObject({
      data: null,
      errors: [
        {
          message: '"ids" must hold at most 100 ids, but got: 101. Ask in several steps.',
          extensions: { code: 'TOO_MANY_IDS' },
        },
      ],
    })
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGrantsSubgraph } from '../../../../subgraphs/accounts/grants/subgraph.ts'
import {
  type AskOptions,
  createSubgraphTester,
  type Json,
  proved,
  type TestedParts,
} from '../../../support/subgraphTester.ts'
import { ANNA, BEN, SESSION_NAMES, SESSIONS } from '../center.ts'
import { grantsParts } from '../contractParts.ts'
import { everyField, fieldsOf } from '../everyField.ts'

const TYPES = { PHOTO: 'PhotoProfile', SOCIAL: 'SocialProfile' } as const
const ROADS = {
  PhotoProfile: ['messengerPersonalizationSignals', 'messengerImprovementSignals', 'socialPersonalizationSignals'],
  SocialProfile: ['messengerAdSignals', 'photoAdSignals'],
} as const

function grants() {
  const create = (parts: TestedParts) => createGrantsSubgraph({ ...parts, ...grantsParts() })
  const tester = createSubgraphTester({ name: 'grants', create })
  const answer = async (type: string, id: unknown, asked: AskOptions) => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} ${everyField(tester.subgraph.sdl, type)} } }`
    return tester.ask(query, { ...asked, variables: { keys: [{ __typename: type, id }] } })
  }
  const roads = async (type: string, id: unknown, asked: AskOptions): Promise<Json> =>
    (await answer(type, id, asked)).data?.['_entities'][0]
  return { ...tester, answer, roads }
}

const closed = (type: keyof typeof ROADS, id: string) => ({
  __typename: type,
  id,
  ...Object.fromEntries(ROADS[type].map((road) => [road, null])),
})

describe('no grant, no data, while nobody has linked anything', () => {
  test('the roads are those of the contract', () => {
    const { sdl } = grants().subgraph
    for (const [type, roads] of Object.entries(ROADS)) expect(fieldsOf(sdl, type)).toEqual(['id', ...roads])
  })

  test.each(SESSION_NAMES)('every road is null to %s, for oneself as for others', async (session) => {
    const { roads } = grants()
    for (const [app, type] of Object.entries(TYPES) as ['PHOTO' | 'SOCIAL', keyof typeof ROADS][]) {
      for (const id of [ANNA[app], BEN[app]]) {
        expect(await roads(type, id, SESSIONS[session])).toEqual(closed(type, id))
      }
    }
  })

  test('the answer for a person is byte-equal whatever app asks, with Global Privacy Control or without', async () => {
    const { answer } = grants()
    const { ACCOUNTS: _center, ...apps } = SESSIONS
    const sessions: AskOptions[] = [...Object.values(apps), { ...SESSIONS.SOCIAL, gpc: true }]
    const stale = { client: 'SOCIAL', profiles: [proved('SOCIAL', ANNA.SOCIAL, 0)] }
    const asked = [...sessions, stale].map((session) => answer('SocialProfile', ANNA.SOCIAL, session))
    expect(new Set((await Promise.all(asked)).map((one) => JSON.stringify(one))).size).toBe(1)
  })

  test('the accounts center is told why, about oneself only', async () => {
    const { answer } = grants()
    const { errors } = await answer('SocialProfile', ANNA.SOCIAL, SESSIONS.ACCOUNTS)
    expect(errors).toHaveLength(2)
    const extensions = { code: 'WITHHELD', reason: 'NOT_LINKED' }
    expect(errors).toContainEqual(expect.objectContaining({ path: ['_entities', 0, 'photoAdSignals'], extensions }))
    expect((await answer('SocialProfile', BEN.SOCIAL, SESSIONS.ACCOUNTS)).errors).toBeUndefined()
  })

  test('ids that name something else are null', async () => {
    const { roads } = grants()
    for (const id of ['', 'x', ANNA.MESSENGER, ANNA.PHOTO, null, 7, {}]) {
      expect([id, await roads('SocialProfile', id, SESSIONS.SOCIAL)]).toEqual([id, null])
    }
  })

  test('whatever comes as an id opens no road', async () => {
    const { roads } = grants()
    const anyId = fc.asyncProperty(fc.jsonValue(), fc.string({ unit: 'binary' }), async (value, local) => {
      const sealed = Buffer.from(`0123456789abcdefPhotoProfile:${local}`).toString('base64url')
      for (const id of [value, sealed]) {
        const { __typename, id: _id, ...open } = (await roads('PhotoProfile', id, SESSIONS.PHOTO)) ?? {}
        expect(Object.values(open).filter((road) => road !== null)).toEqual([])
      }
    })
    await fc.assert(anyId, { numRuns: 200, seed: 3 })
  })
})

describe('only what hangs on a profile can be asked', () => {
  test('there is nothing at the root but entities and the SDL', async () => {
    const { __schema } = await grants().data('{ __schema { queryType { fields { name } } mutationType { name } } }')
    expect(__schema.queryType.fields.map(({ name }: { name: string }) => name).sort()).toEqual([
      '_entities',
      '_service',
    ])
    expect(__schema.mutationType).toBeNull()
  })

  test.each(['MessengerAdSignals', 'MessengerProfile', 'Account', '__Type', ''])('not %j', async (__typename) => {
    const query = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }'
    const { data, errors } = await grants().ask(query, { variables: { keys: [{ __typename, grant: 'x', id: 'x' }] } })
    expect(data).toEqual({ _entities: [null] })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

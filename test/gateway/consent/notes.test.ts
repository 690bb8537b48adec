import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startConsentFamily, type ConsentFamily, type FamilyOptions, type Transport } from './family.ts'

const ADS = '{ socialMe { ads { title } } }'
const ASKED = { 'concord-consent-notes': '1' }
const note = (from: string, outcome: string, reason?: string) => ({
  field: 'SocialProfile.ads',
  from,
  to: 'social',
  purpose: 'ADS',
  outcome,
  ...(reason === undefined ? {} : { reason }),
})

let family: ConsentFamily
beforeAll(async () => {
  family = await startConsentFamily()
})
afterAll(() => family[Symbol.asyncDispose]())

interface AskedMore {
  readonly client?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function noted(options: FamilyOptions = {}, { client = 'SOCIAL', query = ADS, headers = ASKED }: AskedMore = {}) {
  family.behave(options)
  const { json } = await family.askAs(client, query, headers)
  expect(json.errors).toBeUndefined()
  return json.extensions?.['consent']
}

describe('notes', () => {
  test('say what was used and what was withheld, and nothing of why to an app', async () => {
    const decide = (road: string) => road === 'photoAdSignals'
    expect(await noted({ decide })).toEqual([note('messenger', 'WITHHELD'), note('photo', 'USED')])
  })

  test.each<Record<string, string>>([{}, { 'concord-consent-notes': '0' }, { 'concord-consent-notes': 'true' }])(
    'come only to whoever asks, not for %j',
    async (headers) => expect(await noted({}, { headers })).toBeUndefined(),
  )

  test('come with no operation that uses no consented data', async () => {
    expect(await noted({}, { query: '{ socialMe { id } }' })).toBeUndefined()
  })

  test('say nothing of other people', async () => {
    expect(await noted({}, { query: `{ socialProfile(username: "bob") { ads { title } } }` })).toEqual([])
    const both = `{ socialProfile(username: "bob") { ads { title } } socialMe { ads { title } } }`
    expect(await noted({}, { query: both })).toEqual([note('messenger', 'USED'), note('photo', 'USED')])
  })

  test('say each thing once, whatever the names and the number of places', async () => {
    const query = '{ a: socialMe { x: ads { title } y: ads(first: 2) { id } } b: socialMe { ads { id } } }'
    expect(await noted({}, { query })).toEqual([note('messenger', 'USED'), note('photo', 'USED')])
  })
})

describe('the accounts center is told why', () => {
  const transport =
    (which: string, how: 'down' | object): Transport =>
    (name, send) =>
    async (request) => {
      if (name !== which) return send(request)
      return how === 'down' ? Promise.reject(new Error('down')) : how
    }
  const saying = {
    data: { _entities: [{ __typename: 'SocialProfile', messengerAdSignals: null, photoAdSignals: null }] },
    errors: [
      { message: 'x', path: ['_entities', 0, 'messengerAdSignals'], extensions: { reason: 'PAUSED' } },
      { message: 'x', path: ['_entities', 0, 'photoAdSignals'], extensions: { reason: '<script>' } },
    ],
  }

  test.each<[string, FamilyOptions, [string, string?], [string, string?]]>([
    ['used', {}, ['USED'], ['USED']],
    ['not granted', { decide: () => false }, ['WITHHELD', 'NOT_GRANTED'], ['WITHHELD', 'NOT_GRANTED']],
    ['no data', { messenger: () => null }, ['WITHHELD', 'NO_DATA'], ['USED']],
    ['source down', { transport: transport('messenger', 'down') }, ['WITHHELD', 'UNAVAILABLE'], ['USED']],
    [
      'grants down',
      { transport: transport('grants', 'down') },
      ['WITHHELD', 'UNAVAILABLE'],
      ['WITHHELD', 'UNAVAILABLE'],
    ],
    ['as grants says', { transport: transport('grants', saying) }, ['WITHHELD', 'PAUSED'], ['WITHHELD', 'UNAVAILABLE']],
  ])('%s', async (_case, options, messenger, photo) => {
    expect(await noted(options, { client: 'ACCOUNTS' })).toEqual([
      note('messenger', ...messenger),
      note('photo', ...photo),
    ])
  })
})

describe('an answer that holds a field computed from consented data', () => {
  const cacheControl = async (query: string, client: string | null = null) => {
    family.behave({})
    return (await family.askAs(client, query)).headers.get('cache-control')
  }
  test.each([
    ADS,
    '{ socialMe { x: ads(first: 2) { id } } }',
    '{ socialMe { ...F } } fragment F on SocialProfile { ads { id } }',
    '{ node(id: "x") { ... on SocialProfile { ads { id } } } }',
  ])('is stored by nobody, though nobody is signed in: %s', async (query) => {
    expect(await cacheControl(query)).toBe('private, no-store')
  })
  test('or any other of somebody is private too; of nobody it is just not stored', async () => {
    expect(await cacheControl('{ socialMe { id } }', 'SOCIAL')).toBe('private, no-store')
    expect(await cacheControl('{ socialMe { id } }')).toBe('no-store')
  })
})

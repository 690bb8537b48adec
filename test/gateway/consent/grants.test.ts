import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DELTA, L, SPARE } from '../../../subgraphs/runtime/grants/constants.ts'
import type { GrantClaims } from '../../../subgraphs/runtime/grants/grant.ts'
import { ADA, BOB, startConsentFamily, type ConsentFamily, type FamilyOptions, type Transport } from './family.ts'

const ADS = '{ socialMe { ads { title basis } } }'
const ads = (title: string) => {
  const basis = title === 'anything' ? 'CONTEXTUAL' : 'PERSONALIZED'
  return { data: { socialMe: { ads: [{ title, basis }] } } }
}

/** What the social app was sent for Ada's ads. */
const inputsOf = ({ sentTo }: ConsentFamily) =>
  sentTo('social').flatMap(({ variables }) => variables.representations ?? [])

let family: ConsentFamily
beforeAll(async () => {
  family = await startConsentFamily()
})
afterAll(() => family[Symbol.asyncDispose]())

async function answered(options: FamilyOptions = {}, query = ADS) {
  family.behave(options)
  const { json } = await family.askAs('SOCIAL', query)
  return { json, inputs: inputsOf(family) }
}

describe('a grant', () => {
  test('opens its source, whose values reach the recipient with their end, and nothing else does', async () => {
    const { json, inputs } = await answered()
    expect(json).toEqual(ads('MUSIC CATS'))
    const validUntil = new Date(family.clock.wall() + L).toISOString()
    expect(inputs).toEqual([
      {
        __typename: 'SocialProfile',
        id: ADA.SOCIAL,
        messengerAdSignals: { topics: ['MUSIC'], validUntil },
        photoAdSignals: { topics: ['CATS'], validUntil },
      },
    ])
  })

  test('goes to its source, in a fetch of that type alone, and to nobody else', async () => {
    await answered()
    const withGrant = family.sent.filter(({ variables }) => JSON.stringify(variables).includes('eyJ'))
    expect(withGrant.map(({ subgraph }) => subgraph).toSorted()).toEqual(['messenger', 'photo'])
    for (const { variables } of withGrant) {
      expect(variables.representations?.map((one) => Object.keys(one))).toEqual([['__typename', 'grant']])
    }
  })

  test('leaves its source no more time than it has', async () => {
    await answered()
    expect(family.sentTo('grants').map(({ timeoutMs }) => timeoutMs)).toEqual([L])
    expect(family.sentTo('messenger').map(({ timeoutMs }) => timeoutMs)).toEqual([L - SPARE])
  })

  test.each<[string, (claims: GrantClaims) => GrantClaims]>([
    ['expired', (one) => ({ ...one, t0: one.t0 - L - 1, exp: one.exp - L - 1 })],
    ['from the future', (one) => ({ ...one, t0: one.t0 + DELTA + 1, exp: one.exp + DELTA + 1 })],
    ['for another purpose', (one) => ({ ...one, purpose: 'IMPROVE' })],
    ['for another recipient', (one) => ({ ...one, recipient: 'photo' })],
    ['for another type', (one) => ({ ...one, type: 'MessengerPersonalizationSignals' })],
    ['for another source', (one) => ({ ...one, source: 'accounts' })],
    ['on somebody unknown', (one) => ({ ...one, subject: ADA.PHOTO === one.subject ? ADA.MESSENGER : ADA.PHOTO })],
    ['under another notice', (one) => ({ ...one, flow: 'x'.repeat(43) })],
  ])('%s is as none', async (_case, claims) => {
    const { json, inputs } = await answered({ claims })
    expect(json).toEqual(ads('anything'))
    expect(inputs).toEqual([
      { __typename: 'SocialProfile', id: ADA.SOCIAL, messengerAdSignals: null, photoAdSignals: null },
    ])
  })

  test('forged by whoever answers in the place of grants is as none', async () => {
    const { json } = await answered({
      transport: (name, send) => async (request) => {
        const answer = await send(request)
        const text = JSON.stringify(answer).replaceAll(/"grant":"[^"]*"/g, '"grant":"eyJhbGciOiJkaXIifQ.."')
        return name === 'grants' ? (JSON.parse(text) as typeof answer) : answer
      },
    })
    expect(json).toEqual(ads('anything'))
  })
})

describe('withheld is withheld, whatever the reason', () => {
  const down =
    (which: string): Transport =>
    (name, send) =>
    (request) =>
      name === which ? Promise.reject(new Error('down')) : send(request)
  const throwing: FamilyOptions = { messenger: () => Promise.reject(new Error('broken')) }
  const erring: Transport = (name, send) => async (request) =>
    name === 'messenger' ? { data: { _entities: [null] }, errors: [{ message: 'Ada said no' }] } : send(request)
  const wrong: Transport = (name, send) => async (request) => {
    const answer = await send(request)
    return name === 'messenger' ? (JSON.parse(JSON.stringify(answer).replace('["MUSIC"]', '7')) as object) : answer
  }

  const refused: FamilyOptions = { decide: (road) => road !== 'messengerAdSignals' }

  test.each<[string, FamilyOptions]>([
    ['the source has nothing', { messenger: () => null }],
    ['the source fails', throwing],
    ['the source answers errors', { transport: erring }],
    ['the source answers nonsense', { transport: wrong }],
    ['the source is down', { transport: down('messenger') }],
  ])('%s: the same request to the recipient and the same answer as refused, and no error', async (_case, options) => {
    const expected = await answered(refused)
    const { json, inputs } = await answered(options)
    expect(JSON.stringify(inputs)).toBe(JSON.stringify(expected.inputs))
    expect(JSON.stringify(json)).toBe(JSON.stringify(expected.json))
    expect(json).toEqual(ads('CATS'))
  })

  test('grants is down: the recipient is asked all the same, and the operator is told', async () => {
    const { json, inputs } = await answered({ transport: down('grants') })
    expect(json).toEqual(ads('anything'))
    expect(inputs).toHaveLength(1)
    expect(family.logged).toEqual([{ subgraph: 'grants', code: 'SUBGRAPH_UNREACHABLE' }])
  })

  test('a failure of the recipient is an error as ever', async () => {
    const { json } = await answered({ transport: down('social') })
    expect(json.errors?.[0]?.extensions?.['code']).toBe('SUBGRAPH_UNREACHABLE')
  })
})

describe('time', () => {
  test('an input past its end is not sent', async () => {
    const { json, inputs } = await answered({
      transport: (name, send, clock) => async (request) => {
        const answer = await send(request)
        if (name === 'photo') await clock.advance(L - SPARE - 1)
        if (name === 'photo') clock.shiftWall(SPARE + 2)
        return answer
      },
    })
    expect(json).toEqual(ads('anything'))
    expect(inputs).toEqual([
      { __typename: 'SocialProfile', id: ADA.SOCIAL, messengerAdSignals: null, photoAdSignals: null },
    ])
  })

  test('a source that hangs is not waited for, and does not expire what another answered', async () => {
    const { json } = await answered({
      transport: (name, send, clock) => async (request) => {
        if (name !== 'messenger') return send(request)
        setImmediate(() => void clock.advance(L - SPARE))
        return new Promise(() => {})
      },
    })
    expect(json).toEqual(ads('CATS'))
  })

  test('grants that hangs is waited for no longer than a grant could live', async () => {
    const { json } = await answered({
      transport: (name, send, clock) => async (request) => {
        if (name !== 'grants') return send(request)
        setImmediate(() => void clock.advance(L))
        return new Promise(() => {})
      },
    })
    expect(json).toEqual(ads('anything'))
  })

  test('a fetch that is sent again has its inputs looked at again', async () => {
    const { json } = await answered({
      transport: (name, send, clock) => async (request) => {
        if (name !== 'social' || !request.variablesAgain) return send(request)
        clock.shiftWall(L + 1)
        return send({ ...request, variables: request.variablesAgain() })
      },
    })
    expect(json).toEqual(ads('anything'))
  })
})

describe('one person’s data serves that person', () => {
  test('nobody else’s roads lead anywhere, and equal answers of two people are two representations', async () => {
    const query = `{ socialMe { ads { title } } socialProfile(username: "bob") { ads { title } } }`
    const { json, inputs } = await answered({}, query)
    expect(json.data).toEqual({
      socialMe: { ads: [{ title: 'MUSIC CATS' }] },
      socialProfile: { ads: [{ title: 'anything' }] },
    })
    expect(inputs).toHaveLength(2)
    expect(family.sentTo('messenger').flatMap(({ variables }) => variables.representations)).toHaveLength(1)
  })

  test('two people who are withheld alike are asked apart, and purposes too', async () => {
    const query = `{ socialMe { ads { title } } socialProfile(username: "bob") { ads { title } } }`
    const { inputs } = await answered({ decide: () => false }, query)
    expect(inputs.map(({ id }) => id)).toEqual([ADA.SOCIAL, BOB])
  })

  test('each purpose has a grant and a fetch of its own', async () => {
    family.behave({})
    await family.askAs('PHOTO', '{ photoMe { feedQuality { score } suggestedProfiles { why } } }')
    const grants = family.sentTo('messenger').flatMap(({ variables }) => variables.representations ?? [])
    expect(grants.map(({ __typename }) => String(__typename)).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'MessengerImprovementSignals',
      'MessengerPersonalizationSignals',
    ])
    expect(new Set(grants.map(({ grant }) => grant)).size).toBe(2)
  })

  test('asked twice by aliases, it is one fetch', async () => {
    await answered({}, '{ socialMe { one: ads { title } two: ads(first: 2) { id } } }')
    expect(family.sentTo('messenger')).toHaveLength(1)
  })
})

describe('a client’s names', () => {
  test.each([
    'messengerAdSignals: displayName',
    'grant: displayName',
    'photoAdSignals: ads { title topics: why validUntil: why }',
    'messengerAdSignals: ads { grant: id topics: title validUntil: why }',
  ])('%s is no road, and changes no input', async (alias) => {
    const expected = await answered()
    const { json, inputs } = await answered({}, `{ socialMe { ${alias} ads { title basis } } }`)
    expect(inputs).toEqual(expected.inputs)
    expect(JSON.stringify(json)).not.toMatch(/eyJ|validUntil":"2026/)
    expect(json.data).toMatchObject(ads('MUSIC CATS').data)
  })

  test('cannot name what is hidden', async () => {
    const { json } = await answered({}, '{ socialMe { messengerAdSignals { grant } } }')
    expect(json.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED')
  })
})

describe('an operation without consented data', () => {
  test('asks neither grants nor any source', async () => {
    await answered({}, '{ socialMe { id displayName } }')
    expect(family.sent.map(({ subgraph }) => subgraph)).toEqual(['social'])
  })
})

import { describe, expect, it } from 'vitest'
import { testGraph, type TestGraph } from './graph.ts'

/** An app with a road to data of another one, as on the real graph: roads and their types are not public. */
const family = (): TestGraph =>
  testGraph({
    grants: {
      sdl: `type Profile @key(fields: "id") { id: ID! signals: Signals @inaccessible }
        type Signals @key(fields: "grant", resolvable: false) @inaccessible { grant: ID! @inaccessible }`,
      resolvers: { Profile: { signals: () => ({ grant: 'the-grant' }) } },
    },
    messenger: {
      sdl: `type Query { ok: Int } type Signals @key(fields: "grant") @inaccessible { grant: ID! @inaccessible topics: [String!] }`,
      resolvers: { Signals: { __resolveReference: async () => ({ topics: ['secret'] }) } },
    },
    social: {
      sdl: `type Query { me: Profile node(id: ID): Profile }
        type Profile @key(fields: "id") { id: ID! name: String born: String friends(first: Int): [Profile]
          signals: Signals @external ads(first: Int): String @requires(fields: "signals { topics }") }
        type Signals @inaccessible { topics: [String!] @external }`,
      resolvers: {
        Query: { me: () => ({ id: 'p1' }), node: () => ({ id: 'p2' }) },
        Profile: {
          __resolveReference: async (reference: object) => reference,
          name: () => 'Mia',
          born: () => 'the client’s own string',
          friends: () => [{ id: 'p3' }],
          ads: ({ signals }: { signals: unknown }) => `made of ${JSON.stringify(signals)}`,
        },
      },
    },
  })

const REAL = 'made of {"topics":["secret"]}'
const run = async (query: string) => (await family().run(query)).data

describe('an alias onto the name of a hidden input', () => {
  it('neither feeds it nor reads it', async () => {
    expect(await run('{ me { signals: born ads } }')).toEqual({ me: { signals: 'the client’s own string', ads: REAL } })
  })

  it('does not either with a selection below it', async () => {
    expect(await run('{ me { signals: friends { topics: name grant: born } ads } }')).toEqual({
      me: { signals: [{ topics: 'Mia', grant: 'the client’s own string' }], ads: REAL },
    })
  })

  it('does not either when it is in another fragment, or comes later', async () => {
    const query = '{ me { ads } ...F } fragment F on Query { me { ... on Profile { signals: name } } }'
    expect(await run(query)).toEqual({ me: { ads: REAL, signals: 'Mia' } })
  })
})

describe('an alias onto the name of a key or of the type', () => {
  it('does not change which object is asked for', async () => {
    const graph = family()
    const { data } = await graph.run('{ me { id: name __typename: born ads } }')
    expect(data).toEqual({ me: { id: 'Mia', __typename: 'the client’s own string', ads: REAL } })
    const sent = graph.sent.find(({ subgraph }) => subgraph === 'grants')
    expect(sent?.variables).toEqual({ representations: [{ __typename: 'Profile', id: 'p1' }] })
  })
})

describe('a response name that the gateway keeps for itself', () => {
  it('is a name like any other to the client', async () => {
    expect(await run('{ c__me: me { c__ads: name ads c____typename: born } }')).toEqual({
      c__me: { c__ads: 'Mia', ads: REAL, c____typename: 'the client’s own string' },
    })
  })

  it('can be that of the planner’s own variable', async () => {
    const graph = family()
    const { data } = await graph.run(
      'query ($representations: Int, $c__representations: ID) { node(id: $c__representations) { friends(first: $representations) { ads(first: $representations) } } }',
      { representations: 1, c__representations: 'x' },
    )
    expect(data).toEqual({ node: { friends: [{ ads: REAL }] } })
    const fetches = graph.sent.filter(({ query }) => query.includes('ads'))
    expect(fetches.map(({ variables }) => Object.keys(variables).sort())).toEqual([
      ['c__representations', 'representations'],
    ])
  })

  it('can be that of the entities', async () => {
    expect(await run('{ _entities: me { _service: name } }')).toEqual({ _entities: { _service: 'Mia' } })
  })
})

describe('fields with arguments', () => {
  it('have a value for each alias, though equal ones could be one', async () => {
    const query = '{ a: node(id: 1) { x: ads(first: 1) y: ads(first: 2) } b: node(id: 2) { id } }'
    expect(await run(query)).toEqual({ a: { x: REAL, y: REAL }, b: { id: 'p2' } })
  })

  it('share one fetch of their input', async () => {
    const graph = family()
    await graph.run('{ me { x: ads(first: 1) y: ads(first: 2) } }')
    expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['social', 'grants', 'messenger', 'social'])
  })
})

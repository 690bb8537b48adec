import { ApolloGateway } from '@apollo/gateway'
import { execute, parse, type ExecutionResult } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compose, subgraphSchema, testGraph, type TestSubgraph } from '../engine/graph.ts'
import { withUnitedLists } from './unitedLists.ts'

/**
 * Where we differ from the stock gateway on purpose: each difference by itself, ours first. Everything else is equal, as
 * the generated operations show. The names are those of `listedFaults.ts`, where generated operations meet them.
 */
type Subgraphs = Readonly<Record<string, TestSubgraph>>

async function stock(subgraphs: Subgraphs, query: string, variables = {}): Promise<ExecutionResult> {
  const gateway = new ApolloGateway({
    supergraphSdl: compose(subgraphs),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }) => ({
      async process({ request }) {
        const { answer, ...subgraph } = subgraphs[name ?? ''] as TestSubgraph
        if (answer) return await answer(request as never)
        const schema = subgraphSchema(subgraph)
        const result = await execute({
          schema,
          document: parse(request.query ?? ''),
          variableValues: request.variables,
        })
        return JSON.parse(JSON.stringify(result)) as never
      },
    }),
  })
  const { executor } = await gateway.load()
  const context = { request: { query, variables }, document: parse(query), queryHash: query, context: {}, metrics: {} }
  return executor(context as never)
}

/** Data of both, as text: the order of fields counts. */
async function both(subgraphs: Subgraphs, query: string, variables = {}): Promise<{ ours: string; stock: string }> {
  const ours = await testGraph(subgraphs).run(query, variables)
  return { ours: JSON.stringify(ours.data), stock: JSON.stringify((await stock(subgraphs, query, variables)).data) }
}

const paths = ({ errors = [] }: ExecutionResult) => errors.map(({ path }) => (path ?? []).join('.'))

const THING = {
  resolvers: {
    Query: { things: () => [{ id: '1' }, { id: '2' }] },
    Thing: { __resolveReference: async (reference: object) => reference, name: () => 'x', size: () => 3 },
  },
}
const things = `type Query { things: [Thing] } type Thing @key(fields: "id") { id: ID! name: String size: Int }`

describe('shaping', () => {
  it('fields come in the order of the specification; stock draws selections of one type together', async () => {
    const query = '{ things { ... on Thing { id } name ... on Thing { size } } }'
    expect(await both({ a: { sdl: things, ...THING } }, query)).toEqual({
      ours: '{"things":[{"id":"1","name":"x","size":3},{"id":"2","name":"x","size":3}]}',
      stock: '{"things":[{"id":"1","size":3,"name":"x"},{"id":"2","size":3,"name":"x"}]}',
    })
  })

  it('a null that must not be is an error; stock hides it in extensions, or drops it beside other errors', async () => {
    const sdl = 'type Query { a: Int! b: Int }'
    const error = { message: 'No', path: ['b'] }
    const wrong = {
      s: { sdl, answer: () => ({ data: { a: null, b: null }, errors: [error] }) },
    } as unknown as Subgraphs
    const [ours, theirs] = [await testGraph(wrong).run('{ b a }'), await stock(wrong, '{ b a }')]
    expect([paths(ours), paths(theirs)]).toEqual([['b', 'a'], ['b']])
  })

  it('an integer is of 32 bits, and numeric ids are strings; stock passes on what comes', async () => {
    const sdl = 'type Query { big: Int id: ID }'
    const subgraphs = { s: { sdl, answer: () => ({ data: { big: 2 ** 40, id: 7 } }) } }
    expect(await both(subgraphs, '{ big id }')).toEqual({
      ours: '{"big":null,"id":"7"}',
      stock: '{"big":1099511627776,"id":7}',
    })
  })
})

describe('planning', () => {
  const person = {
    a: {
      sdl: 'type Query { me: Me } type Me @key(fields: "id") { id: ID! name: String secret: String @inaccessible }',
      resolvers: { Query: { me: () => ({ id: '1', name: 'Mia', secret: 'hidden' }) } },
    },
    b: {
      sdl: 'type Me @key(fields: "id") { id: ID! secret: String @external risk: String @requires(fields: "secret") }',
      resolvers: { Me: { risk: ({ secret }: { secret: unknown }) => `of ${String(secret)}` } },
    },
  }

  it('an alias reaches no hidden input; on stock the client’s own value becomes the input', async () => {
    expect(await both(person, '{ me { secret: name risk } }')).toEqual({
      ours: '{"me":{"secret":"Mia","risk":"of hidden"}}',
      stock: '{"me":{"secret":"Mia","risk":"of Mia"}}',
    })
  })

  it('a client may call a variable as it likes; stock refuses $representations', async () => {
    const subgraphs = { a: person.a, b: { ...person.b, sdl: person.b.sdl.replace('risk:', 'plus(n: Int): Int risk:') } }
    const query = 'query ($representations: Int) { me { plus(n: $representations) } }'
    expect((await testGraph(subgraphs).run(query, { representations: 1 })).errors).toBeUndefined()
    const theirs = await stock(subgraphs, query, { representations: 1 })
    expect(theirs.errors?.[0]?.message).toContain('Variables cannot contain key "representations"')
  })

  it('mutations run in the order of the document; stock lets fragments change it', async () => {
    const acts: string[] = []
    const act = (_: unknown, { n }: { n: string }) => acts.push(n)
    const sdl = 'type Query { q: Int } type Mutation { act(n: String): Int done: Int }'
    const subgraphs = { a: { sdl, resolvers: { Mutation: { act, done: () => acts.push('done') } } } }
    const query = 'mutation { ... { a: act(n: "1") } done ... { b: act(n: "2") } }'
    await testGraph(subgraphs).run(query)
    expect(acts.splice(0)).toEqual(['1', 'done', '2'])
    await stock(subgraphs, query)
    expect(acts).toEqual(['1', '2', 'done'])
  })

  it('a skipped field takes nothing along; on stock its absent input leaves whole objects out', async () => {
    const a = {
      sdl: 'type Query { me: Me } type Me @key(fields: "id") { id: ID! x: Int! }',
      resolvers: { Query: { me: () => ({ id: '1', x: 1 }) } },
    }
    const b = {
      sdl: 'type Me @key(fields: "id") { id: ID! x: Int! @external y: Int @requires(fields: "x") z: Int }',
      resolvers: { Me: { y: () => 2, z: () => 3 } },
    }
    const query = 'query ($no: Boolean!) { me { z y @skip(if: $no) } }'
    expect(await both({ a, b }, query, { no: true })).toEqual({ ours: '{"me":{"z":3}}', stock: '{"me":{"z":null}}' })
  })

  it('types are known where they matter; stock loses what was asked of a type', async () => {
    const sdl = `type Query { things: [Thing] } interface Named { name: String }
      type Thing implements Named { name: String deep: Thing } type Other implements Named { name: String }`
    const resolvers = { Query: { things: () => [{ name: 'x', deep: { name: 'y' } }] } }
    const query = '{ things { ... on Named { ... on Thing { deep { name } } } } }'
    expect(await both({ a: { sdl, resolvers } }, query)).toEqual({
      ours: '{"things":[{"deep":{"name":"y"}}]}',
      stock: '{"things":[{}]}',
    })
  })

  it('an object is of its own type where another subgraph sees the interface as an object; stock loses it', async () => {
    const item = { id: '1', stars: 5 }
    const subgraphs = {
      shop: {
        sdl: `type Query { q: Int } interface Item @key(fields: "id") { id: ID! }
          type Shoe implements Item @key(fields: "id") { id: ID! size: Int }`,
        resolvers: { Item: { __resolveReference: async () => item, __resolveType: () => 'Shoe' } },
      },
      best: {
        sdl: `type Query { best: Box } type Box { item: Item }
          type Item @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
        resolvers: { Query: { best: () => ({ item }) }, Item: { __resolveReference: async () => item } },
      },
    }
    expect(await both(subgraphs, '{ best { item { ... on Shoe { stars __typename } } } }')).toEqual({
      ours: '{"best":{"item":{"stars":5,"__typename":"Shoe"}}}',
      stock: '{"best":{"item":{}}}',
    })
  })
})

describe('fetching', () => {
  const a = {
    sdl: 'type Query { things: [Thing] } type Thing @key(fields: "id") { id: ID! price: Int grid: [[Cell]] } type Cell @shareable { v: Int }',
    answer: () => ({ data: { things: [thing('1'), thing('1'), thing('2')] } }),
  }
  const thing = (id: string) => ({ __typename: 'Thing', id, grid: [[{ v: 1 }]] })
  const b = {
    sdl: `type Thing @key(fields: "id") { id: ID! price: Int @external cost: Int @requires(fields: "price") stars: Int
        grid: [[Cell]] @external sum: Int @requires(fields: "grid { v }") }
      type Cell @shareable { v: Int }`,
    resolvers: {
      Thing: {
        __resolveReference: async (reference: object) => reference,
        cost: ({ price }: { price: unknown }) => (price === null ? -1 : 1),
        stars: () => 5,
        sum: ({ grid }: { grid: unknown }) => JSON.stringify(grid).length,
      },
    },
  }

  it('an absent nullable input is sent as null; stock does not ask, so that the field is null', async () => {
    expect(await both({ a, b }, '{ things { cost } }')).toEqual({
      ours: '{"things":[{"cost":-1},{"cost":-1},{"cost":-1}]}',
      stock: '{"things":[{"cost":null},{"cost":null},{"cost":null}]}',
    })
  })

  it('equal representations are sent once; stock sends each', async () => {
    const shop = testGraph({ a, b })
    await shop.run('{ things { stars } }')
    expect(shop.sent.at(-1)?.variables['representations']).toHaveLength(2)
  })

  it('inputs go in lists of lists; stock sends null in their place', async () => {
    const one = JSON.stringify([[{ v: 1 }]]).length
    const none = JSON.stringify([null]).length
    expect(await both({ a, b }, '{ things { sum } }')).toEqual({
      ours: JSON.stringify({ things: [1, 2, 3].map(() => ({ sum: one })) }),
      stock: JSON.stringify({ things: [1, 2, 3].map(() => ({ sum: none })) }),
    })
  })
})

describe('merging', () => {
  it('a value stands against null; on stock the last answer does', async () => {
    const me = { __typename: 'Me', id: '1' }
    const a = {
      sdl: 'type Query { me: Me } type Me @key(fields: "id") { id: ID! box: Box } type Box { w: Int @shareable }',
      answer: () => ({ data: { me: { ...me, box: { w: 1 } } } }),
    }
    const b = {
      sdl: 'type Me @key(fields: "id") { id: ID! box: Box @shareable } type Box { w: Int @shareable h: Int }',
      answer: () => ({ data: { _entities: [{ box: null }] } }),
    }
    const subgraphs = { a: { ...a, sdl: a.sdl.replace('box: Box', 'box: Box @shareable') }, b }
    expect(await both(subgraphs, '{ me { box { w h } } }')).toEqual({
      ours: '{"me":{"box":{"w":1,"h":null}}}',
      stock: '{"me":{"box":null}}',
    })
  })

  it('lists in lists are united element by element; on stock the inner lists of the last answer stay', async () => {
    const a = {
      sdl: 'type Query { me: Me } type Me @key(fields: "id") { id: ID! grid: [[Cell]] @shareable } type Cell { v: Int @shareable }',
      answer: () => ({ data: { me: { __typename: 'Me', id: '1', grid: [[{ v: 1 }]] } } }),
    }
    const b = {
      sdl: 'type Me @key(fields: "id") { id: ID! grid: [[Cell]] @shareable } type Cell { v: Int @shareable w: Int }',
      answer: () => ({ data: { _entities: [{ grid: [[{ w: 2 }]] }] } }),
    }
    expect(await both({ a, b }, '{ me { grid { v w } } }')).toEqual({
      ours: '{"me":{"grid":[[{"v":1,"w":2}]]}}',
      stock: '{"me":{"grid":[[{"v":null,"w":2}]]}}',
    })
    expect((await withUnitedLists(() => stock({ a, b }, '{ me { grid { v w } } }'))).data).toEqual({
      me: { grid: [[{ v: 1, w: 2 }]] },
    })
  })

  it('errors stand at the object they are about; stock counts wrong where another was left out', async () => {
    const pets = ['Cat', 'Dog'].map((__typename, id) => ({ __typename, id: String(id) }))
    const a = {
      sdl: 'type Query { pets: [Pet] } interface Pet { id: ID! } type Cat implements Pet { id: ID! } type Dog implements Pet @key(fields: "id") { id: ID! }',
      answer: () => ({ data: { pets } }),
    }
    const b = {
      sdl: 'type Dog @key(fields: "id") { id: ID! age: Int }',
      answer: () => ({
        data: { _entities: [{ age: null }] },
        errors: [{ message: 'No', path: ['_entities', 0, 'age'] }],
      }),
    }
    const [query, subgraphs] = ['{ pets { __typename ... on Dog { age } } }', { a, b }]
    expect(paths(await testGraph(subgraphs).run(query))).toEqual(['pets.1.age'])
    expect(paths(await stock(subgraphs, query))).toEqual(['pets.0.age'])
  })

  it('errors of what nobody asked for are left out; stock shows them', async () => {
    const pets = ['Cat', 'Dog'].map((__typename, id) => ({
      __typename,
      owner: { __typename: 'Owner', id: String(id) },
    }))
    const a = {
      sdl: `type Query { pets: [Pet] } interface Pet { owner: Owner } type Cat implements Pet { owner: Owner }
        type Dog implements Pet { owner: Owner } type Owner @key(fields: "id") { id: ID! }`,
      answer: () => ({ data: { pets } }),
    }
    const b = {
      sdl: 'type Owner @key(fields: "id") { id: ID! name: String }',
      answer: () => ({
        data: { _entities: [{ name: null }, { name: 'x' }] },
        errors: [{ message: 'No', path: ['_entities', 0, 'name'] }],
      }),
    }
    const query = '{ pets { owner { id } ... on Dog { owner { name } } } }'
    const subgraphs = { a, b } as unknown as Subgraphs
    expect(paths(await testGraph(subgraphs).run(query))).toEqual([])
    expect(paths(await stock(subgraphs, query))).toEqual(['pets.0.owner.name'])
  })
})

import { describe, expect, it } from 'vitest'
import { testGraph, type TestGraph, type TestSubgraph } from '../engine/graph.ts'

/** The representations that a subgraph got, call by call. */
const sentTo = ({ sent }: TestGraph, subgraph: string) =>
  sent.filter((one) => one.subgraph === subgraph).map((one) => one.variables['representations'])

const T = (id: string, more = {}) => ({ __typename: 'T', id, ...more })

/** Subgraph `a` answers `data`; `b` answers for each representation what `answer` makes of it. */
function twoSubgraphs(a: string, b: string, data: object, answer: (representation: Rep) => unknown): TestGraph {
  const entities = ({ variables }: { variables: Readonly<Record<string, unknown>> }) => ({
    data: { _entities: (variables['representations'] as Rep[]).map(answer) },
  })
  const first: TestSubgraph = { sdl: a, answer: () => ({ data: data as Record<string, unknown> }) }
  return testGraph({ a: first, b: { sdl: b, answer: entities } })
}
type Rep = Readonly<Record<string, unknown>>

const LIST =
  'type Query { ts: [T] } type T @key(fields: "id") { id: ID! name: String price: Int size: Size } type Size { w: Int h: Int }'

describe('equal representations', () => {
  const B = 'type T @key(fields: "id") { id: ID! stars: Int }'

  it('are sent once, and the answer goes to each object', async () => {
    const ts = [T('1'), T('2'), null, T('1'), T('2'), T('1')]
    const graph = twoSubgraphs(LIST, B, { ts }, ({ id }) => ({ stars: Number(id) * 10 }))
    const { data } = await graph.run('{ ts { stars } }')
    expect(data).toEqual({ ts: [10, 20, null, 10, 20, 10].map((stars) => (stars === null ? null : { stars })) })
    expect(sentTo(graph, 'b')).toEqual([[T('1'), T('2')]])
  })

  it('are told apart by every value, and by its kind', async () => {
    const ts = [T('1'), T('1 '), T(1 as never), T('')]
    const graph = twoSubgraphs(LIST, B, { ts }, () => ({ stars: 1 }))
    await graph.run('{ ts { stars } }')
    expect(sentTo(graph, 'b')).toEqual([ts])
  })

  it('give each object an answer of its own', async () => {
    const b = 'type T @key(fields: "id") { id: ID! box: Box } type Box { t: T }'
    const a = `${LIST} extend type T { more: Int }`
    const answer = (rep: Rep) => ({ box: { t: rep } })
    const graph = twoSubgraphs(a, b, { ts: [T('1'), T('1')] }, answer)
    const { data } = await graph.run('{ ts { box { t { id } } } }')
    expect(data).toEqual({ ts: [{ box: { t: { id: '1' } } }, { box: { t: { id: '1' } } }] })
  })

  it('that failed fail at each of their places', async () => {
    const graph = testGraph({
      a: { sdl: LIST, answer: () => ({ data: { c__all: [T('1'), T('2'), T('1')] } }) },
      b: {
        sdl: B,
        answer: () => ({
          data: { _entities: [{ c__s: null }, { c__s: 2 }] },
          errors: [{ message: 'No', path: ['_entities', 0, 'c__s'] }],
        }),
      },
    })
    const { data, errors } = await graph.run('{ all: ts { s: stars } }')
    expect(data).toEqual({ all: [{ s: null }, { s: 2 }, { s: null }] })
    expect(errors?.map(({ path }) => path)).toEqual([
      ['all', 0, 's'],
      ['all', 2, 's'],
    ])
  })
})

describe('an input of @requires that is absent', () => {
  const B =
    'type T @key(fields: "id") { id: ID! price: Int @external size: Size @external cost: Int @requires(fields: "price") area: Int @requires(fields: "size { w h }") }'
  const SIZE = ' type Size @shareable { w: Int h: Int }'
  const A = LIST.replace('type Size', 'type Size @shareable')
  const ask = async (t: object, field: string) => {
    const graph = twoSubgraphs(A, B + SIZE, { ts: [t] }, () => ({ cost: 5, area: 6 }))
    const { data } = await graph.run(`{ ts { ${field} } }`)
    return [data, sentTo(graph, 'b')]
  }

  it('is sent as null, and its subgraph asked all the same', async () => {
    expect(await ask(T('1'), 'cost')).toEqual([{ ts: [{ cost: 5 }] }, [[T('1', { price: null })]]])
  })

  it('is sent as null where it is null', async () => {
    expect(await ask(T('1', { price: null }), 'cost')).toEqual([{ ts: [{ cost: 5 }] }, [[T('1', { price: null })]]])
  })

  it('makes the object null that it is in', async () => {
    expect((await ask(T('1', { size: { w: 1 } }), 'area'))[1]).toEqual([[T('1', { size: null })]])
    expect((await ask(T('1', { size: { w: 1, h: null } }), 'area'))[1]).toEqual([[T('1', { size: { w: 1, h: null } })]])
    expect((await ask(T('1'), 'area'))[1]).toEqual([[T('1', { size: null })]])
  })

  it('leaves the object out where it must not be null', async () => {
    const strict = (sdl: string) => sdl.replace('price: Int', 'price: Int!')
    const graph = twoSubgraphs(strict(A), strict(B) + SIZE, { ts: [T('1'), T('2', { price: 3 })] }, () => ({ cost: 5 }))
    const { data } = await graph.run('{ ts { cost } }')
    expect([data, sentTo(graph, 'b')]).toEqual([{ ts: [{ cost: null }, { cost: 5 }] }, [[T('2', { price: 3 })]]])
  })

  it('leaves the object out where it is the key, or the type is not known', async () => {
    const graph = twoSubgraphs(
      LIST,
      'type T @key(fields: "id") { id: ID! stars: Int }',
      { ts: [{ __typename: 'T' }, { id: '2' }] },
      () => ({ stars: 5 }),
    )
    const { data } = await graph.run('{ ts { stars } }')
    expect([data, graph.sent.length]).toEqual([{ ts: [{ stars: null }, { stars: null }] }, 1])
  })
})

describe('a required field that is in lists of lists', () => {
  it('is sent as deep as it is', async () => {
    const a =
      'type Query { ts: [T] } type T @key(fields: "id") { id: ID! grid: [[Cell]] } type Cell @shareable { v: Int }'
    const b =
      'type T @key(fields: "id") { id: ID! grid: [[Cell]] @external sum: Int @requires(fields: "grid { v }") } type Cell @shareable { v: Int }'
    const grid = [[{ v: 1 }, null], null, [{ v: 2 }]]
    const graph = twoSubgraphs(a, b, { ts: [T('1', { grid })] }, () => ({ sum: 3 }))
    expect((await graph.run('{ ts { sum } }')).data).toEqual({ ts: [{ sum: 3 }] })
    expect(sentTo(graph, 'b')).toEqual([[T('1', { grid })]])
  })
})

describe('entities of a hostile subgraph', () => {
  const B = 'type T @key(fields: "id") { id: ID! stars: Int must: Int! }'
  const run = async (data: unknown) => {
    const graph = testGraph({
      a: { sdl: LIST, answer: () => ({ data: { ts: [T('1'), T('2')] } }) },
      b: { sdl: B, answer: () => ({ data: data as Record<string, unknown> }) },
    })
    const result = await graph.run('{ ts { stars } }')
    return [result.data, ...(result.errors ?? []).map(({ message, path }) => `${path?.join('.')}: ${message}`)]
  }
  const NOTHING = { ts: [{ stars: null }, { stars: null }] }

  it.each([
    [{ _entities: [{ stars: 1 }] }, 'ts: The answer of subgraph "b" must hold 2 entities in "_entities", but got: 1.'],
    [{ _entities: {} }, 'ts: The answer of subgraph "b" must hold 2 entities in "_entities", but got: no list.'],
    [{}, 'ts: The answer of subgraph "b" must hold 2 entities in "_entities", but got: no list.'],
    [null, 'ts: The answer of subgraph "b" must hold data or errors, but got: neither.'],
    [[], 'ts: The answer of subgraph "b" must hold 2 entities in "_entities", but got: no list.'],
  ])('%o are refused', async (data, message) => {
    expect(await run(data)).toEqual([NOTHING, message])
  })

  it('are refused one by one where only they are wrong', async () => {
    expect(await run({ _entities: [[], { stars: 'x' }] })).toEqual([
      NOTHING,
      'ts.0: The answer of subgraph "b" must hold an object or null here, but got: a list.',
      'ts.1.stars: The answer of subgraph "b" must hold a value of Int here, but got: a string.',
    ])
  })

  it('cannot change what other subgraphs answered', async () => {
    const graph = twoSubgraphs(LIST, B, { ts: [T('1', { name: 'x' })] }, () => ({
      id: '9',
      name: 'evil',
      stars: 1,
      __typename: 'Query',
    }))
    expect((await graph.run('{ ts { id name stars __typename } }')).data).toEqual({
      ts: [{ id: '1', name: 'x', stars: 1, __typename: 'T' }],
    })
  })
})

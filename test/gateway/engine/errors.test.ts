import { describe, expect, it } from 'vitest'
import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import type { SubgraphResponse } from '../../../gateway/transport.ts'
import { testGraph, type TestGraph } from './graph.ts'

const A = `type Query { ts: [T] t: T must: T! count: Int }
  type T @key(fields: "id") { id: ID! name: String price: Int secret: Int @inaccessible kind: Kind }
  interface Kind { label: String } type Round implements Kind { label: String r: Int } type Flat implements Kind { label: String f: Int }`
const B = `type T @key(fields: "id") { id: ID! price: Int @external secret: Int @external
  stars: Int must: Int! cost: Int @requires(fields: "price") rank: Int @requires(fields: "secret") }`

const t = (id: string, more = {}) => ({ __typename: 'T', id, ...more })

/** Two subgraphs that answer what the test says; `b` may refuse. */
function graph(a: SubgraphResponse, b: SubgraphResponse | Error = {}): TestGraph {
  const refuseOrAnswer = () => (b instanceof Error ? Promise.reject(b) : b)
  return testGraph({ a: { sdl: A, answer: () => a }, b: { sdl: B, answer: refuseOrAnswer } })
}

/** The answer's data, and of each error path, code and subgraph. */
async function outcome(shop: TestGraph, query: string): Promise<unknown[]> {
  const { data, errors = [] } = await shop.run(query)
  const told = errors.map(({ path, extensions }) =>
    [path?.join('.'), extensions['code'], extensions['subgraph']].join(' '),
  )
  return [data, ...told]
}

describe('a subgraph that cannot be reached', () => {
  const down = new Error('connect ECONNREFUSED 10.0.0.1')

  it('leaves its part out, with an error that names it at the object it belongs to', async () => {
    expect(await outcome(graph({ data: { t: t('1', { name: 'x' }) } }, down), '{ t { name stars } }')).toEqual([
      { t: { name: 'x', stars: null } },
      't SUBGRAPH_UNREACHABLE b',
    ])
  })

  it('is told once for a list, at the place that all have in common', async () => {
    const shop = graph({ data: { c__all: [t('1'), t('2'), t('1')] } }, down)
    expect(await outcome(shop, '{ all: ts { id stars } }')).toEqual([
      { all: ['1', '2', '1'].map((id) => ({ id, stars: null })) },
      'all SUBGRAPH_UNREACHABLE b',
    ])
  })

  it('is told at the one object of a list that it concerns', async () => {
    expect(await outcome(graph({ data: { ts: [null, t('1')] } }, down), '{ ts { stars } }')).toEqual([
      { ts: [null, { stars: null }] },
      'ts.1 SUBGRAPH_UNREACHABLE b',
    ])
  })

  it('is the only error where its absence takes an object along', async () => {
    expect(await outcome(graph({ data: { ts: [t('1'), t('2')] } }, down), '{ ts { id must } }')).toEqual([
      { ts: [null, null] },
      'ts SUBGRAPH_UNREACHABLE b',
    ])
    expect(await outcome(graph({ data: { must: t('1') } }, down), '{ must { must } }')).toEqual([
      null,
      'must SUBGRAPH_UNREACHABLE b',
    ])
  })

  it('does not excuse what another subgraph left out', async () => {
    const wrong = testGraph({
      a: { sdl: A.replace('name: String', 'name: String!'), answer: () => ({ data: { t: t('1') } }) },
      b: { sdl: B, answer: () => Promise.reject(down) },
    })
    expect(await outcome(wrong, '{ t { stars name } }')).toEqual([{ t: null }, 't SUBGRAPH_UNREACHABLE b'])
    const listed = testGraph({
      a: {
        sdl: A.replace('name: String', 'name: String!'),
        answer: () => ({ data: { ts: [t('1'), null], count: 1 } }),
      },
      b: { sdl: B, answer: () => Promise.reject(down) },
    })
    expect(await outcome(listed, '{ ts { name } t { stars } }')).toEqual([
      { ts: [null, null], t: null },
      'ts.0.name NON_NULL_FIELD_EMPTY ',
    ])
  })

  it('keeps its reason to itself', async () => {
    const result = await graph({ data: { t: t('1') } }, down).run('{ t { stars } }')
    expect(JSON.stringify(result)).not.toContain('ECONNREFUSED')
  })

  it('passes on the code of a transport’s fault', async () => {
    const shop = graph({ data: { t: t('1') } }, fault('SUBGRAPH_BAD_RESPONSE', { message: 'Not JSON.' }))
    expect(await outcome(shop, '{ t { stars } }')).toEqual([{ t: { stars: null } }, 't SUBGRAPH_BAD_RESPONSE b'])
  })

  it('at the root leaves its fields null', async () => {
    const shop = testGraph({ a: { sdl: A, answer: () => Promise.reject(down) }, b: { sdl: B } })
    expect(await outcome(shop, '{ t { id } count }')).toEqual([{ t: null, count: null }, ' SUBGRAPH_UNREACHABLE a'])
  })
})

describe('an error that a subgraph reports', () => {
  it('stands at the client’s place, under the client’s names', async () => {
    const shop = graph({
      data: { c__all: [t('1', { c__n: null })] },
      errors: [{ message: 'No name', path: ['c__all', 0, 'c__n'], extensions: { code: 'NAMELESS' } }],
    })
    expect(await outcome(shop, '{ all: ts { n: name } }')).toEqual([{ all: [{ n: null }] }, 'all.0.n NAMELESS a'])
  })

  it('is the only one for what it nulls', async () => {
    const shop = graph(
      { data: { ts: [t('1'), t('2')] } },
      {
        data: { _entities: [null, { stars: 2, must: 3 }] },
        errors: [{ message: 'No', path: ['_entities', 0, 'must'] }],
      },
    )
    expect(await outcome(shop, '{ ts { stars must } }')).toEqual([
      { ts: [null, { stars: 2, must: 3 }] },
      'ts.0.must DOWNSTREAM_SERVICE_ERROR b',
    ])
  })

  it.each([
    ['without a path', undefined],
    ['with a path that is none', { length: 1 }],
    ['with a path to no entity', ['_entities']],
    ['with a path to an entity that was not asked for', ['_entities', 7, 'stars']],
    ['with a path to another field', ['t', 'stars']],
  ])('%s stands where its fetch belongs', async (_what, path) => {
    const errors = [{ message: 'No', path: path as never }]
    const shop = graph({ data: { t: t('1') } }, { data: { _entities: [{ stars: 1 }] }, errors })
    expect(await outcome(shop, '{ t { stars } }')).toEqual([{ t: { stars: 1 } }, 't DOWNSTREAM_SERVICE_ERROR b'])
  })

  it.each([[{}], ['text'], [[null, 7, 'x']]])('that is none is not one: %o', async (errors) => {
    const shop = graph({ data: { count: 1 }, errors: errors as never })
    expect(await outcome(shop, '{ count }')).toEqual([{ count: 1 }])
  })

  it('may be one of very many', async () => {
    const errors = Array.from({ length: 5000 }, () => ({ message: 'No', path: ['count'] }))
    const { errors: told } = await graph({ data: { count: null }, errors }).run('{ count }')
    expect(told).toHaveLength(1000)
  })
})

describe('an error at what the client did not ask for', () => {
  const failed = (field: string) => ({ message: `No ${field} today`, path: ['t', field], extensions: { code: 'X' } })

  it('stands at its object, where something that was asked for needs it', async () => {
    const shop = graph(
      { data: { t: t('1', { price: null }) }, errors: [failed('price')] },
      { data: { _entities: [{ cost: null }] } },
    )
    const { data, errors } = await shop.run('{ t { cost } }')
    expect(data).toEqual({ t: { cost: null } })
    expect(errors?.map((error) => error.toJSON())).toEqual([
      { message: 'No price today', path: ['t'], extensions: { code: 'X', subgraph: 'a' } },
    ])
  })

  it('says nothing of it, where it is not public', async () => {
    const shop = graph(
      { data: { t: t('1', { secret: null }) }, errors: [failed('secret')] },
      { data: { _entities: [{ rank: null }] } },
    )
    const { errors } = await shop.run('{ t { rank } }')
    expect(errors?.map((error) => error.toJSON())).toEqual([
      {
        message: 'Subgraph "a" failed at something that this part of the answer needs.',
        path: ['t'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', subgraph: 'a' },
      },
    ])
  })

  it('is left out, where nothing needs it', async () => {
    const kind = { __typename: 'Flat', label: 'x', f: 1 }
    const errors = [{ message: 'No', path: ['t', 'kind', 'r'] }]
    const shop = graph({ data: { t: t('1', { kind }) }, errors })
    expect(await outcome(shop, '{ t { kind { label ... on Round { r } } } }')).toEqual([
      { t: { kind: { label: 'x' } } },
    ])
  })
})

describe('an answer', () => {
  it.each([{}, { data: null }, { data: null, errors: [] }])('must hold data or errors: %o', async (response) => {
    expect(await outcome(graph(response), '{ count }')).toEqual([{ count: null }, ' SUBGRAPH_BAD_RESPONSE a'])
  })
})

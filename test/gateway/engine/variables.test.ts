import { describe, expect, it } from 'vitest'
import { testGraph } from './graph.ts'

const graph = () =>
  testGraph({
    a: {
      sdl: `type Query { echo(n: Int, in: In, id: ID, mood: Mood): String t: T } input In { n: Int! = 3 deep: In list: [Int!] }
        enum Mood { GOOD SECRET @inaccessible } type T @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { echo: (_: unknown, args: object) => JSON.stringify(args), t: () => ({ id: '1' }) } },
    },
    b: {
      sdl: 'type T @key(fields: "id") { id: ID! say(n: Int): Int }',
      resolvers: { T: { say: (_: unknown, { n }: { n: number }) => n } },
    },
  })

const codes = ({ errors = [] }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) =>
  errors.map((error) => error.extensions?.['code'])

describe('variables', () => {
  it('go to the fetches that use them, and to no other', async () => {
    const shop = graph()
    await shop.run('query ($n: Int, $m: Int) { echo(n: $n) t { say(n: $m) } }', { n: 1, m: 2, other: 3 })
    expect(shop.sent.map(({ variables }) => variables)).toEqual([
      { n: 1 },
      { representations: [{ __typename: 'T', id: '1' }], m: 2 },
    ])
  })

  it('go as they came: defaults, coercion and what is absent are the subgraph’s', async () => {
    const shop = graph()
    const query = 'query ($n: Int = 7, $in: In, $id: ID) { echo(n: $n, in: $in, id: $id) }'
    expect((await shop.run(query, { in: { deep: {} }, id: 5 })).data).toEqual({
      echo: '{"n":7,"in":{"n":3,"deep":{"n":3}},"id":"5"}',
    })
    expect(shop.sent[0]?.variables).toEqual({ in: { deep: {} }, id: 5 })
    expect((await shop.run(query, { n: null })).data).toEqual({ echo: '{"n":null}' })
  })

  it.each([
    ['$n: Int!', 'n: $n', {}],
    ['$n: Int', 'n: $n', { n: 'x' }],
    ['$n: Int', 'n: $n', { n: 1.5 }],
    ['$n: Int', 'n: $n', { n: {} }],
    ['$in: In', 'in: $in', { in: { n: null } }],
    ['$in: In', 'in: $in', { in: { other: 1 } }],
    ['$in: In', 'in: $in', { in: { list: [1, null] } }],
    ['$mood: Mood', 'mood: $mood', { mood: 'SECRET' }],
  ])('%s refuse %o', async (declared, used, variables) => {
    const shop = graph()
    const result = await shop.run(`query (${declared}) { echo(${used}) }`, variables)
    expect([codes(result), 'data' in result, shop.sent]).toEqual([['BAD_USER_INPUT'], false, []])
  })

  it('are all told that are wrong', async () => {
    const result = await graph().run('query ($n: Int, $id: ID) { echo(n: $n, id: $id) }', { n: 'x', id: {} })
    expect(codes(result)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT'])
  })

  it('are told by their place, the type that is meant and the kind of what came, never by their value', async () => {
    const query = 'query ($n: Int, $in: In!, $mood: Mood) { echo(n: $n, in: $in, mood: $mood) }'
    const given = { n: 'geheim', in: { deep: { list: [1, 'geheim'] } }, mood: 'geheim' }
    expect((await graph().run(query, given)).errors?.map(({ message }) => message)).toEqual([
      'Variable "$n" must be of type "Int", but got: a string.',
      'Variable "$in.deep.list[1]" must be of type "Int", but got: a string.',
      'Variable "$mood" must be a value of the enum "Mood", but got: another string.',
    ])
  })

  it('of conditions must be true or false', async () => {
    const query = 'query ($x: Boolean = true) { echo @skip(if: $x) t { id } }'
    const shop = graph()
    expect((await shop.run(query)).data).toEqual({ t: { id: '1' } })
    expect((await shop.run(query, { x: false })).data).toEqual({ echo: '{}', t: { id: '1' } })
    expect(codes(await shop.run(query, { x: null }))).toEqual(['BAD_USER_INPUT'])
  })

  it('cannot be taken from what objects inherit', async () => {
    const shop = graph()
    const result = await shop.run('query ($constructor: ID) { echo(id: $constructor) }', {})
    expect(result.data).toEqual({ echo: '{}' })
  })
})

import type { ExecutionResult } from 'graphql'
import { describe, expect, it } from 'vitest'
import { testGraph } from '../engine/graph.ts'

const SDL = `
  type Query { a: A must: A! as: [A] musts: [A!] alls: [A!]! grid: [[Int!]!] pet: Pet pets: [Pet!] mood: Mood moods: [Mood!] }
  type A { id: ID n: Int! s: String a: A must: A! list: [String!] }
  interface Named { name: String }
  type Dog implements Named { name: String barks: Boolean! }
  type Cat implements Named { name: String lives: Int }
  type Ghost implements Named @inaccessible { name: String }
  union Pet = Dog | Cat | Ghost
  enum Mood { GOOD BAD SECRET @inaccessible }`

/** What the client gets when the only subgraph answers this. */
async function shaped(operation: string, data: object, variables = {}): Promise<ExecutionResult> {
  return testGraph({ only: { sdl: SDL, answer: () => ({ data: data as Record<string, unknown> }) } }).run(
    operation,
    variables,
  )
}

/** The answer: its data, then place and code of each error. */
async function answer(operation: string, data: object, variables = {}): Promise<unknown[]> {
  const result = await shaped(operation, data, variables)
  const errors = (result.errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${String(extensions['code'])}`)
  return [JSON.stringify(result.data), ...errors]
}

describe('the client’s fields', () => {
  it('come in the client’s order, whatever order the subgraph has', async () => {
    expect(await answer('{ a { s id n } }', { a: { n: 1, id: 'x', s: 'y' } })).toEqual([
      '{"a":{"s":"y","id":"x","n":1}}',
    ])
  })

  it('come once each, where they were asked first', async () => {
    const operation = '{ a { s ... { n } s a { id } ...F } } fragment F on A { n a { s } }'
    expect(await answer(operation, { a: { n: 1, s: 'y', a: { id: 'i', s: 'z' } } })).toEqual([
      '{"a":{"s":"y","n":1,"a":{"id":"i","s":"z"}}}',
    ])
  })

  it('bear the client’s names, also such as every object inherits', async () => {
    const data = { a: { c____proto__: 'p', c__constructor: 'c', c__toJSON: 't' } }
    const result = await answer('{ a { __proto__: s constructor: s toJSON: s } }', data)
    expect(result).toEqual(['{"a":{"__proto__":"p","constructor":"c","toJSON":"t"}}'])
  })

  it('are those of the type that an object has', async () => {
    const operation = '{ pets { ... on Named { n: name } ... on Dog { barks } ... on Cat { lives __typename } } }'
    const pets = [
      { __typename: 'Dog', c__n: 'rex', barks: true, lives: 9 },
      { __typename: 'Cat', c__n: 'tom', lives: 9 },
    ]
    expect(await answer(operation, { pets })).toEqual([
      '{"pets":[{"n":"rex","barks":true},{"n":"tom","lives":9,"__typename":"Cat"}]}',
    ])
  })

  it('are left out and let in by variables, in the order that is left', async () => {
    const operation = 'query ($x: Boolean!) { a { s @skip(if: $x) n s } }'
    const data = { a: { s: 'y', n: 1 } }
    expect(await answer(operation, data, { x: true })).toEqual(['{"a":{"n":1,"s":"y"}}'])
    expect(await answer(operation, data, { x: false })).toEqual(['{"a":{"s":"y","n":1}}'])
  })

  it('may all be left out of an object that is there', async () => {
    expect(await answer('{ a { s @skip(if: true) } as { s @include(if: false) } }', { a: {}, as: [{}, null] })).toEqual(
      ['{"a":{},"as":[{},null]}'],
    )
  })

  it('are empty where everything is left out', async () => {
    expect(await answer('{ a @skip(if: true) { s } }', {})).toEqual(['{}'])
  })

  it('hold numeric ids as strings', async () => {
    expect(await answer('{ a { id } }', { a: { id: 7 } })).toEqual(['{"a":{"id":"7"}}'])
  })
})

describe('null', () => {
  it('stands where it may', async () => {
    expect(await answer('{ a { s list } as { s } }', { a: { s: null }, as: [null, {}] })).toEqual([
      '{"a":{"s":null,"list":null},"as":[null,{"s":null}]}',
    ])
  })

  it('takes along the nearest object that may be null', async () => {
    expect(await answer('{ a { s n } mood }', { a: { s: 'x', n: null }, mood: 'GOOD' })).toEqual([
      '{"a":null,"mood":"GOOD"}',
      'a.n NON_NULL_FIELD_EMPTY',
    ])
  })

  it('goes up through fields that must not be null, with one error', async () => {
    expect(await answer('{ a { must { must { n } } } }', { a: { must: { must: { n: null } } } })).toEqual([
      '{"a":null}',
      'a.must.must.n NON_NULL_FIELD_EMPTY',
    ])
  })

  it('goes up to the root', async () => {
    expect(await answer('{ mood must { n } }', { mood: 'GOOD', must: {} })).toEqual([
      'null',
      'must.n NON_NULL_FIELD_EMPTY',
    ])
  })

  it('is an element of a list that allows it, or takes the list, or more', async () => {
    const broken = [{ n: 1 }, { n: null }, { n: null }]
    expect(await answer('{ as { n } }', { as: broken })).toEqual([
      '{"as":[{"n":1},null,null]}',
      'as.1.n NON_NULL_FIELD_EMPTY',
      'as.2.n NON_NULL_FIELD_EMPTY',
    ])
    expect(await answer('{ musts { n } }', { musts: broken })).toEqual([
      '{"musts":null}',
      'musts.1.n NON_NULL_FIELD_EMPTY',
    ])
    expect(await answer('{ alls { n } }', { alls: broken })).toEqual(['null', 'alls.1.n NON_NULL_FIELD_EMPTY'])
    expect(await answer('{ musts { id } }', { musts: [null] })).toEqual([
      '{"musts":null}',
      'musts.0 NON_NULL_FIELD_EMPTY',
    ])
    expect(await answer('{ grid }', { grid: [[1], [null]] })).toEqual([
      '{"grid":null}',
      'grid.1.0 NON_NULL_FIELD_EMPTY',
    ])
  })

  it('leaves no error of what it takes along', async () => {
    const data = { a: { list: ['x', null], a: { n: null }, n: null } }
    expect(await answer('{ a { list a { n } n } }', data)).toEqual(['{"a":null}', 'a.n NON_NULL_FIELD_EMPTY'])
  })
})

describe('what the public graph does not have', () => {
  it('is null with an error that does not name it: a value of an enum', async () => {
    const result = await shaped('{ mood moods }', { mood: 'SECRET', moods: ['GOOD', 'SECRET'] })
    expect(result.data).toEqual({ mood: null, moods: null })
    expect(result.errors?.map(({ path }) => path)).toEqual([['mood'], ['moods', 1]])
    expect(JSON.stringify(result)).not.toContain('SECRET')
  })

  it('is null with an error that does not name it: a type', async () => {
    const result = await shaped('{ pet { __typename ... on Named { name } } }', {
      pet: { __typename: 'Ghost', name: 'x' },
    })
    expect(result.data).toEqual({ pet: null })
    expect(result.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['pet'], 'VALUE_NOT_IN_SCHEMA'],
    ])
    expect(JSON.stringify(result)).not.toContain('Ghost')
  })

  it.each(['Nothing', 'A', 'Named', '__proto__', 7, null, undefined])('is an object of type %o', async (__typename) => {
    const [data] = await answer('{ pet { __typename } }', { pet: { __typename } })
    expect(data).toBe('{"pet":null}')
  })
})

describe('introspection', () => {
  it('is answered without asking a subgraph', async () => {
    const graph = testGraph({ only: { sdl: SDL } })
    const result = await graph.run('{ __typename __schema { queryType { name } } }')
    expect(result).toEqual({ data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } } })
    expect(graph.sent).toEqual([])
  })

  it('stands among data, under the client’s names, with variables and conditions', async () => {
    const operation = `query ($t: String!, $no: Boolean!) {
      x: __type(name: $t) { name } a { s } ... { x: __type(name: $t) { kind } } y: __schema @skip(if: $no) { description } }`
    expect(await answer(operation, { a: { s: 'y' } }, { t: 'Dog', no: true })).toEqual([
      '{"x":{"name":"Dog","kind":"OBJECT"},"a":{"s":"y"}}',
    ])
  })

  it('shows nothing that is inaccessible', async () => {
    const operation = '{ __type(name: "Ghost") { name } mood: __type(name: "Mood") { enumValues { name } } }'
    expect(await answer(operation, {})).toEqual([
      '{"__type":null,"mood":{"enumValues":[{"name":"GOOD"},{"name":"BAD"}]}}',
    ])
  })
})

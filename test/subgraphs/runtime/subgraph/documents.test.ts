import { buildSchema, GraphQLError } from 'graphql'
import { describe, expect, test } from 'vitest'
import { chooseOperation, createDocumentCache } from '../../../../subgraphs/runtime/subgraph/documents.ts'

const schema = buildSchema('type Query { a: Int }')

describe('the cache of documents', () => {
  test('parses and validates a text once, a refused one as well', () => {
    const prepare = createDocumentCache(schema)
    for (const text of ['{ a }', '{ b }', '{']) expect(prepare(text)).toBe(prepare(text))
  })

  test('does not keep what is very long, nor more than it should', () => {
    const prepare = createDocumentCache(schema)
    const long = `{ a }${' '.repeat(40_000)}`
    expect(prepare(long)).not.toBe(prepare(long))
    const first = prepare('{ a }')
    for (let n = 0; n < 1001; n++) prepare(`{ a${n}: a }`)
    expect(prepare('{ a }')).not.toBe(first)
  })

  test('refuses a text of too many tokens before it parses it all', () => {
    const refused = createDocumentCache(schema)(`{ ${'a '.repeat(100_001)}}`)
    expect(refused).toMatchObject({ outcome: 'refused', errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] })
  })
})

describe('the operation', () => {
  function choose(text: string, name?: string) {
    const prepared = createDocumentCache(schema)(text)
    if (prepared.outcome !== 'ready') throw new Error('refused')
    const chosen = chooseOperation(prepared.operations, name)
    return chosen instanceof GraphQLError ? chosen.extensions['code'] : (chosen.name?.value ?? 'nameless')
  }

  test.each([
    ['{ a }', undefined, 'nameless'],
    ['query A { a }', undefined, 'A'],
    ['query A { a } query B { a }', 'B', 'B'],
    ['query A { a } query B { a }', undefined, 'OPERATION_RESOLUTION_FAILURE'],
    ['query A { a }', 'B', 'OPERATION_RESOLUTION_FAILURE'],
  ])('of %s under the name %s is %s', (text, name, expected) => {
    expect(choose(text, name)).toBe(expected)
  })
})

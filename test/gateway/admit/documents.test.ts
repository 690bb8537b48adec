import { buildSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createDocuments } from '../../../gateway/admit/documents.ts'
import { OperationRefused } from '../../../gateway/admit/refusal.ts'
import { DEFAULT_LIMITS } from '../../../gateway/options.ts'

const schema = buildSchema('type Query { fruit(ripe: Int): String  twin: Query }')
const documents = createDocuments(schema)
const prepare = (text: string, limits = {}, hints = true) =>
  documents.prepare(text, { ...DEFAULT_LIMITS, ...limits }, hints)

const refusal = (text: string, hints = true): OperationRefused => {
  try {
    prepare(text, {}, hints)
  } catch (error) {
    if (error instanceof OperationRefused) return error
  }
  throw new Error('It was not refused.')
}

describe('documents', () => {
  test('are parsed and validated once, and found again by their hash', () => {
    const first = prepare('{ fruit }')
    expect(prepare('{ fruit }')).toBe(first)
    expect(documents.byHash(first.hash)).toBe(first)
    expect(documents.byHash('0'.repeat(64))).toBeUndefined()
  })

  test('are refused to a client with narrower limits, although they are remembered', () => {
    prepare('{ twin { twin { fruit } } }')
    expect(() => prepare('{ twin { twin { fruit } } }', { depth: 2 })).toThrow('at most 2 deep, but these nest 3 deep')
    expect(() => prepare('{ twin { twin { fruit } } }', { tokens: 4 })).toThrow('at most 4 tokens')
  })

  test('each limit has its own words', () => {
    expect(() => prepare('{ a: fruit b: fruit }', { aliases: 1 })).toThrow('at most 1 aliases')
    expect(() => prepare('{ ...F ...F } fragment F on Query { a: fruit }', { aliases: 1 })).toThrow('but this has 2')
    expect(() => prepare('{ fruit twin { fruit } }', { rootFields: 1 })).toThrow('at most 1 fields at its root')
    expect(() => prepare('{ fruit twin { fruit } }', { fields: 2 })).toThrow('at most 2 fields, fragments spread out')
    expect(() => prepare('{ fruit @skip(if: true) }', { directives: 0 })).toThrow('at most 0 directives')
  })

  test('all that is wrong is said, with places and one code', () => {
    const { errors } = refusal('{ froit twin }')
    expect(errors.map(({ extensions, locations }) => [extensions['code'], locations?.[0]?.column])).toEqual([
      ['GRAPHQL_VALIDATION_FAILED', 3],
      ['GRAPHQL_VALIDATION_FAILED', 9],
    ])
    expect(refusal('{ fruit').errors[0]?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' })
    expect(refusal('{ fruit " }').errors[0]?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' })
  })

  test('what is wrong is said without the values that stand in the document', () => {
    const [wrong] = refusal('{ fruit(ripe: "geheim") }').errors
    expect([wrong?.message, wrong?.locations?.[0]?.column]).toEqual([
      'A value here must be of type "Int", but got: a string.',
      15,
    ])
    expect(refusal('{ fruit "geheim" }').message).toBe('Syntax Error: Expected Name, found String.')
  })

  test('what the schema has instead is said only to those who may read it', () => {
    expect(refusal('{ froit }').message).toContain('Did you mean "fruit"?')
    expect(refusal('{ froit }', false).message).not.toContain('fruit')
  })

  test('introspection is seen, __typename is none', () => {
    expect(prepare('{ __typename }').introspects).toBe(false)
    expect(prepare('{ ...F } fragment F on Query { __type(name: "Query") { name } }').introspects).toBe(true)
  })
})

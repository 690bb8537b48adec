import { describe, expect, it } from 'vitest'
import { loadSupergraph } from '../../../gateway/plan/supergraph.ts'
import { compose } from '../engine/graph.ts'

const load = (...sdls: string[]) =>
  loadSupergraph(compose(Object.fromEntries(sdls.map((sdl, index) => [`s${index}`, { sdl }]))))

describe('a supergraph', () => {
  it('must not have fields with a reserved name', () => {
    expect(() => load('type Query { ok: Int c__total: Int }')).toThrow(
      'Names of fields must not begin with "c__", which the gateway keeps for itself, but got: Query.c__total. ' +
        'Rename the field in its subgraph.',
    )
    expect(() => load('type Query { i: I } interface I { c__x: Int } type T implements I { c__x: Int }')).toThrow(
      'c__x',
    )
    expect(() => load('type Query { ok: Int hidden: T @inaccessible } type T { c__x: Int }')).toThrow('T.c__x')
  })

  it('may use the prefix for anything that is no field', () => {
    const { apiSchema } = load('type Query { ok(c__x: Int): c__Type } type c__Type { a: Int }')
    expect(apiSchema.getType('c__Type')).toBeDefined()
  })

  it('must be one', () => {
    expect(() => loadSupergraph('type Query { a: Int }')).toThrow('supergraph')
    expect(() => loadSupergraph('nonsense')).toThrow('Syntax Error')
  })

  it('must not need what is not executed here', () => {
    const sdl = load('type Query { a: Int }').sdl.replace(
      'schema\n',
      'schema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n',
    )
    expect(() => loadSupergraph(sdl)).toThrow(/authenticated/)
  })

  it('is read once, as long as its text is the same', () => {
    const first = load('type Query { a: Int }')
    expect(load('type Query { a: Int }')).toBe(first)
    expect(load('type Query { a: Int b: Int }').apiSdl).toContain('b: Int')
  })

  it('knows @defer in its public schema, and does not print it', () => {
    const { apiSchema, apiSdl } = load('type Query { a: Int }')
    expect(apiSchema.getDirective('defer')).toBeDefined()
    expect(apiSdl).not.toContain('@defer')
  })

  it('keeps inaccessible things out of the public schema, and in the full one', () => {
    const { apiSchema, fullSchema } = load('type Query { a: Int secret: Int @inaccessible }')
    expect([apiSchema, fullSchema].map((schema) => 'secret' in (schema.getQueryType()?.getFields() ?? {}))).toEqual([
      false,
      true,
    ])
  })

  it('tells the fields of keys, by subgraph', () => {
    const supergraph = load(
      'type Query { t: T } type T @key(fields: "id") @key(fields: "a { b } c") { id: ID! a: A! c: ID! d: Int } type A { b: ID! }',
      'type T @key(fields: "id") { id: ID! e: Int }',
    )
    expect([...supergraph.keyFields('s0', 'T')]).toEqual(['id', 'a', 'c'])
    expect([...supergraph.keyFields('s1', 'T')]).toEqual(['id'])
    expect([...supergraph.keyFields('s1', 'A')]).toEqual([])
  })
})

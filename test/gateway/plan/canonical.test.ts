import { buildSchema, parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { toCanonical } from '../../../gateway/plan/canonical.ts'
import { selectOperation } from '../../../gateway/plan/operation.ts'

const schema = buildSchema(`
  directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  directive @own on FIELD
  type Query { me: User node(id: ID!): Node }
  type Mutation { act(n: Int): Int bump: Int }
  interface Node { id: ID! }
  type User implements Node { id: ID! name: String posts(first: Int): [Post] }
  type Post implements Node { id: ID! text: String }`)

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
/** What the planner gets for the operation. */
const canonical = (text: string) => plain(print(toCanonical(selectOperation(parse(text), undefined), schema)))

describe('canonical response names', () => {
  it('leave a plain field as it is', () => {
    expect(canonical('{ me { id name } }')).toBe('{ me { id name } }')
  })

  it('replace an alias', () => {
    expect(canonical('{ me { a: name } }')).toBe('{ me { c__a: name } }')
  })

  it('replace an alias onto another field’s name', () => {
    expect(canonical('{ me { id: name } }')).toBe('{ me { c__id: name } }')
  })

  it('do not replace an alias that is the field’s own name', () => {
    expect(canonical('{ me { name: name } }')).toBe('{ me { name } }')
  })

  it('are given to each field with arguments, even where none is set', () => {
    expect(canonical('{ me { posts { text } } }')).toBe('{ me { c__posts: posts { text } } }')
    expect(canonical('{ me { posts(first: 1) { text } } }')).toBe('{ me { c__posts: posts(first: 1) { text } } }')
  })

  it('are given in fragments too', () => {
    expect(canonical('{ me { ...F } } fragment F on User { a: name ... { b: id } }')).toBe(
      '{ me { ...F } } fragment F on User { c__a: name ... { c__b: id } }',
    )
  })

  it('leave introspection alone', () => {
    expect(canonical('{ t: __typename x: __schema { a: queryType { name } } }')).toBe(
      '{ __typename x: __schema { a: queryType { name } } }',
    )
  })

  it('keep an alias that begins with two underscores from being anything special', () => {
    expect(canonical('{ me { __typename: name } }')).toBe('{ me { c____typename: name } }')
  })
})

describe('the operation for the planner', () => {
  it('asks for the type wherever it is abstract', () => {
    expect(canonical('{ node(id: 1) { id ... on User { name } } }')).toBe(
      '{ c__node: node(id: 1) { __typename id ... on User { name } } }',
    )
  })

  it('asks for the type where nothing is left to ask for', () => {
    const client = selectOperation(parse('{ me { id } }'), undefined)
    const me = client.operation.selectionSet.selections[0]
    const empty = {
      ...client.operation.selectionSet,
      selections: [{ ...me, selectionSet: { kind: 'SelectionSet', selections: [] } }],
    }
    const document = toCanonical(
      { ...client, operation: { ...client.operation, selectionSet: empty as never } },
      schema,
    )
    expect(plain(print(document))).toBe('{ me { __typename } }')
  })

  it('leaves @defer out and keeps other directives', () => {
    expect(canonical('{ me { ... @defer(label: "x") { id } name @own } }')).toBe('{ me { ... { id } name @own } }')
  })

  it('renames variables that the planner uses itself, one to one', () => {
    expect(
      canonical('query ($representations: ID!, $c__representations: ID!) { node(id: $representations) { id } }'),
    ).toBe(
      'query ($c__representations: ID!, $c__c__representations: ID!) { ' +
        'c__node: node(id: $c__representations) { __typename id } }',
    )
  })

  it('has the fields of a mutation in the order in which they run', () => {
    expect(
      canonical('mutation { ... { a: act(n: 1) } bump ... { b: act(n: 2) } ...F } fragment F on Mutation { c: bump }'),
    ).toBe('mutation { c__a: act(n: 1) bump c__b: act(n: 2) c__c: bump } fragment F on Mutation { c__c: bump }')
  })
})

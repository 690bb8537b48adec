import { buildSchema, Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compileReader, type Reading } from '../../../gateway/merge/reader.ts'
import { nodeClass, type TreeNode } from '../../../gateway/merge/tree.ts'

const schema = buildSchema(`
  scalar Any
  enum Mood { GOOD BAD }
  type Query { user: User users: [User] grid: [[Int]] any: Any anys: [Any] found: Found constructor: String }
  type User { id: ID! name: String age: Int size: Float fair: Boolean mood: Mood tags: [String] friend: User }
  type Photo { id: ID! url: String owner: User }
  union Found = User | Photo`)

const Root = nodeClass()

/** Reads answers one after the other into one object, as fetches of this operation would. */
function read(operation: string, ...answers: readonly object[]): { node: TreeNode; misfits: Reading['misfits'] } {
  const [definition] = parse(operation).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
  const parent = schema.getQueryType() ?? undefined
  const reader = compileReader([{ set: definition.selectionSet, parent }], { schema, fragments: new Map() })
  const reading: Reading = { path: [], misfits: [] }
  const node = new Root()
  for (const answer of answers) reader.read(answer, node, reading)
  expect(reading.path).toEqual([])
  return { node, misfits: reading.misfits }
}

const treeOf = (operation: string, ...answers: readonly object[]) => read(operation, ...answers).node

/** Places and messages of what did not fit. */
const misfitsOf = (operation: string, answer: object) =>
  read(operation, answer).misfits.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('what is taken from an answer', () => {
  it('is what was selected, and nothing else', () => {
    expect(treeOf('{ user { id } }', { user: { id: '1', name: 'x', evil: 1 }, users: [], evil: {} })).toEqual({
      user: { id: '1' },
    })
  })

  it('goes under the response name', () => {
    expect(treeOf('{ a: user { b: name } }', { a: { b: 'x', name: 'y' }, user: {} })).toEqual({ a: { b: 'x' } })
  })

  it('is null where it is null, and absent where it is absent', () => {
    expect(treeOf('{ user { id name } grid }', { user: { name: null } })).toEqual({ user: { name: null } })
  })

  it('keeps lists in lists, and null in them', () => {
    expect(treeOf('{ grid users { id } }', { grid: [[1, null], null, []], users: [null, { id: '1' }] })).toEqual({
      grid: [[1, null], null, []],
      users: [null, { id: '1' }],
    })
  })

  it('is drawn from every fragment, as the shape looks at the types', () => {
    const answer = { found: { __typename: 'Photo', id: '1', url: 'u' } }
    expect(treeOf('{ found { __typename ... on User { id name } ... on Photo { id url } } }', answer)).toEqual(answer)
  })

  it('is whatever it is where the scalar is the subgraph’s own', () => {
    const any = { deep: [{ er: 1 }] }
    expect(treeOf('{ any anys }', { any, anys: [1, 'x', any] })).toEqual({ any, anys: [1, 'x', any] })
  })
})

describe('a hostile answer', () => {
  it('cannot reach what objects inherit', () => {
    const answer = JSON.parse(
      '{"user":{"__proto__":{"id":"x","polluted":1},"name":"n"},"__proto__":{"grid":[[9]]}}',
    ) as object
    expect(treeOf('{ user { id name } }', answer)).toEqual({ user: { name: 'n' } })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('has no field that it only inherits', () => {
    expect(treeOf('{ constructor }', {})).toEqual({})
    expect(treeOf('{ constructor }', { constructor: 'own' })).toEqual({ constructor: 'own' })
  })

  it('can be asked for __proto__ by an alias, which is a name like any other', () => {
    const answer = JSON.parse('{"__proto__":{"id":"1"}}') as object
    const { node } = read('{ __proto__: user { id } }', answer)
    expect(Object.keys(node)).toEqual(['__proto__'])
    expect(JSON.stringify(node)).toBe('{"__proto__":{"id":"1"}}')
  })

  it('is null where it has another shape', () => {
    expect(treeOf('{ user { id } users { id } grid }', { user: [{ id: '1' }], users: { id: '1' }, grid: [1] })).toEqual(
      {
        user: null,
        users: null,
        grid: [null],
      },
    )
  })

  it.each([
    ['{ user { id } }', { user: [] }, 'user: must hold an object here, but got: a list'],
    ['{ user { id } }', { user: 'x' }, 'user: must hold an object here, but got: a string'],
    ['{ users { id } }', { users: {} }, 'users: must hold a list here, but got: an object'],
    ['{ users { id } }', { users: [{ id: '1' }, 7] }, 'users.1: must hold an object here, but got: a number'],
    ['{ grid }', { grid: [[1, '2']] }, 'grid.0.1: must hold a value of Int here, but got: a string'],
    ['{ user { a: age } }', { user: { a: 1.5 } }, 'user.a: must hold a value of Int here, but got: a number'],
    ['{ user { age } }', { user: { age: 2 ** 31 } }, 'user.age: must hold a value of Int here, but got: a number'],
    ['{ user { size } }', { user: { size: true } }, 'user.size: must hold a value of Float here, but got: a boolean'],
    [
      '{ user { fair } }',
      { user: { fair: 'true' } },
      'user.fair: must hold a value of Boolean here, but got: a string',
    ],
    ['{ user { name } }', { user: { name: {} } }, 'user.name: must hold a value of String here, but got: an object'],
    ['{ user { id } }', { user: { id: 1.5 } }, 'user.id: must hold a value of ID here, but got: a number'],
    ['{ user { mood } }', { user: { mood: 'SAD' } }, 'user.mood: must hold a value of Mood here, but got: a string'],
    ['{ user { tags } }', { user: { tags: 'x' } }, 'user.tags: must hold a list here, but got: a string'],
  ])('%s is told what did not fit', (operation, answer, message) => {
    expect(misfitsOf(operation, answer)).toEqual([message])
  })

  it('is read as deep as the operation, however deep it is', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(misfitsOf('{ user { id } grid }', JSON.parse(`{"user":${deep},"grid":${deep}}`) as object)).toEqual([
      'user: must hold an object here, but got: a list',
      'grid.0.0: must hold a value of Int here, but got: a list',
    ])
  })

  it('takes numeric ids: servers exist that answer them', () => {
    expect(treeOf('{ user { id } }', { user: { id: 7 } })).toEqual({ user: { id: 7 } })
  })
})

describe('answers for one place', () => {
  it('are united field by field, in any order', () => {
    const [one, other] = [{ user: { id: '1', friend: { id: '2' } } }, { user: { name: 'x', friend: { age: 3 } } }]
    const all = { user: { id: '1', name: 'x', friend: { id: '2', age: 3 } } }
    const operation = '{ user { id name friend { id age } } }'
    expect(treeOf(operation, one, other)).toEqual(all)
    expect(treeOf(operation, other, one)).toEqual(all)
  })

  it('are united element by element in lists of one length, else the first stands', () => {
    const operation = '{ users { id name } }'
    expect(treeOf(operation, { users: [{ id: '1' }, null] }, { users: [{ name: 'x' }, { id: '2' }] })).toEqual({
      users: [{ id: '1', name: 'x' }, { id: '2' }],
    })
    expect(treeOf(operation, { users: [{ id: '1' }] }, { users: [] })).toEqual({ users: [{ id: '1' }] })
  })

  it('give way to each other where they are null', () => {
    expect(treeOf('{ user { id } }', { user: null }, { user: { id: '1' } })).toEqual({ user: { id: '1' } })
    expect(treeOf('{ user { id } }', { user: { id: '1' } }, { user: null })).toEqual({ user: { id: '1' } })
  })

  it('cannot turn an object into one of another type', () => {
    const operation = '{ found { __typename } }'
    const answers = ['User', 'Photo'].map((__typename) => ({ found: { __typename } }))
    expect(treeOf(operation, ...answers)).toEqual({ found: { __typename: 'User' } })
  })

  it('say better what type an object has than an interface’s name does', () => {
    const operation = '{ found { __typename } }'
    const answers = ['Found', 'Photo', 'Found'].map((__typename) => ({ found: { __typename } }))
    expect(treeOf(operation, ...answers)).toEqual({ found: { __typename: 'Photo' } })
  })
})

it('a field that the supergraph does not have is a mistake of the plan', () => {
  expect(() => read('{ user { nothing } }')).toThrow(
    'The plan selects User.nothing, which the supergraph does not have.',
  )
})

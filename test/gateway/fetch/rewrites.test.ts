import type { FetchDataRewrite } from '@apollo/query-planner'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { compileRewrites } from '../../../gateway/fetch/rewrites.ts'
import { nodeClass, type TreeNode } from '../../../gateway/merge/tree.ts'

const schema = buildSchema(`
  type Query { a: A } interface I { id: ID } type A implements I { id: ID } type B implements I { id: ID } union U = A`)

const Node = nodeClass()
const node = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(node)
  return typeof value === 'object' && value !== null
    ? Object.assign(new Node(), Object.fromEntries(Object.entries(value).map(([name, field]) => [name, node(field)])))
    : value
}

function rewritten(value: object, ...rewrites: FetchDataRewrite[]): unknown {
  const tree = node(value) as TreeNode
  compileRewrites(rewrites, schema)?.(tree)
  return JSON.parse(JSON.stringify(tree))
}

const set = (setValueTo: unknown, ...path: string[]): FetchDataRewrite => ({ kind: 'ValueSetter', path, setValueTo })
const rename = (renameKeyTo: string, ...path: string[]): FetchDataRewrite => ({ kind: 'KeyRenamer', path, renameKeyTo })

it('a setter sets, also what is not there', () => {
  expect(rewritten({ __typename: 'A' }, set('I', '__typename'))).toEqual({ __typename: 'I' })
  expect(rewritten({}, set(1, 'x'))).toEqual({ x: 1 })
})

it('a renamer moves what is there, null too', () => {
  expect(rewritten({ x: 1 }, rename('y', 'x'))).toEqual({ y: 1 })
  expect(rewritten({ x: null }, rename('y', 'x'))).toEqual({ y: null })
  expect(rewritten({ y: 2 }, rename('y', 'x'))).toEqual({ y: 2 })
})

it('a condition is met by the type, an interface or a union of it, and by an object that does not say', () => {
  const met = (typeName: string | undefined, condition: string) =>
    JSON.stringify(rewritten({ __typename: typeName }, set(1, `... on ${condition}`, 'x'))).includes('"x":1')
  expect([met('A', 'A'), met('A', 'I'), met('A', 'U'), met(undefined, 'A')]).toEqual([true, true, true, true])
  expect([met('B', 'A'), met('B', 'U'), met('Nothing', 'I'), met('A', 'Nothing')]).toEqual([false, false, false, false])
  expect(met('I', 'I')).toBe(true)
})

it('a path goes through objects and lists, however deep', () => {
  const value = { l: [[{ __typename: 'A', o: { x: 1 } }, null], [{ __typename: 'B', o: { x: 2 } }]] }
  expect(rewritten(value, rename('y', 'l', '... on A', 'o', 'x'))).toEqual({
    l: [[{ __typename: 'A', o: { y: 1 } }, null], [{ __typename: 'B', o: { x: 2 } }]],
  })
})

it('several run one after the other', () => {
  expect(rewritten({ x: 1 }, rename('y', 'x'), set(2, 'x'))).toEqual({ x: 2, y: 1 })
})

it('none is nothing to do', () => {
  expect(compileRewrites([], schema)).toBeUndefined()
  expect(compileRewrites(undefined, schema)).toBeUndefined()
})

it('must end in a field', () => {
  expect(() => compileRewrites([set(1, '... on A')], schema)).toThrow(
    'A rewrite must end in a field, but got: ... on A',
  )
})

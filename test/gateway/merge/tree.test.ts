import { expect, it } from 'vitest'
import { isNode, nodeClass } from '../../../gateway/merge/tree.ts'

const Node = nodeClass()

it('an object of the tree inherits nothing', () => {
  const node = new Node()
  expect('constructor' in node || 'toString' in node || '__proto__' in node).toBe(false)
})

it('names of what others inherit are plain names, and JSON shows them', () => {
  const node = new Node()
  for (const name of ['__proto__', 'constructor', 'toJSON']) node[name] = name
  expect(JSON.stringify(node)).toBe('{"__proto__":"__proto__","constructor":"constructor","toJSON":"toJSON"}')
})

it('is told from lists and from values of custom scalars', () => {
  expect([new Node(), new (nodeClass())()].map(isNode)).toEqual([true, true])
  expect([{}, [], null, undefined, 'x', Object.create(null)].map(isNode)).toEqual(Array(6).fill(false))
})

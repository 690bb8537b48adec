import { expect, it } from 'vitest'
import { commonPlace, nodesAt, placesAt } from '../../../gateway/merge/places.ts'
import { nodeClass, type TreeNode } from '../../../gateway/merge/tree.ts'

const Node = nodeClass()

/** A tree of the answer from plain values; `leaf` stays as it is. */
function tree(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tree)
  if (typeof value !== 'object' || value === null) return value
  const node = new Node()
  for (const [name, field] of Object.entries(value)) node[name] = tree(field)
  return node
}

const root = tree({
  me: {
    id: 1,
    friends: [{ id: 2, pet: { id: 3 } }, null, { id: 4, pet: null }],
    grid: [[{ id: 5 }], null, [{ id: 6 }]],
  },
  none: null,
}) as TreeNode
const idsAt = (...path: string[]) => nodesAt(root, path).map((node) => node['id'])

it('finds the objects of a path in order, without what is null or absent', () => {
  expect(idsAt('me')).toEqual([1])
  expect(idsAt('me', 'friends', '@')).toEqual([2, 4])
  expect(idsAt('me', 'friends', '@', 'pet')).toEqual([3])
  expect(idsAt('me', 'grid', '@', '@')).toEqual([5, 6])
  expect(idsAt('none', 'x')).toEqual([])
  expect(idsAt('absent')).toEqual([])
  expect(nodesAt(root, [])).toEqual([root])
})

it('tells the place of each', () => {
  const places = placesAt(root, ['me', 'grid', '@', '@'])
  expect([...places].map(([node, place]) => [node['id'], place])).toEqual([
    [5, ['me', 'grid', 0, 0]],
    [6, ['me', 'grid', 2, 0]],
  ])
})

it('tells what places have in common', () => {
  expect(
    commonPlace([
      ['a', 0, 'b'],
      ['a', 1, 'b'],
    ]),
  ).toEqual(['a'])
  expect(commonPlace([['a', 0, 'b']])).toEqual(['a', 0, 'b'])
  expect(commonPlace([['a'], ['b']])).toEqual([])
  expect(commonPlace([])).toBeUndefined()
})

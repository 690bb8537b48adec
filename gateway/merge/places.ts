import { isNode, type TreeNode } from './tree.ts'

/** Where a fetch attaches: response names of the plan, and `@` for every element of a list. */
export type PlanPath = readonly string[]

/** Where something stands in one answer: names and indices. */
export type Place = readonly (string | number)[]

const EVERY = '@'

/** The objects at a path, in the order of the answer; those that are null or absent left out. */
export function nodesAt(root: TreeNode, path: PlanPath): TreeNode[] {
  const nodes: TreeNode[] = []
  gather(root, path, 0, nodes)
  return nodes
}

function gather(value: unknown, path: PlanPath, depth: number, nodes: TreeNode[]): void {
  if (Array.isArray(value)) {
    const next = path[depth] === EVERY ? depth + 1 : depth
    for (const element of value) gather(element, path, next, nodes)
  } else if (isNode(value)) {
    const name = path[depth]
    if (name === undefined) nodes.push(value)
    else gather(value[name], path, depth + 1, nodes)
  }
}

/** The same objects with their places; slower, for errors alone. */
export function placesAt(root: TreeNode, path: PlanPath): Map<TreeNode, Place> {
  const places = new Map<TreeNode, Place>()
  const here: (string | number)[] = []
  const find = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      const next = path[depth] === EVERY ? depth + 1 : depth
      for (const [index, element] of value.entries()) {
        here.push(index)
        find(element, next)
        here.pop()
      }
    } else if (isNode(value)) {
      const name = path[depth]
      if (name === undefined) {
        places.set(value, [...here])
        return
      }
      here.push(name)
      find(value[name], depth + 1)
      here.pop()
    }
  }
  find(root, 0)
  return places
}

/** The longest beginning that all of these places share; undefined where they share nothing. */
export function commonPlace(places: readonly Place[]): Place | undefined {
  const [first, ...others] = places
  if (!first) return undefined
  let length = first.length
  for (const other of others) {
    let shared = 0
    while (shared < length && other[shared] === first[shared]) shared++
    length = shared
  }
  return first.slice(0, length)
}

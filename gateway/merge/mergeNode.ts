import { isNode, type TreeNode } from './tree.ts'

/** Unites two objects of the tree, by the rules of `Reader`: what `into` has stands, null gives way. */
export function mergeNode(node: TreeNode, into: TreeNode): void {
  for (const name of Object.keys(node)) into[name] = united(into[name], node[name])
}

function united(known: unknown, given: unknown): unknown {
  if (known === undefined || known === null) return given ?? known
  if (isNode(known) && isNode(given)) mergeNode(given, known)
  if (Array.isArray(known) && Array.isArray(given) && known.length === given.length) {
    for (const [index, element] of given.entries()) known[index] = united(known[index], element)
  }
  return known
}

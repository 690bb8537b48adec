/** One object of the merged answer, under the plan's response names; has no prototype to collide with. */
export interface TreeNode {
  [name: string]: unknown
}

const NOTHING = Object.freeze(Object.create(null) as object)

/**
 * A class of objects without `Object.prototype` behind them: `__proto__`, `constructor` and the like are plain names
 * there. Unlike `Object.create(null)`, which V8 keeps as a hash table, its objects are as fast as any. One class for
 * each place that makes objects, so that the objects of one place share their hidden class.
 */
export function nodeClass(): new () => TreeNode {
  function Node(): void {}
  // oxlint-disable-next-line typescript/no-unsafe-member-access -- a function's prototype is `any`
  Node.prototype = Object.create(NOTHING) as object
  return Node as unknown as new () => TreeNode
}

/** Whether this is an object of the tree, and not the value of a custom scalar or a list. */
export function isNode(value: unknown): value is TreeNode {
  return value instanceof AnyNode
}

/** `instanceof` for all the classes above: they have `NOTHING` in their chain of prototypes, and nothing else has. */
function AnyNode(): void {}
Object.defineProperty(AnyNode, 'prototype', { value: NOTHING })

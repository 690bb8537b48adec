import type { FetchDataRewrite } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { isNode, type TreeNode } from '../merge/tree.ts'
import { meetsCondition } from './typeTable.ts'

const FRAGMENT = '... on '

/** Changes an object of the tree, or a representation, in place. */
export type Rewrite = (node: TreeNode) => void

/**
 * Compiles what the planner wants changed in representations before they are sent (an interface's name as `__typename`
 * for a subgraph that sees the interface as an object), or in answers before they are merged (names given to fields that
 * could not share one).
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  schema: GraphQLSchema,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, schema))
  return (node) => {
    for (const rewrite of compiled) rewrite(node)
  }
}

function compileRewrite(rewrite: FetchDataRewrite, schema: GraphQLSchema): Rewrite {
  const field = rewrite.path.at(-1)
  if (field === undefined || field.startsWith(FRAGMENT)) {
    throw new Error(`A rewrite must end in a field, but got: ${rewrite.path.join('.')}`)
  }
  const change =
    rewrite.kind === 'ValueSetter' ? setter(field, rewrite.setValueTo) : renamer(field, rewrite.renameKeyTo)
  return rewrite.path.slice(0, -1).reduceRight((inner, step) => within(step, inner, schema), change)
}

function setter(field: string, value: unknown): Rewrite {
  return (node) => {
    node[field] = value
  }
}

function renamer(from: string, to: string): Rewrite {
  return (node) => {
    const value = node[from]
    if (value === undefined) return
    node[to] = value
    delete node[from]
  }
}

function within(step: string, inner: Rewrite, schema: GraphQLSchema): Rewrite {
  if (!step.startsWith(FRAGMENT)) return (node) => eachNode(node[step], inner)
  const condition = step.slice(FRAGMENT.length)
  return (node) => {
    const typeName = node['__typename']
    // As the planner means it: an object that does not say its type is of the only type it can be.
    if (typeof typeName !== 'string' || meetsCondition(schema, typeName, condition)) inner(node)
  }
}

function eachNode(value: unknown, change: Rewrite): void {
  if (Array.isArray(value)) for (const element of value) eachNode(element, change)
  else if (isNode(value)) change(value)
}

import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import { getNamedType, isInterfaceType, isNonNullType, isObjectType } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'
import type { Consent } from '../consent/inputs.ts'
import { isNode, nodeClass, type TreeNode } from '../merge/tree.ts'
import type { LoadedSupergraph } from '../plan/supergraph.ts'
import type { Rewrite } from './rewrites.ts'
import { meetsCondition } from './typeTable.ts'

/** What is sent as `representations`, and to which objects of the tree each answer belongs. */
export interface Batch {
  /** Each different one once. */
  readonly representations: readonly TreeNode[]
  /** For each representation the objects that it stands for, at least one. */
  readonly targets: readonly (readonly TreeNode[])[]
}

export interface RepresentationOptions {
  readonly requires: readonly QueryPlanSelectionNode[]
  readonly subgraph: string
  readonly supergraph: LoadedSupergraph
  readonly rewrite: Rewrite | undefined
  /** Absent where no data is consented data. */
  readonly consent?: Consent | undefined
}

/**
 * Compiles the `requires` of an entity fetch. Equal representations become one. An object without its type name or
 * without a key field gets none. A nullable input of `@requires` that is absent, as its own fetch failed, is sent as
 * null (stock leaves the object out, so that the field that needs it is null although its subgraph could have answered);
 * an absent one inside another object makes that object null. Null where the type does not allow it counts as absent.
 * An input of consented data that is not whole, or past its `validUntil`, goes as null.
 */
export function compileRepresentations(options: RepresentationOptions): (nodes: readonly TreeNode[]) => Batch {
  const selections = new Map<string, SelectFields | undefined>()
  const represent = (node: TreeNode): TreeNode | undefined => {
    const typeName = node['__typename']
    if (typeof typeName !== 'string') return undefined
    if (!selections.has(typeName)) selections.set(typeName, compileType(typeName, options))
    const representation = selections.get(typeName)?.(node)
    if (representation) options.rewrite?.(representation)
    return representation
  }
  return (nodes) => toBatch(nodes, represent)
}

function toBatch(nodes: readonly TreeNode[], represent: (node: TreeNode) => TreeNode | undefined): Batch {
  const representations: TreeNode[] = []
  const targets: TreeNode[][] = []
  const known = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    const representation = represent(node)
    if (!representation) continue
    const identity = nodes.length === 1 ? '' : identityOf(representation)
    const same = known.get(identity)
    if (same) {
      same.push(node)
      continue
    }
    const target = [node]
    known.set(identity, target)
    representations.push(representation)
    targets.push(target)
  }
  return { representations, targets }
}

/** Equal for equal representations of one fetch, and only for them. */
function identityOf(representation: TreeNode): string {
  let identity = ''
  for (const name in representation) {
    const value = representation[name]
    // The names need no part in it: they follow from the type, which is among the values. Lengths keep values apart.
    identity += typeof value === 'string' ? `"${value.length}:${value}` : `|${JSON.stringify(value)}`
  }
  return identity
}

/** Answers the selected fields of an object; undefined when one is missing that must not be. */
type SelectFields = (node: TreeNode) => TreeNode | undefined

interface Selected {
  readonly name: string
  /** Undefined for scalars and enums. */
  readonly fields: SelectFields | undefined
  /** Whether null is as good as nothing: what must not be null is not sent as null. */
  readonly nonNull: boolean
  /** Whether null stands for the field where it is absent. */
  readonly nullWhenAbsent: boolean
  /** Whether the value may be sent now, where that depends on the time; null goes in its place. */
  readonly holds?: ((value: unknown) => boolean) | undefined
}

function compileType(typeName: string, options: RepresentationOptions): SelectFields | undefined {
  const { consent } = options
  const { fullSchema } = options.supergraph
  const fields = selectedBy(options.requires, typeName, fullSchema)
  if (fields.size === 0) return undefined
  const keys = options.supergraph.keyFields(options.subgraph, typeName)
  const selected = [...fields].map(([name, selections]) => {
    const field = compileField(name, selections, fullSchema.getType(typeName), fullSchema)
    // That an input is whole needs no look here: one that lacks a field is null, as any object is.
    const holds = consent?.rules.roads.get(typeName)?.has(name) ? consent.isOfNow : undefined
    return { ...field, nullWhenAbsent: !keys.has(name) && !field.nonNull, holds }
  })
  return selectFields(selected)
}

/** The fields that these selections select of an object of this type, by name; each with its own selections. */
function selectedBy(
  selections: readonly QueryPlanSelectionNode[],
  typeName: string | undefined,
  schema: GraphQLSchema,
  found = new Map<string, QueryPlanSelectionNode[] | undefined>(),
): Map<string, QueryPlanSelectionNode[] | undefined> {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name
      const known = found.get(name)
      found.set(name, selection.selections ? [...(known ?? []), ...selection.selections] : known)
    } else if (!selection.typeCondition) {
      selectedBy(selection.selections, typeName, schema, found)
    } else if (typeName !== undefined && meetsCondition(schema, typeName, selection.typeCondition)) {
      selectedBy(selection.selections, typeName, schema, found)
    }
  }
  return found
}

function compileField(
  name: string,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  parent: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): Selected {
  const type = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined
  const declared = type && getNamedType(type)
  return {
    name,
    fields: selections && nestedFields(selections, declared, schema),
    nonNull: name === '__typename' || (type !== undefined && isNonNullType(type)),
    nullWhenAbsent: false,
  }
}

function nestedFields(
  selections: readonly QueryPlanSelectionNode[],
  declared: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): SelectFields {
  const byType = new Map<string | undefined, SelectFields>()
  return (node) => {
    const given = node['__typename']
    const typeName = typeof given === 'string' ? given : declared?.name
    let select = byType.get(typeName)
    if (!select) {
      const type = typeName === undefined ? declared : schema.getType(typeName)
      const fields = selectedBy(selections, typeName, schema)
      select = selectFields([...fields].map(([name, nested]) => compileField(name, nested, type, schema)))
      byType.set(typeName, select)
    }
    return select(node)
  }
}

function selectFields(selected: readonly Selected[]): SelectFields {
  const Representation = nodeClass()
  return (node) => {
    const representation = new Representation()
    for (const { name, fields, nonNull, nullWhenAbsent, holds } of selected) {
      const given = holds && !holds(node[name]) ? null : node[name]
      const value = fields && given !== undefined && given !== null ? selectValue(given, fields) : given
      if (value === undefined && nullWhenAbsent) representation[name] = null
      else if (value === undefined || (value === null && nonNull)) return undefined
      else representation[name] = value
    }
    return representation
  }
}

function selectValue(value: unknown, fields: SelectFields): unknown {
  if (Array.isArray(value)) return value.map((element) => selectValue(element, fields))
  return isNode(value) ? (fields(value) ?? null) : null
}

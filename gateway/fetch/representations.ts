import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import { getNamedType, isInterfaceType, isNonNullType, isObjectType } from 'graphql'
import type { GraphQLOutputType, GraphQLSchema } from 'graphql'
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
 * an absent one inside another object makes that object null. So does, in an input of consented data, a null where the
 * schema has none, and its end: what is past its `validUntil` goes as null.
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

/** Answers the selected fields of an object; undefined when one is absent that must not be. */
type SelectFields = (node: TreeNode) => TreeNode | undefined

interface Selected {
  readonly name: string
  /** Undefined for scalars and enums. */
  readonly fields?: SelectFields
  /** Whether null stands for the field where it is absent. */
  readonly nullWhenAbsent: boolean
  /** Whether the value may be sent now, where that depends on the time; null goes in its place. */
  readonly holds?: ((value: unknown) => boolean) | undefined
}

function compileType(typeName: string, options: RepresentationOptions): SelectFields | undefined {
  const { supergraph, subgraph, consent } = options
  const fields = selectedBy(options.requires, typeName, supergraph.fullSchema)
  if (fields.size === 0) return undefined
  const keys = supergraph.keyFields(subgraph, typeName)
  const selected = [...fields].map(([name, selections]) => ({
    ...compileField(name, selections, supergraph.fullSchema),
    nullWhenAbsent: !keys.has(name) && isNullable(supergraph.fullSchema, typeName, name),
    holds: consent?.rules.roads.get(typeName)?.has(name)
      ? inputCheck(selections ?? [], fieldType(supergraph.fullSchema, typeName, name), supergraph.fullSchema, consent)
      : undefined,
  }))
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
  schema: GraphQLSchema,
): Selected {
  if (!selections) return { name, nullWhenAbsent: false }
  return { name, fields: nestedFields(selections, schema), nullWhenAbsent: false }
}

function nestedFields(selections: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): SelectFields {
  const byType = new Map<string | undefined, SelectFields>()
  return (node) => {
    const given = node['__typename']
    const typeName = typeof given === 'string' ? given : undefined
    let select = byType.get(typeName)
    if (!select) {
      const fields = selectedBy(selections, typeName, schema)
      select = selectFields([...fields].map(([name, nested]) => compileField(name, nested, schema)))
      byType.set(typeName, select)
    }
    return select(node)
  }
}

function selectFields(selected: readonly Selected[]): SelectFields {
  const Representation = nodeClass()
  return (node) => {
    const representation = new Representation()
    for (const field of selected) {
      const value = node[field.name]
      if (field.holds && !field.holds(value)) representation[field.name] = null
      else if (value !== undefined) representation[field.name] = field.fields ? selectValue(value, field.fields) : value
      else if (field.nullWhenAbsent) representation[field.name] = null
      else return undefined
    }
    return representation
  }
}

function selectValue(value: unknown, fields: SelectFields): unknown {
  if (Array.isArray(value)) return value.map((element) => selectValue(element, fields))
  return isNode(value) ? (fields(value) ?? null) : null
}

/** Whether an input of consented data may be sent: it is of now, and whole. */
function inputCheck(
  selections: readonly QueryPlanSelectionNode[],
  type: GraphQLOutputType | undefined,
  schema: GraphQLSchema,
  { isOfNow }: Consent,
): (value: unknown) => boolean {
  const consented = type && getNamedType(type)
  const fields = isObjectType(consented) ? consented.getFields() : {}
  const needed = [...selectedBy(selections, consented?.name, schema).keys()].filter((name) => {
    const field = fields[name]
    return field !== undefined && isNonNullType(field.type)
  })
  return (value) => isOfNow(value) && needed.every((name) => ((value as TreeNode)[name] ?? null) !== null)
}

function isNullable(schema: GraphQLSchema, typeName: string, fieldName: string): boolean {
  const type = fieldType(schema, typeName, fieldName)
  return type !== undefined && !isNonNullType(type)
}

function fieldType(schema: GraphQLSchema, typeName: string, fieldName: string): GraphQLOutputType | undefined {
  const type = schema.getType(typeName)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName]?.type : undefined
}

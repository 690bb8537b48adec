import type { FetchNode, FlattenNode, PlanNode, QueryPlan } from '@apollo/query-planner'
import { getNamedType, isCompositeType, isInterfaceType, isObjectType, Kind, parse } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql'

/** A fetch, and where in the answer its own goes: response names, lists (`@`) left out. */
export interface PlacedFetch {
  readonly node: FetchNode
  readonly path: readonly string[]
}

/** Every fetch of a plan, whatever it waits for or depends on. */
export function fetchesOf({ node }: QueryPlan): readonly PlacedFetch[] {
  if (!node) return []
  if (node.kind === 'Subscription')
    return [{ node: node.primary, path: [] }, ...(node.rest ? below(node.rest, []) : [])]
  return below(node, [])
}

function below(node: PlanNode, path: readonly string[]): readonly PlacedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ node, path }]
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => below(child, path))
    case 'Flatten':
      return below(node.node, [...path, ...placeOf(node)])
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) => (child ? below(child, path) : []))
    case 'Defer':
      return [node.primary, ...node.deferred].flatMap((part) => (part.node ? below(part.node, path) : []))
  }
}

/** Response names, lists left out. */
export function placeOf({ path }: FlattenNode): readonly string[] {
  return path.map(String).filter((element) => element !== '@')
}

/** A field that a fetch asks its subgraph, fragments flattened. */
export interface AskedField {
  /** The type that it is asked of, an object or an interface. */
  readonly parent: string
  readonly name: string
  readonly responseName: string
  /** The type that it answers, without list and non-null. */
  readonly type: string
  /** Where its value goes in the whole answer. */
  readonly path: readonly string[]
  /** How many fields stand above it in this fetch; 0 for those of the entities, or of the root. */
  readonly depth: number
  /** Names of the fields that are asked of its value. */
  readonly leaves: readonly string[]
}

/** All fields of a fetch's operation. `schema` has what is hidden from clients, too. */
export function askedFields({ node, path }: PlacedFetch, schema: GraphQLSchema): readonly AskedField[] {
  const operation = operationOf(node)
  const isEntities = node.requires !== undefined
  const root = schema.getRootType(operation.operation)
  const sets = isEntities ? entitySets(operation) : [operation.selectionSet]
  return sets.flatMap((set) => fieldsIn(set, { parent: isEntities ? undefined : root?.name, path, depth: 0, schema }))
}

/** A plan's fetch is one operation, without fragments that have names. */
export function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const [definition] = parse(operation, { noLocation: true }).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch of a plan must be one operation.')
  return definition
}

/** What is asked of the entities themselves. */
function entitySets({ selectionSet }: OperationDefinitionNode): readonly SelectionSetNode[] {
  return selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.name.value === '_entities' && selection.selectionSet
      ? [selection.selectionSet]
      : [],
  )
}

interface Within {
  readonly parent: string | undefined
  readonly path: readonly string[]
  readonly depth: number
  readonly schema: GraphQLSchema
}

function fieldsIn(set: SelectionSetNode, within: Within): readonly AskedField[] {
  return set.selections.flatMap((selection): readonly AskedField[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('Plans hold no named fragments.')
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return fieldsIn(selection.selectionSet, {
        ...within,
        parent: selection.typeCondition?.name.value ?? within.parent,
      })
    }
    const { parent = '', path, depth, schema } = within
    const name = selection.name.value
    const responseName = selection.alias?.value ?? name
    const type = typeOf(schema.getType(parent), name)
    const at = [...path, responseName]
    const inner = selection.selectionSet
    const leaves = inner ? fieldsIn(inner, { parent: type, path: at, depth: depth + 1, schema }) : []
    const asked = leaves.filter((leaf) => leaf.depth === depth + 1).map((leaf) => leaf.name)
    return [{ parent, name, responseName, type, path: at, depth, leaves: asked }, ...leaves]
  })
}

/** Of `__typename`, and of what the schema does not know: nothing that holds data. */
function typeOf(parent: GraphQLNamedType | undefined, field: string): string {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return ''
  const type = getNamedType(parent.getFields()[field]?.type)
  return type !== undefined && isCompositeType(type) ? type.name : ''
}

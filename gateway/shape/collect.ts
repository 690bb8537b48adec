import { isAbstractType, Kind } from 'graphql'
import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql'

/** What collecting depends on, besides the selections. */
export interface CollectOptions {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** The fields that were asked of an object, by the client's names, in the client's order. */
export type CollectedFields = Map<string, FieldNode[]>

/**
 * `CollectFields` of the GraphQL specification (section 6.3.2), done once for each type instead of for each object:
 * `@skip` and `@include` were resolved before.
 */
export function collectFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  options: CollectOptions,
): CollectedFields {
  const fields: CollectedFields = new Map()
  const visited = new Set<string>()
  for (const set of sets) visit(set, type, options, fields, visited)
  return fields
}

function visit(
  set: SelectionSetNode,
  type: GraphQLObjectType,
  options: CollectOptions,
  fields: CollectedFields,
  visited: Set<string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value
      const known = fields.get(name)
      if (known) known.push(selection)
      else fields.set(name, [selection])
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : spread(selection.name.value, options, visited)
    if (!fragment || !applies(fragment.typeCondition?.name.value, type, options.schema)) continue
    visit(fragment.selectionSet, type, options, fields, visited)
  }
}

function spread(name: string, { fragments }: CollectOptions, visited: Set<string>): FragmentDefinitionNode | undefined {
  if (visited.has(name)) return undefined
  visited.add(name)
  return fragments.get(name)
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true
  const abstract = schema.getType(condition)
  return isAbstractType(abstract) && schema.isSubType(abstract, type)
}

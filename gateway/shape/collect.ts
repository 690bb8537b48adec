import { isAbstractType, Kind } from 'graphql'
import type {
  DirectiveNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'

/** The value of a variable of `@skip` or `@include`, by the client's name. */
export type Condition = (variable: string) => boolean

/** What collecting depends on, besides the selections. */
export interface CollectOptions {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly condition: Condition
}

/** The fields that were asked of an object, by the client's names, in the client's order. */
export type CollectedFields = Map<string, FieldNode[]>

/**
 * `CollectFields` of the GraphQL specification (section 6.3.2), done once for each type and each choice of conditions
 * instead of for each object.
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
    if (!isIncluded(selection, options)) continue
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

function isIncluded(selection: SelectionNode, { condition }: CollectOptions): boolean {
  for (const directive of selection.directives ?? []) {
    if (directive.name.value === 'skip' && holds(directive, condition)) return false
    if (directive.name.value === 'include' && !holds(directive, condition)) return false
  }
  return true
}

function holds(directive: DirectiveNode, condition: Condition): boolean {
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
  if (value?.kind === Kind.VARIABLE) return condition(value.name.value)
  return value?.kind === Kind.BOOLEAN && value.value
}

import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql'
import type {
  ASTNode,
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { collectFields } from '../shape/collect.ts'
import { plannedVariable, reservedName } from './reservedNames.ts'

/** The operation and the fragments of its document, as the client wrote them. */
export interface ClientOperation {
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/**
 * The same operation under canonical response names (`reservedNames.ts`), for the planner alone: the client's names come
 * back when the answer is shaped. Also asks for `__typename` wherever a type is abstract, and leaves `@defer` out, which
 * is accepted and ignored. Expects a validated operation.
 */
export function toCanonical(client: ClientOperation, schema: GraphQLSchema): DocumentNode {
  const { operation, fragments } = client
  const rename = (set: SelectionSetNode, parent: GraphQLNamedType | undefined | null) =>
    canonicalSelectionSet(set, parent, schema)
  const rootType = schema.getRootType(operation.operation)
  const root = operation.operation === OperationTypeNode.MUTATION ? inOrder(client, schema) : operation.selectionSet
  const canonicalOperation: OperationDefinitionNode = { ...operation, selectionSet: rename(root, rootType) }
  const canonicalFragments = [...fragments.values()].map((fragment) => ({
    ...fragment,
    selectionSet: rename(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)),
  }))
  return withPlannedVariables({ kind: Kind.DOCUMENT, definitions: [canonicalOperation, ...canonicalFragments] })
}

/**
 * Mutations run in the order in which the client wrote them. The planner draws selections of the same kind together,
 * fragments for one, and the order with them: so it gets the fields alone, in the order of the specification.
 */
function inOrder({ operation, fragments }: ClientOperation, schema: GraphQLSchema): SelectionSetNode {
  const type = schema.getMutationType()
  if (!type) return operation.selectionSet
  const fields = collectFields([operation.selectionSet], type, { schema, fragments })
  return { kind: Kind.SELECTION_SET, selections: [...fields.values()].flat() }
}

function canonicalSelectionSet(
  set: SelectionSetNode,
  parent: GraphQLNamedType | undefined | null,
  schema: GraphQLSchema,
): SelectionSetNode {
  const selections = set.selections.map((selection) => canonicalSelection(selection, parent, schema))
  // A subgraph may see one object type where the graph has an interface, and would then not be asked which it is. And
  // where conditions left nothing to ask for, whether there is an object at all still has to be known.
  const typename = isAbstractType(parent) || selections.length === 0 ? [TYPENAME] : []
  return { kind: Kind.SELECTION_SET, selections: [...typename, ...selections] }
}

function canonicalSelection(
  selection: SelectionNode,
  parent: GraphQLNamedType | undefined | null,
  schema: GraphQLSchema,
): SelectionNode {
  const directives = withoutDefer(selection.directives)
  if (selection.kind === Kind.FRAGMENT_SPREAD) return { ...selection, directives }
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const type = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent
    return { ...selection, directives, selectionSet: canonicalSelectionSet(selection.selectionSet, type, schema) }
  }
  return canonicalField({ ...selection, directives }, parent, schema)
}

function canonicalField(
  field: FieldNode,
  parent: GraphQLNamedType | undefined | null,
  schema: GraphQLSchema,
): FieldNode {
  const { alias, ...plain } = field
  if (field.name.value === '__typename') return plain
  const definition = definitionOf(field, parent)
  // `__schema` and `__type`: the planner leaves them out, no subgraph answers them.
  if (!definition) return field
  const type = getNamedType(definition.type)
  const rest =
    field.selectionSet && isCompositeType(type)
      ? { ...plain, selectionSet: canonicalSelectionSet(field.selectionSet, type, schema) }
      : plain
  const responseName = alias?.value ?? field.name.value
  if (responseName === field.name.value && definition.args.length === 0) return rest
  return { ...rest, alias: { kind: Kind.NAME, value: reservedName(responseName) } }
}

function definitionOf(
  field: FieldNode,
  parent: GraphQLNamedType | undefined | null,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined
}

function withoutDefer(directives: readonly DirectiveNode[] | undefined): readonly DirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value !== 'defer')
}

function withPlannedVariables<Node extends ASTNode>(node: Node): Node {
  return visit(node, {
    Variable: (variable) => ({
      ...variable,
      name: { ...variable.name, value: plannedVariable(variable.name.value) },
    }),
  })
}

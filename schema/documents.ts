import {
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type SchemaDefinitionNode,
  type SchemaExtensionNode,
  type TypeNode,
} from 'graphql'

export type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode
export type InterfaceNode = InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode
export type SchemaNode = SchemaDefinitionNode | SchemaExtensionNode

/** A node that directives can stand on. */
export interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

/** Definitions and extensions of object types, in the order of the text. */
export function objectsOf(document: DocumentNode): readonly ObjectNode[] {
  return document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  )
}

/** Definitions and extensions of interfaces, in the order of the text. */
export function interfacesOf(document: DocumentNode): readonly InterfaceNode[] {
  return document.definitions.filter(
    (node) => node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_EXTENSION,
  )
}

/** Definitions and extensions of the schema itself, where `@link` stands. */
export function schemasOf(document: DocumentNode): readonly SchemaNode[] {
  return document.definitions.filter(
    (node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION,
  )
}

/** Root types that a document calls by names of its own → the names that they have in the graph. */
export function rootNames(document: DocumentNode): ReadonlyMap<string, string> {
  const roots = schemasOf(document).flatMap((schema) => schema.operationTypes ?? [])
  return new Map(
    roots.map(({ operation, type }) => [type.name.value, operation.replace(/^./, (first) => first.toUpperCase())]),
  )
}

/** Applications of this directive, in the order of the text. */
export function directivesNamed(node: WithDirectives, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name)
}

/** The value of an argument as it stands in the text; undefined when it is not given. */
export function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value
}

/** The argument's value when it is given and a string. */
export function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentOf(directive, name)
  return value?.kind === Kind.STRING ? value.value : undefined
}

/** Whether the subgraph answers the type by this `@key`, rather than only naming it. */
export function isResolvable(key: ConstDirectiveNode): boolean {
  const resolvable = argumentOf(key, 'resolvable')
  return resolvable?.kind !== Kind.BOOLEAN || resolvable.value
}

/** The name of the type that a field answers, or an argument takes, without list and non-null. */
export function namedTypeOf(typed: { readonly type: TypeNode }): string {
  let { type } = typed
  while (type.kind !== Kind.NAMED_TYPE) type = type.type
  return type.name.value
}

export interface FieldAt {
  readonly parent: ObjectNode | InterfaceNode
  readonly field: FieldDefinitionNode
  /** `Type.field`. */
  readonly coordinate: string
}

/** Every field of every object type and interface, in the order of the text. */
export function fieldsOf(document: DocumentNode): readonly FieldAt[] {
  return [...objectsOf(document), ...interfacesOf(document)].flatMap((parent) =>
    (parent.fields ?? []).map((field) => ({ parent, field, coordinate: `${parent.name.value}.${field.name.value}` })),
  )
}

/** The node as if nobody had described it. */
export function withoutDescription<T extends { readonly description?: unknown }>(node: T): Omit<T, 'description'> {
  const { description: _, ...bare } = node
  return bare
}

import {
  isTypeDefinitionNode,
  Kind as NodeKind,
  parseType,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql'
import { argumentOf, directivesNamed, namedTypeOf, stringArgument, type WithDirectives } from '../../documents.ts'
import { directiveNames, INACCESSIBLE, JOIN } from '../../links.ts'
import type { SubgraphFile } from '../subgraphFile.ts'
import { buildModel, grouped } from './build.ts'
import { kindOf, labelReader } from './fromFiles.ts'
import type { FieldIn, KeyIn, LabelsAt, Model, SetText, TypeIn } from './model.ts'

/**
 * Reads who answers what out of a supergraph's `join__*` arguments, which is what the planner goes by. What a supergraph
 * no longer knows of single subgraphs (who hides or labels a thing) holds for all of them. Nodes are those of the files,
 * so that findings say where.
 */
export function modelOfSupergraph(supergraph: DocumentNode, written: Model): Model {
  const read = readerOf(supergraph, written)
  return buildModel(written.files, supergraph.definitions.filter(isTypeDefinitionNode).flatMap(read))
}

/** What the supergraph calls its directives, and what stands in the files. */
interface Context {
  readonly joins: (node: WithDirectives, name: 'type' | 'field' | 'implements' | 'unionMember') => readonly Join[]
  /** Whether any `join__field` stands there, those of generated subgraphs and of none among them. */
  readonly isJoined: (field: FieldDefinitionNode) => boolean
  readonly hidden: (node: WithDirectives) => boolean
  readonly labels: (node: WithDirectives) => LabelsAt
  readonly writtenType: (file: SubgraphFile, name: string) => TypeIn | undefined
}

/** One `join__*` of a subgraph that is no generated one. */
interface Join {
  readonly file: SubgraphFile
  readonly directive: ConstDirectiveNode
}

function readerOf(supergraph: DocumentNode, written: Model): (node: TypeDefinitionNode) => readonly TypeIn[] {
  const join = directiveNames(supergraph, JOIN, ['type', 'field', 'implements', 'unionMember', 'graph'])
  const inaccessible = directiveNames(supergraph, INACCESSIBLE, ['inaccessible']).get('inaccessible') ?? ''
  const graphs = filesByGraph(supergraph, join.get('graph') ?? '', written.files)
  const context: Context = {
    joins: (node, name) =>
      directivesNamed(node, join.get(name) ?? '').flatMap((directive) => {
        const graph = argumentOf(directive, 'graph')
        const file = graph?.kind === NodeKind.ENUM ? graphs.get(graph.value) : undefined
        return file === undefined ? [] : [{ file, directive }]
      }),
    isJoined: (field) => directivesNamed(field, join.get('field') ?? '').length > 0,
    hidden: (node) => directivesNamed(node, inaccessible).length > 0,
    labels: labelReader(supergraph),
    writtenType: (file, name) => written.types.get(name)?.find((type) => type.file === file),
  }
  return (node) =>
    [...grouped(context.joins(node, 'type'), ({ file }) => file.name).values()].flatMap((joins) =>
      typesIn(node, joins, context),
    )
}

/** The values of the enum that `@join__graph` stands on → the files. */
function filesByGraph(supergraph: DocumentNode, graph: string, files: readonly SubgraphFile[]) {
  const values = supergraph.definitions.flatMap((node) =>
    node.kind === NodeKind.ENUM_TYPE_DEFINITION ? (node.values ?? []) : [],
  )
  const found = new Map<string, SubgraphFile>()
  for (const value of values) {
    const [directive] = directivesNamed(value, graph)
    const name = directive === undefined ? undefined : stringArgument(directive, 'name')
    const file = files.find((each) => each.name === name)
    if (file !== undefined) found.set(value.name.value, file)
  }
  return found
}

/** One type in one subgraph: several joins when it has several keys. */
function typesIn(node: TypeDefinitionNode, joins: readonly Join[], context: Context): readonly TypeIn[] {
  const [first] = joins
  const written = first === undefined ? undefined : context.writtenType(first.file, node.name.value)
  if (first === undefined || written === undefined) return []
  const { file } = first
  const fields: FieldIn[] = []
  const names = (join: 'implements' | 'unionMember', argument: string) =>
    context
      .joins(node, join)
      .flatMap((each) => (each.file === file ? [stringArgument(each.directive, argument) ?? ''] : []))
  const type: TypeIn = {
    name: node.name.value,
    kind: kindOf(node),
    file,
    keys: joins.flatMap(({ directive }) => keyOf(directive, written)),
    fields,
    interfaces: names('implements', 'interface'),
    members: names('unionMember', 'member'),
    hidden: context.hidden(node),
    interfaceObject: joins.some(({ directive }) => isTrue(directive, 'isInterfaceObject')),
    labels: context.labels(node),
    node: written.node,
  }
  if (node.kind === NodeKind.OBJECT_TYPE_DEFINITION || node.kind === NodeKind.INTERFACE_TYPE_DEFINITION)
    fields.push(...(node.fields ?? []).flatMap((field) => fieldIn(field, type, written, context)))
  return [type]
}

function keyOf(directive: ConstDirectiveNode, written: TypeIn): readonly KeyIn[] {
  const text = stringArgument(directive, 'key')
  if (text === undefined) return []
  const node = written.keys.find((key) => spaced(key.text) === spaced(text))?.node ?? written.node
  return [{ text, node, resolvable: !isFalse(directive, 'resolvable') }]
}

function fieldIn(
  field: FieldDefinitionNode,
  parent: TypeIn,
  writtenType: TypeIn,
  context: Context,
): readonly FieldIn[] {
  const join = context.joins(field, 'field').find(({ file }) => file === parent.file)
  const written = writtenType.fields.find(({ name }) => name === field.name.value)
  // Without any join the field is in every subgraph of its type; with joins only in those that they name.
  if (written === undefined || (context.isJoined(field) && join === undefined)) return []
  const text = (argument: string) => (join === undefined ? undefined : stringArgument(join.directive, argument))
  const set = (argument: 'requires' | 'provides' | 'override'): SetText | undefined => {
    const given = text(argument)
    return given === undefined ? undefined : { text: given, node: written[argument]?.node ?? written.node }
  }
  const ownType = text('type')
  const type = ownType === undefined ? field.type : parseType(ownType, { noLocation: true })
  return [
    {
      coordinate: `${parent.name}.${field.name.value}`,
      name: field.name.value,
      parent,
      type,
      typeName: namedTypeOf({ type }),
      argumentTypes: (field.arguments ?? []).map(namedTypeOf),
      external: join !== undefined && (isTrue(join.directive, 'external') || isTrue(join.directive, 'usedOverridden')),
      shareable: written.shareable,
      hidden: context.hidden(field),
      override: set('override'),
      requires: set('requires'),
      provides: set('provides'),
      labels: context.labels(field),
      node: written.node,
    },
  ]
}

function isTrue(directive: ConstDirectiveNode, argument: string): boolean {
  const value = argumentOf(directive, argument)
  return value?.kind === NodeKind.BOOLEAN && value.value
}

function isFalse(directive: ConstDirectiveNode, argument: string): boolean {
  const value = argumentOf(directive, argument)
  return value?.kind === NodeKind.BOOLEAN && !value.value
}

/** A field set as composition prints it: single spaces. */
function spaced(text: string): string {
  return text.trim().replaceAll(/[\s,]+/g, ' ')
}

import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind as NodeKind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql'
import {
  argumentOf,
  directivesNamed,
  isResolvable,
  namedTypeOf,
  rootNames,
  stringArgument,
  type WithDirectives,
} from '../../documents.ts'
import { CONSENT, directiveNames, FEDERATION } from '../../links.ts'
import type { SubgraphFile } from '../subgraphFile.ts'
import { buildModel, grouped } from './build.ts'
import {
  LABELS,
  type FieldIn,
  type Kind,
  type Label,
  type LabelAt,
  type LabelsAt,
  type Model,
  type SetText,
  type TypeIn,
} from './model.ts'

const FEDERATION_DIRECTIVES = [
  'key',
  'requires',
  'provides',
  'external',
  'shareable',
  'inaccessible',
  'override',
  'interfaceObject',
] as const
type FederationDirective = (typeof FEDERATION_DIRECTIVES)[number]

type Definition = TypeDefinitionNode | TypeExtensionNode

/** Finds a directive by what the file's links call it, never by its bare name. */
interface Names {
  readonly federation: (node: WithDirectives, name: FederationDirective) => readonly ConstDirectiveNode[]
  readonly labels: (node: WithDirectives) => LabelsAt
  /** A type's name in the graph. */
  readonly inGraph: (name: string) => string
}

/** Reads the subgraphs' texts, all extensions of a type together. */
export function modelOfFiles(files: readonly SubgraphFile[]): Model {
  return buildModel(files, files.flatMap(typesOf))
}

function typesOf(file: SubgraphFile): readonly TypeIn[] {
  const names = namesOf(file)
  const definitions = file.document.definitions.filter(
    (node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node),
  )
  return [...grouped(definitions, ({ name }) => name.value).values()].map((nodes) => typeOf(nodes, file, names))
}

function namesOf({ document }: SubgraphFile): Names {
  const federation = directiveNames(document, FEDERATION, FEDERATION_DIRECTIVES)
  const roots = rootNames(document)
  return {
    federation: (node, name) => directivesNamed(node, federation.get(name) ?? ''),
    labels: labelReader(document),
    inGraph: (name) => roots.get(name) ?? name,
  }
}

/** Finds the consent labels of a node by what the document's link calls them. */
export function labelReader(document: DocumentNode): (node: WithDirectives) => LabelsAt {
  const consent = directiveNames(document, CONSENT, LABELS)
  return (node) =>
    new Map(
      LABELS.flatMap((label): [Label, LabelAt][] => {
        const [directive] = directivesNamed(node, consent.get(label) ?? '')
        return directive === undefined ? [] : [[label, toLabel(directive)]]
      }),
    )
}

/** A label with its string arguments. */
function toLabel(node: ConstDirectiveNode): LabelAt {
  const given = (node.arguments ?? []).flatMap(({ name }) => {
    const value = stringArgument(node, name.value)
    return value === undefined ? [] : [[name.value, value] as const]
  })
  return { arguments: Object.fromEntries(given), node }
}

function typeOf(nodes: readonly Definition[], file: SubgraphFile, names: Names): TypeIn {
  const [first] = nodes as readonly [Definition]
  const given = (name: FederationDirective) => nodes.flatMap((node) => names.federation(node, name))
  const fields: FieldIn[] = []
  const type: TypeIn = {
    name: names.inGraph(first.name.value),
    kind: kindOf(first),
    file,
    keys: given('key').map((node) => ({ ...setText(node), resolvable: isResolvable(node) })),
    fields,
    interfaces: nodes
      .flatMap((node) => ('interfaces' in node ? (node.interfaces ?? []) : []))
      .map(({ name }) => name.value),
    members: nodes.flatMap((node) => ('types' in node ? (node.types ?? []) : [])).map(({ name }) => name.value),
    hidden: given('inaccessible').length > 0,
    interfaceObject: given('interfaceObject').length > 0,
    labels: new Map(nodes.flatMap((node) => [...names.labels(node)])),
    node: nodes.find(isTypeDefinitionNode) ?? first,
  }
  for (const node of nodes) fields.push(...fieldsIn(node, type, names))
  return type
}

function fieldsIn(node: Definition, parent: TypeIn, names: Names): readonly FieldIn[] {
  const has = (each: WithDirectives, name: FederationDirective) => names.federation(each, name).length > 0
  return outputFields(node).map((field): FieldIn => {
    const set = (name: FederationDirective, argument?: string) =>
      names.federation(field, name).map((directive) => setText(directive, argument))[0]
    return {
      coordinate: `${parent.name}.${field.name.value}`,
      name: field.name.value,
      parent,
      type: field.type,
      typeName: names.inGraph(namedTypeOf(field)),
      argumentTypes: (field.arguments ?? []).map(namedTypeOf),
      external: has(field, 'external') || has(node, 'external'),
      shareable: has(field, 'shareable') || has(node, 'shareable'),
      hidden: has(field, 'inaccessible'),
      override: set('override', 'from'),
      requires: set('requires'),
      provides: set('provides'),
      labels: names.labels(field),
      node: field,
    }
  })
}

/** Fields that answer something; those of inputs are for rules about the API. */
function outputFields(node: Definition): readonly FieldDefinitionNode[] {
  switch (node.kind) {
    case NodeKind.OBJECT_TYPE_DEFINITION:
    case NodeKind.OBJECT_TYPE_EXTENSION:
    case NodeKind.INTERFACE_TYPE_DEFINITION:
    case NodeKind.INTERFACE_TYPE_EXTENSION:
      return node.fields ?? []
    default:
      return []
  }
}

function setText(node: ConstDirectiveNode, argument = 'fields'): SetText {
  const value = argumentOf(node, argument)
  return { text: value?.kind === NodeKind.STRING ? value.value : '', node }
}

export function kindOf({ kind }: { readonly kind: string }): Kind {
  if (kind.startsWith('Object')) return 'object'
  if (kind.startsWith('Interface')) return 'interface'
  if (kind.startsWith('Union')) return 'union'
  if (kind.startsWith('Enum')) return 'enum'
  return kind.startsWith('Scalar') ? 'scalar' : 'input'
}

import {
  DEFAULT_DEPRECATION_REASON,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  print,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql'
import { directivesNamed, rootNames, stringArgument, type WithDirectives } from '../../documents.ts'

export type CoordinateNode =
  TypeDefinitionNode | TypeExtensionNode | FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode

/** One part of an API: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`. */
export interface CoordinateIn {
  readonly coordinate: string
  readonly node: CoordinateNode
  /** Its type, the default of an argument or input field, or the kind of a type; and what GraphQL itself says of it. */
  readonly signature: string
}

/** Every coordinate of a document, in the order of the text; a type once for each of its extensions. */
export function coordinatesIn(document: DocumentNode): readonly CoordinateIn[] {
  const roots = rootNames(document)
  return document.definitions
    .filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node))
    .flatMap((node) => {
      const coordinate = roots.get(node.name.value) ?? node.name.value
      const kind = node.kind.replace(/Definition|Extension/, '')
      return [{ coordinate, node, signature: `${kind}${saidOf(node)}` }, ...membersOf(node, coordinate)]
    })
}

function membersOf(type: TypeDefinitionNode | TypeExtensionNode, typeName: string): readonly CoordinateIn[] {
  const members = 'values' in type ? type.values : 'fields' in type ? type.fields : undefined
  return (members ?? []).flatMap((node): readonly CoordinateIn[] => {
    const coordinate = `${typeName}.${node.name.value}`
    const args = node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []
    return [
      { coordinate, node, signature: signatureOf(node) },
      ...args.map((argument) => ({
        coordinate: `${coordinate}(${argument.name.value}:)`,
        node: argument,
        signature: signatureOf(argument),
      })),
    ]
  })
}

function signatureOf(node: FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode): string {
  const type = node.kind === Kind.ENUM_VALUE_DEFINITION ? 'value' : print(node.type)
  const value = 'defaultValue' in node && node.defaultValue !== undefined ? ` = ${print(node.defaultValue)}` : ''
  return `${type}${value}${saidOf(node)}`
}

/** The directives that belong to GraphQL itself; their names are nobody's to change. */
function saidOf(node: WithDirectives): string {
  const deprecated = directivesNamed(node, 'deprecated').map(
    (directive) => ` @deprecated(reason: "${stringArgument(directive, 'reason') ?? DEFAULT_DEPRECATION_REASON}")`,
  )
  const specified = directivesNamed(node, 'specifiedBy').map((directive) => ` ${print(directive)}`)
  return [...deprecated, ...specified].join('')
}

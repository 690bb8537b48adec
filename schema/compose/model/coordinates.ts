import {
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
import { rootNames } from '../../documents.ts'

export type CoordinateNode =
  TypeDefinitionNode | TypeExtensionNode | FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode

/** One part of an API: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`. */
export interface CoordinateIn {
  readonly coordinate: string
  readonly node: CoordinateNode
  /** Its type and, of an argument or input field, its default; the kind of a type. */
  readonly signature: string
}

/** Every coordinate of a document, in the order of the text; a type once for each of its extensions. */
export function coordinatesIn(document: DocumentNode): readonly CoordinateIn[] {
  const roots = rootNames(document)
  return document.definitions
    .filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node))
    .flatMap((node) => {
      const coordinate = roots.get(node.name.value) ?? node.name.value
      return [
        { coordinate, node, signature: node.kind.replace(/Definition|Extension/, '') },
        ...membersOf(node, coordinate),
      ]
    })
}

function membersOf(type: TypeDefinitionNode | TypeExtensionNode, typeName: string): readonly CoordinateIn[] {
  const at = (name: string) => `${typeName}.${name}`
  if ('values' in type)
    return (type.values ?? []).map((node) => ({ coordinate: at(node.name.value), node, signature: 'value' }))
  if (!('fields' in type)) return []
  return (type.fields ?? []).flatMap((node): readonly CoordinateIn[] => {
    const coordinate = at(node.name.value)
    if (node.kind === Kind.INPUT_VALUE_DEFINITION) return [{ coordinate, node, signature: valueText(node) }]
    const args = (node.arguments ?? []).map((argument) => ({
      coordinate: `${coordinate}(${argument.name.value}:)`,
      node: argument,
      signature: valueText(argument),
    }))
    return [{ coordinate, node, signature: print(node.type) }, ...args]
  })
}

function valueText({ type, defaultValue }: InputValueDefinitionNode): string {
  return `${print(type)}${defaultValue === undefined ? '' : ` = ${print(defaultValue)}`}`
}

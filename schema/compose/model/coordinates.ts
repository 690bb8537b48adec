import {
  DEFAULT_DEPRECATION_REASON,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql'
import { directivesNamed, rootNames, stringArgument, type WithDirectives } from '../../documents.ts'
import { COST, directiveNames, FEDERATION } from '../../links.ts'
import { grouped } from './build.ts'

export type CoordinateNode =
  TypeDefinitionNode | TypeExtensionNode | FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode

/** One part of an API: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`. */
export interface CoordinateIn {
  readonly coordinate: string
  readonly node: CoordinateNode
  /**
   * Its type, the default of an argument or input field, or the kind of a type; and what is said of it for everybody:
   * that it is deprecated, where it is specified, what it costs.
   */
  readonly signature: string
}

/** Every coordinate of a document, in the order of the text; a type once for each of its extensions. */
export function coordinatesIn(document: DocumentNode): readonly CoordinateIn[] {
  const roots = rootNames(document)
  const said = readerOf(document)
  const types = document.definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node))
  const together = grouped(types, ({ name }) => name.value)
  return types.flatMap((node) => {
    const { value: name } = node.name
    const coordinate = roots.get(name) ?? name
    // What one of its definitions and extensions says of a type holds for all of it.
    const signature = [kindOf(node), ...(together.get(name) ?? []).map(said)].join('')
    return [{ coordinate, node, signature }, ...membersOf(node, coordinate, said)]
  })
}

function kindOf({ kind }: TypeDefinitionNode | TypeExtensionNode): string {
  return kind.replace(/Definition|Extension/, '')
}

function membersOf(
  type: TypeDefinitionNode | TypeExtensionNode,
  typeName: string,
  said: Said,
): readonly CoordinateIn[] {
  const members = 'values' in type ? type.values : 'fields' in type ? type.fields : undefined
  return (members ?? []).flatMap((node): readonly CoordinateIn[] => {
    const coordinate = `${typeName}.${node.name.value}`
    const args = node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []
    return [
      { coordinate, node, signature: signatureOf(node, said) },
      ...args.map((argument) => ({
        coordinate: `${coordinate}(${argument.name.value}:)`,
        node: argument,
        signature: signatureOf(argument, said),
      })),
    ]
  })
}

function signatureOf(
  node: FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode,
  said: Said,
): string {
  const type = node.kind === Kind.ENUM_VALUE_DEFINITION ? 'value' : print(node.type)
  const value = 'defaultValue' in node && node.defaultValue !== undefined ? ` = ${print(node.defaultValue)}` : ''
  return `${type}${value}${said(node)}`
}

/** What the directives of a node say of it for everybody, as text: equal where they mean the same. */
type Said = (node: WithDirectives) => string

function readerOf(document: DocumentNode): Said {
  const prices = pricesIn(document)
  return (node) => {
    const deprecated = directivesNamed(node, 'deprecated').map(
      (directive) => ` @deprecated(reason: "${stringArgument(directive, 'reason') ?? DEFAULT_DEPRECATION_REASON}")`,
    )
    const specified = directivesNamed(node, 'specifiedBy').map((directive) => ` ${print(directive)}`)
    return [...deprecated, ...specified, ...prices.flatMap((name) => directivesNamed(node, name)).map(priced)].join('')
  }
}

const PRICES = ['cost', 'listSize']

/** What the document calls the directives of prices: a subgraph has them from federation, a supergraph from their spec. */
function pricesIn(document: DocumentNode): readonly string[] {
  return [FEDERATION, COST].flatMap((spec) => [...directiveNames(document, spec, PRICES).values()])
}

/** In one order and without what goes without saying: composition writes it in another way where several say it. */
function priced({ name, arguments: given = [] }: ConstDirectiveNode): string {
  const texts = given.map(({ name: { value: argument }, value }) => {
    const text = value.kind === Kind.LIST ? `[${value.values.map(print).sort().join(', ')}]` : print(value)
    return `${argument}: ${text}`
  })
  const told = texts.filter((text) => text !== 'requireOneSlicingArgument: true' && !text.endsWith(': null')).sort()
  return ` @${name.value}(${told.join(', ')})`
}

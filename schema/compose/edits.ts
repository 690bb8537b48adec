import { Kind, type ASTNode, type ConstDirectiveNode, type TypeDefinitionNode, type TypeExtensionNode } from 'graphql'
import { argumentOf } from '../documents.ts'
import { FEDERATION, linksOf } from '../links.ts'
import { unifiedDiff, type Edit } from './patch.ts'
import type { SubgraphFile } from './subgraphFile.ts'

/** The property of a finding; none where there is nothing that surely mends it. */
export function patchOf(edits: readonly Edit[]): { readonly patch?: string } {
  return edits.length === 0 ? {} : { patch: unifiedDiff(edits) }
}

export function after(node: ASTNode, insert: string): Edit {
  const { source, end } = locationOf(node)
  return { at: { source, offset: end }, insert }
}

/** Writes another text in the place of a node; nothing for a node of several lines. */
export function instead(node: ASTNode, insert: string): readonly Edit[] {
  const { source, start, end } = locationOf(node)
  if (source.body.slice(start, end).includes('\n')) return []
  return [{ at: { source, offset: start }, remove: end - start, insert }]
}

/** Takes a node away with the blanks before it; nothing for a node of several lines, or one alone on its line. */
export function without(node: ASTNode): readonly Edit[] {
  const { source, start, end } = locationOf(node)
  const from = source.body.slice(0, start).trimEnd().length
  if (source.body.slice(from, end).includes('\n')) return []
  return [{ at: { source, offset: from }, remove: end - from, insert: '' }]
}

/** Another value for an argument of a directive, or the argument itself where it is not given. */
export function withArgument(directive: ConstDirectiveNode, name: string, value: string): readonly Edit[] {
  const given = argumentOf(directive, name)
  if (given !== undefined) return instead(given, value)
  const last = directive.arguments?.at(-1)
  return last === undefined ? [] : [after(last, `, ${name}: ${value}`)]
}

/** Applies a directive of federation after a node, and imports it where the file does not yet. */
export function applied(directive: string, node: ASTNode, { document }: SubgraphFile): readonly Edit[] {
  const imports = linksOf(document)
    .filter(({ spec }) => spec === FEDERATION)
    .flatMap((link) => link.imports)
  const last = imports.at(-1)
  if (last === undefined) return []
  const imported = imports.some(({ name }) => name === directive)
  return [after(node, ` ${directive}`), ...(imported ? [] : [after(last.node, `, "${directive}"`)])]
}

/** The last thing before the braces of a type. */
export function headOf(type: TypeDefinitionNode | TypeExtensionNode): ASTNode {
  const interfaces = 'interfaces' in type ? type.interfaces : undefined
  return type.directives?.at(-1) ?? interfaces?.at(-1) ?? type.name
}

/** The directive that a finding is about, where its node is one. */
export function asDirective(node: ASTNode): ConstDirectiveNode | undefined {
  return node.kind === Kind.DIRECTIVE ? (node as ConstDirectiveNode) : undefined // an SDL holds no variables
}

function locationOf(node: ASTNode) {
  if (node.loc === undefined) throw new Error(`A node of kind ${node.kind} was parsed without its location`)
  return node.loc
}

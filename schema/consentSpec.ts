import { Kind, parse, print, type DirectiveDefinitionNode } from 'graphql'
import { readFileSync } from 'node:fs'
import { withoutDescription } from './documents.ts'

/** The consent spec's directives by name, without `@`, as one line of SDL each and without descriptions. */
export const CONSENT_DIRECTIVES: ReadonlyMap<string, string> = new Map(
  parse(readFileSync(new URL('./consent.graphql', import.meta.url), 'utf8'))
    .definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION)
    .map((node) => [node.name.value, printDefinition(node)]),
)

/** A directive's definition without its descriptions, on one line, for comparing. */
export function printDefinition(node: DirectiveDefinitionNode): string {
  const args = (node.arguments ?? []).map(withoutDescription)
  return print({ ...withoutDescription(node), arguments: args }).replaceAll(/\s+/g, ' ')
}

import { visit, type DirectiveNode, type DocumentNode } from 'graphql'
import { CONSENT_DIRECTIVES } from '../../consentSpec.ts'

const PREFIX = 'consent__'

/** The consent directives that a file applies, by their plain name, each with its first application as it is written. */
export function labelsUsed(document: DocumentNode): ReadonlyMap<string, DirectiveNode> {
  const used = new Map<string, DirectiveNode>()
  for (const { name, node } of labelApplications(document)) if (!used.has(name)) used.set(name, node)
  return used
}

/** Every application of a consent directive, by its plain name or by its full one, `consent__person`. */
export function labelApplications(
  document: DocumentNode,
): readonly { readonly name: string; readonly node: DirectiveNode }[] {
  const found: { name: string; node: DirectiveNode }[] = []
  visit(document, {
    Directive(node) {
      const name = node.name.value.replace(PREFIX, '')
      if (CONSENT_DIRECTIVES.has(name)) found.push({ name, node })
    },
  })
  return found
}

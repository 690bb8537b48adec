import { visit, type DirectiveNode, type DocumentNode } from 'graphql'
import { CONSENT_DIRECTIVES } from '../../consentSpec.ts'

const PREFIX = 'consent__'

/** The consent directives that a file applies, by their plain name, each with its first application. */
export function labelsUsed(document: DocumentNode): ReadonlyMap<string, DirectiveNode> {
  const used = new Map<string, DirectiveNode>()
  visit(document, {
    Directive(node) {
      const name = node.name.value.replace(PREFIX, '')
      if (CONSENT_DIRECTIVES.has(name) && !used.has(name)) used.set(name, node)
    },
  })
  return used
}

import { type DocumentNode, visit } from 'graphql'

/** Whether the document reads the schema (`__schema`, `__type`); `__typename` does not. */
export function usesIntrospection(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Field({ name }) {
      found ||= name.value === '__schema' || name.value === '__type'
    },
  })
  return found
}

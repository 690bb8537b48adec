import { type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql'

/** Each application of this directive to an object type, with the type's name. */
export function* directivesOnObjects(document: DocumentNode, directive: string): Generator<[string, DirectiveNode]> {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue
    for (const node of definition.directives ?? []) {
      if (node.name.value === directive) yield [definition.name.value, node]
    }
  }
}

/** The value of an argument; undefined when it is not given. */
export function argumentOf(directive: DirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((each) => each.name.value === name)
  return argument && valueFromASTUntyped(argument.value)
}

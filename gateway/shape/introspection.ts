import { executeSync, Kind, OperationTypeNode } from 'graphql'
import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql'
import type { ClientOperation } from '../plan/canonical.ts'

/** Answers `__schema` or `__type` with the client's variables. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => unknown

/** Compiles introspection fields of one response name, answered by graphql-js from the public schema alone. */
export function compileIntrospection(
  nodes: readonly FieldNode[],
  client: ClientOperation,
  schema: GraphQLSchema,
): Introspect {
  // Whether the field is included was decided before; asked as `field`, whatever the client calls it.
  const alias = { kind: Kind.NAME as const, value: 'field' }
  const selections = nodes.map((node) => ({ ...node, alias, directives: [] }))
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...client.operation,
        operation: OperationTypeNode.QUERY,
        directives: [],
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
      ...client.fragments.values(),
    ],
  }
  return (variables) => {
    const { data, errors } = executeSync({ schema, document, variableValues: variables })
    if (errors?.[0]) throw errors[0]
    return data?.['field'] ?? null
  }
}

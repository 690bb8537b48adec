import type { ASTNode, GraphQLError } from 'graphql'

/** One error of the composition, taken apart. */
export interface ApolloError {
  readonly code: string
  /** Its own words, without the `[subgraph]` in front. */
  readonly text: string
  /** The subgraph it is about, where it says so. */
  readonly subgraph: string | undefined
  /** The coordinate or type it is about: `Type.field`, `Type`, `Type.field(argument:)`. */
  readonly subject: string
  readonly nodes: readonly ASTNode[]
}

/** Takes an error of the composition apart. */
export function takeApart(error: GraphQLError): ApolloError {
  const [, subgraph, text = ''] = /^(?:\[(\w+)\] )?(.*)$/s.exec(error.message) ?? []
  const code = typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'COMPOSITION_FAILED'
  return { code, text, subgraph, subject: subjectOf(code, text), nodes: error.nodes ?? [] }
}

/** What an error is about is the first thing it quotes; the two that begin with a query say it further on. */
function subjectOf(code: string, text: string): string {
  if (code === 'SATISFIABILITY_ERROR') return /because:\n.*?"(\w+\.\w+)"/s.exec(text)?.[1] ?? ''
  if (code === 'SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES') return /Shared field "([^"]+)"/.exec(text)?.[1] ?? ''
  return /"(@?[A-Za-z_][\w.]*(?:\(\w+:\))?)"/.exec(text)?.[1] ?? ''
}

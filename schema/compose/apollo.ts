import { composeServices } from '@apollo/composition'
import { GraphQLError, type DocumentNode } from 'graphql'

/** What goes into Apollo's composition. */
export interface Service {
  readonly name: string
  readonly url: string
  /** Parsed from a named `Source`, so that errors say where. */
  readonly document: DocumentNode
}

export type Composed =
  | { readonly ok: true; readonly supergraphSdl: string }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] }

/** Apollo's composition. It orders subgraphs by name itself, so the result does not depend on the order here. */
export function composeWithApollo(services: readonly Service[]): Composed {
  try {
    const result = composeServices(services.map(({ name, url, document }) => ({ name, url, typeDefs: document })))
    if (result.errors !== undefined) return { ok: false, errors: result.errors }
    return { ok: true, supergraphSdl: `${result.supergraphSdl}\n` }
  } catch (cause) {
    // It throws where it did not expect something; whoever composes should read what it says, not a stack.
    const text = cause instanceof Error ? cause.message : String(cause)
    return { ok: false, errors: [new GraphQLError(text, { extensions: { code: 'COMPOSITION_FAILED' } })] }
  }
}

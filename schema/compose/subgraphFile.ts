import type { DocumentNode } from 'graphql'
import type { SubgraphSource } from '../contract.ts'

/** One subgraph, parsed. */
export interface SubgraphFile extends SubgraphSource {
  readonly document: DocumentNode
}

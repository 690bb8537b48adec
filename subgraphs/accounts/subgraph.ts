import { defineSubgraph } from '../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import type { Storage } from '../storage/port.ts'

export interface AccountsParts {
  /** The text of `schema/accounts.graphql`. */
  readonly sdl: string
  /** Where accounts will live; nothing is read or written while nobody has one. */
  readonly storage: Storage
  /** `ids` sealed with the key of accounts. */
  readonly ports: SubgraphPorts
}

/** The accounts center: viewers and references to the profiles of the apps. Nobody has an account yet. */
export function createAccountsSubgraph({ sdl, ports }: AccountsParts): Subgraph {
  return defineSubgraph({ name: 'accounts', sdl, resolvers: {}, ports, loaders: () => ({}) })
}

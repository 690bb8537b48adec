import { defineSubgraph } from '../../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { Resolvers } from './generated/types.ts'
import { PhotoProfile, SocialProfile } from './resolvers/roads.ts'

export interface GrantsParts {
  /** The text of `schema/grants.graphql`. */
  readonly sdl: string
  /** `ids` of accounts; roads hang on ids of the apps, which are not opened here. */
  readonly ports: SubgraphPorts
}

/** All roads of consented data between the apps, asked by `_entities` alone. Nobody can make a grant yet: all are null. */
export function createGrantsSubgraph({ sdl, ports }: GrantsParts): Subgraph {
  const resolvers: Resolvers = { PhotoProfile, SocialProfile }
  return defineSubgraph<null>({ name: 'grants', sdl, resolvers, ports, loaders: () => null })
}

import { defineSubgraph } from '../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../runtime/subgraph/subgraph.ts'
import type { Storage } from '../storage/port.ts'
import type { Resolvers } from './generated/types.ts'
import { Mutation } from './resolvers/Mutation.ts'
import * as nothingYet from './resolvers/nothingYet.ts'
import { MessengerProfile, PhotoProfile, SocialProfile } from './resolvers/profiles.ts'
import { Query } from './resolvers/Query.ts'
import { Status } from './resolvers/Status.ts'
import { Viewer } from './resolvers/Viewer.ts'

export interface AccountsParts {
  /** The text of `schema/accounts.graphql`. */
  readonly sdl: string
  /** Where accounts will live; nothing is read or written while nobody has one. */
  readonly storage: Storage
  /** `ids` sealed with the key of accounts. */
  readonly ports: SubgraphPorts
}

/** The accounts center: viewers, and references to profiles of the apps. Nobody has an account yet. */
export function createAccountsSubgraph({ sdl, ports }: AccountsParts): Subgraph {
  const resolvers: Resolvers = {
    Query,
    Mutation,
    Viewer,
    MessengerProfile,
    PhotoProfile,
    SocialProfile,
    Status,
    ...nothingYet,
  }
  return defineSubgraph<null>({ name: 'accounts', sdl, resolvers, ports, loaders: () => null })
}

import { createClockWatch } from '../../runtime/grants/clockWatch.ts'
import type { GrantSealer } from '../../runtime/grants/grant.ts'
import { defineSubgraph } from '../../runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../../runtime/subgraph/subgraph.ts'
import type { Storage } from '../../storage/port.ts'
import { createWithheldCounter } from '../ledger/withheld.ts'
import { createCatalogue, type FlowRow, type NoticeRow, type RecipientRow } from '../rules/catalogue.ts'
import { openAccountsStore } from '../store.ts'
import type { Resolvers } from './generated/types.ts'
import { roadResolvers } from './resolvers/roads.ts'
import { createRoadFigures } from './figures.ts'
import { createRoads, type Roads } from './roads.ts'
import { createTurns } from './turns.ts'

export interface GrantsParts {
  /** The text of `schema/grants.graphql`. */
  readonly sdl: string
  /** `ids` of accounts; roads hang on ids of the apps, which are not opened here. */
  readonly ports: SubgraphPorts
  /** The store of accounts. */
  readonly storage: Storage
  /** The registrations of `schema/subgraphs.yaml`. */
  readonly recipients: readonly RecipientRow[]
  /** The rows of `schema/flows.json`. */
  readonly flows: readonly FlowRow[]
  /** The notices of `schema/notices.yaml`. */
  readonly notices: readonly NoticeRow[]
  /** Makes the grants; nobody else can. */
  readonly sealer: GrantSealer
}

/** All roads of consented data between the apps, asked by `_entities` alone: each null, or a grant once decided. */
export function createGrantsSubgraph(parts: GrantsParts): Subgraph {
  const { sdl, ports, storage, recipients, flows, notices, sealer } = parts
  const { clock, random, log, metrics } = ports
  const store = openAccountsStore(storage)
  const catalogue = createCatalogue(recipients, flows, notices)
  const withheld = createWithheldCounter({ collection: store.withheld, clock, log })
  const clockWatch = createClockWatch('grants', clock, log)
  const figures = createRoadFigures(metrics)
  const road = { store, catalogue, sealer, withheld, clock, random, log, turns: createTurns(), clockWatch, figures }
  const resolvers: Resolvers = roadResolvers(catalogue)
  return defineSubgraph<Roads>({
    name: 'grants',
    sdl,
    resolvers,
    ports,
    clockWatch,
    loaders: ({ gpc }) => createRoads(road, gpc),
    stop: () => withheld.stop(),
  })
}

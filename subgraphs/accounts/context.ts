import type DataLoader from 'dataloader'
import type { SubgraphContext } from '../runtime/subgraph/subgraph.ts'
import type { Center } from './center.ts'
import type { CrosspostRow } from './crossposts/rows.ts'
import type { AccountRow } from './rows.ts'

export interface Loaders {
  readonly center: Center
  /** The open account of a profile by its sealed id; one read of claims and one of accounts for all of a request. */
  readonly accounts: DataLoader<string, AccountRow | null>
  /** Cross-posts by their local ids. */
  readonly crossposts: DataLoader<string, CrosspostRow | null>
}

export type Context = SubgraphContext<Loaders>

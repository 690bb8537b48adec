import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'

/** Grants reads nothing: every road is null. */
export type Loaders = Readonly<Record<never, never>>

export type Context = SubgraphContext<Loaders>

import type { SubgraphContext } from '../runtime/subgraph/subgraph.ts'

/** Nothing is stored yet, so nothing is loaded. */
export type Loaders = Readonly<Record<never, never>>

export type Context = SubgraphContext<Loaders>

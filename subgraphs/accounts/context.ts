import type { SubgraphContext } from '../runtime/subgraph/subgraph.ts'

/** No loaders: nothing is stored yet. */
export type Context = SubgraphContext<null>

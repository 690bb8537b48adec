import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'

/** No loaders: grants reads nothing. */
export type Context = SubgraphContext<null>

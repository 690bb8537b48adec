import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'
import type { Roads } from './roads.ts'

/** All roads of one request are decided together. */
export type Context = SubgraphContext<Roads>

import type { SubgraphContext } from '../runtime/subgraph/subgraph.ts'
import type { Loaders } from './loaders/loaders.ts'

export type Context = SubgraphContext<Loaders>

/**
 * The published face of the floor: all that a subgraph of a partner may import, and all that may not change without a
 * new major version. Inside the repository import the file instead.
 */
export { defineSubgraph } from './subgraph/defineSubgraph.ts'
export type {
  BoundedBody,
  HttpResource,
  HttpRoute,
  Subgraph,
  SubgraphCall,
  SubgraphContext,
  SubgraphDefinition,
  SubgraphPorts,
} from './subgraph/subgraph.ts'

export { type ByteSource, sourceOf } from './bytes/byteSource.ts'
export { serveSubgraphs, type ServedSubgraphs, type ServeLimits, type ServeOptions } from './serve/serve.ts'
export type { Mount } from './serve/site.ts'

export { fault, type FaultOptions, isFault } from './errors/fault.ts'
export { type ErrorCode, type ErrorDefinition, ERRORS } from './errors/registry.ts'

export type { Ids } from './ids/ids.ts'
export { readType } from './ids/readType.ts'
export { createIds, type IdsOptions } from './ids/sealedIds.ts'

export {
  type AskedPage,
  askedPage,
  type Connection,
  type ConnectionArguments,
  type ConnectionOptions,
  type CursorScope,
  type Edge,
  emptyConnection,
  pageArguments,
  positionBy,
  toConnection,
} from './connections/connections.ts'
export { shownConnection, type ShownOptions } from './connections/shownConnection.ts'

export { type Act, type Attempt, createIdempotency, type Idempotency } from './idempotency/idempotency.ts'
export { derivedId } from './idempotency/derivedId.ts'

export { APPS, type App, type CallIdentity, type ProvedProfile } from './identity/identity.ts'
export { createGatewayKeys, type GatewayKeys, type GatewayKeysOptions } from './identity/gatewayKeys.ts'
export type { CallKey } from './identity/header.ts'

export { createHttpCalls, createInProcessCalls, type InternalCalls } from './internal/client.ts'
export { defineInternalOperation, type InternalOperation } from './internal/internal.ts'

export { type ConfiguredKeys, type Keys, type KeysOptions, openKeys, type SigningKeys } from './keys/keys.ts'
export { callKey, idKey } from './keys/uses.ts'

export type { Clock } from './clock/clock.ts'
export { createManualClock, type ManualClock } from './clock/manualClock.ts'
export { systemClock } from './clock/systemClock.ts'
export { type Health, type HealthCheck, storeCheck } from './health/health.ts'
export { type Log, silentLog } from './log/log.ts'
export { type Figure, type Metrics, silentMetrics } from './metrics/metrics.ts'
export type { Random } from './random/random.ts'
export { createSeededRandom } from './random/seededRandom.ts'
export { systemRandom } from './random/systemRandom.ts'

export { isTopic, type Topic, TOPICS } from './scalars/topics.ts'

import type { Generation } from '../../gateway/engine.ts'
import type { ClientPolicy, GatewayOptions } from '../../gateway/options.ts'
import type { GatewayRoute } from '../../gateway/respond/routes.ts'
import type { Contract } from '../../schema/contract.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { partnerCallKeys, receiptKeys } from '../../subgraphs/runtime/keys/uses.ts'
import type { HealthCheck } from '../../subgraphs/runtime/health/health.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { type Metrics, silentMetrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import type { Configuration } from '../configuration.ts'
import { ISSUER } from './house.ts'

interface Parts {
  readonly configuration: Configuration
  readonly generation: Generation
  readonly log: Log
  /** Absent: no tokens, everybody is anonymous. */
  readonly known?: { readonly keys: Keys; readonly contract: Contract }
  readonly routes?: readonly GatewayRoute[]
  /** Default: none. */
  readonly checks?: readonly HealthCheck[]
  /** Default: nothing is counted. */
  readonly metrics?: Metrics
}

/** A gateway's options, as the configuration says. */
export function gatewayOptions(parts: Parts): GatewayOptions {
  const { configuration, generation, log, known, routes = [], checks = [], metrics = silentMetrics } = parts
  const { limits, clients, demo, development } = configuration
  // A graph that everybody may ask without a token has no schema to hide.
  const policies = known
    ? clients
    : { ...clients, ANONYMOUS: { introspection: true, ...given(clients['ANONYMOUS'] ?? {}) } }
  const { bodyBytes, requestMs, depth, aliases, tokens } = limits
  return {
    generation,
    clock: systemClock,
    random: systemRandom,
    log,
    ...(known && {
      identity: {
        issuer: ISSUER,
        jwks: {
          keys: known.keys.tokenKeys().jwks.keys,
          others: receiptKeys(known.keys).jwks.keys,
          calls: partnerCallKeys(known.keys).jwks.keys,
        },
        subgraphs: known.contract.subgraphs,
      },
    }),
    limits: { depth, aliases, tokens },
    clients: Object.fromEntries(Object.entries(policies).map(([name, policy]) => [name, given(policy)])),
    development: development || demo,
    bodyBytes,
    requestMs,
    routes,
    checks,
    figures: { metrics, operations: configuration.metrics.operations },
  }
}

/** Without the keys that were not given. */
function given({ origins, introspection }: Configuration['clients'][string]): Partial<ClientPolicy> {
  return { ...(origins && { origins }), ...(introspection !== undefined && { introspection }) }
}

import { createHash } from 'node:crypto'
import type { GraphQLError } from 'graphql'
import { GRANTS } from '../schema/registry.ts'
import type { Clock } from '../subgraphs/runtime/clock/clock.ts'
import type { AcceptanceObserver } from '../subgraphs/runtime/grants/acceptance.ts'
import type { ClockTrust } from '../subgraphs/runtime/grants/clockWatch.ts'
import { fault, isFault } from '../subgraphs/runtime/errors/fault.ts'
import { isErrorCode } from '../subgraphs/runtime/errors/registry.ts'
import { describeError } from '../subgraphs/runtime/log/describeError.ts'
import { silentLog, type Log } from '../subgraphs/runtime/log/log.ts'
import { type Metrics, silentMetrics } from '../subgraphs/runtime/metrics/metrics.ts'
import { createConsent } from './consent/inputs.ts'
import { createPlanCheck } from './consent/planCheck.ts'
import { NO_CONTRACT, refuseOtherFlows, type PlanContract } from './consent/planContract.ts'
import { readConsentRules } from './consent/rules.ts'
import type { EngineRequest, Generation, RequestScope } from './engine.ts'
import { execute } from './execute.ts'
import { Deadlines } from './fetch/deadline.ts'
import { createLru } from './lru.ts'
import { createCallFigures } from './metrics/callFigures.ts'
import { createPlanFigures } from './metrics/planFigures.ts'
import { ownersOf } from './plan/owners.ts'
import { prepareOperation, type Preparation, type PreparedOperation, type Variant } from './plan/prepared.ts'
import { loadSupergraph, type LoadedSupergraph } from './plan/supergraph.ts'
import type { SubgraphTransport } from './transport.ts'

export interface GenerationOptions {
  /** A composed supergraph. */
  readonly supergraphSdl: string
  /** The way to each subgraph of the supergraph, by its name; the generation does not close them. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>
  readonly clock: Clock
  /** Default: silent. */
  readonly log?: Log
  /** Default: nothing is counted. */
  readonly metrics?: Metrics
  /**
   * How many operations, and how many plans of them, are kept, the least recently used going first: an operation has one
   * plan for each choice of its `@skip` and `@include` that was asked for. Default: 1000.
   */
  readonly planCacheSize?: number
  /** Subgraphs whose calls are never sent twice, though they only read. Default: `grants`. */
  readonly neverRepeated?: ReadonlySet<string>
  /**
   * What the graph was composed from: its subgraphs in the order of `subgraphs.yaml`, and its flows. An object is null
   * once the owner of its type answered null for it (`ownersOf`), and consented data flows as is
   * written there only (`createPlanCheck`). Default: none; fields that come from elsewhere are answered for whatever was
   * named, and no plan may use consented data.
   */
  readonly contract?: PlanContract
  /**
   * Subgraphs whose failures are notes for the log and no errors: what needs them is answered as if they had said no, and
   * nobody learns from an error what they would have said. The same holds for every call below a road. Default: none.
   */
  readonly noted?: ReadonlySet<string>
  /** Whether the gateway's clock agrees with the subgraphs': else no value is taken. Default: it does. */
  readonly clockTrust?: ClockTrust
  /** Told of each test that values of one app, on their way to another, are of now. Default: nobody. */
  readonly onAcceptance?: AcceptanceObserver
}

/**
 * Loads a supergraph and makes everything that its requests need.
 *
 * @throws Error when the supergraph cannot be served (see `loadSupergraph`), a subgraph has no transport, or the contract
 *   speaks of other flows than the supergraph.
 */
export function createGeneration(options: GenerationOptions): Generation {
  const { supergraphSdl, transports, clock, log = silentLog } = options
  const supergraph = loadSupergraph(supergraphSdl)
  for (const { name } of supergraph.subgraphs) {
    if (!transports.has(name)) throw new Error(`Each subgraph needs a transport, but got none for: "${name}".`)
  }
  const prepared = createPreparing(preparationOf(supergraph, options), options)
  const surroundings = { schema: supergraph.apiSchema, deadlines: new Deadlines(clock), log }
  return {
    id: createHash('sha256').update(supergraphSdl).digest('hex'),
    supergraphSdl,
    apiSchema: supergraph.apiSchema,
    apiSdl: supergraph.apiSdl,
    transports,
    async execute(request) {
      try {
        return await execute(prepared(request), request.variables, request.scope, surroundings)
      } catch (error) {
        return { errors: refusal(error, request.scope, log) }
      }
    },
  }
}

const PLAN_CACHE_SIZE = 1000

/** What all operations are prepared with. */
function preparationOf(supergraph: LoadedSupergraph, options: GenerationOptions): Preparation {
  const { transports, clock, log = silentLog, metrics = silentMetrics, noted = new Set() } = options
  const { neverRepeated = new Set([GRANTS]), contract = NO_CONTRACT, planCacheSize = PLAN_CACHE_SIZE } = options
  const rules = readConsentRules(supergraph)
  refuseOtherFlows(rules, contract)
  const consent = rules && createConsent(rules, clock, options)
  const owners = ownersOf(supergraph, contract.subgraphs)
  const figures = createCallFigures(metrics, clock)
  return {
    options: { supergraph, transports, neverRepeated, noted, owners, consent, figures },
    variants: createLru<Variant | GraphQLError>(planCacheSize),
    checkPlan: rules && createPlanCheck(rules, supergraph.fullSchema, contract),
    log,
  }
}

/** Prepares each operation once. Planning is synchronous: equal requests at one time plan once, too. */
function createPreparing(
  preparation: Preparation,
  { metrics = silentMetrics, planCacheSize = PLAN_CACHE_SIZE }: GenerationOptions,
): (request: EngineRequest) => PreparedOperation {
  const operations = createLru<PreparedOperation>(planCacheSize)
  const asked = createPlanFigures(metrics, operations)
  return (request) => {
    const key = cacheKey(request)
    let operation = operations.get(key)
    asked(operation !== undefined)
    if (!operation) {
      operation = prepareOperation(request.document, request.operationName, key, preparation)
      operations.set(key, operation)
    }
    return operation
  }
}

/** Everything that shapes a plan, besides the generation that the cache belongs to. */
function cacheKey({ key, operationName }: EngineRequest): string {
  return operationName === undefined ? key : `${key} ${operationName}`
}

/** What is no fault of the registry is a mistake of ours: told to the log, not to the client. */
function refusal(error: unknown, { requestId }: RequestScope, log: Log): readonly GraphQLError[] {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  if (errors.every(isRefusal)) return errors
  log.error({ requestId, error: describeError(error) }, 'An operation could not be executed.')
  return [fault('INTERNAL_ERROR', { cause: error })]
}

function isRefusal(error: unknown): error is GraphQLError {
  return isFault(error) && isErrorCode(error.extensions['code'])
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { admit } from './admit/admit.ts'
import { createPolicies, type Policies } from './admit/policies.ts'
import type { Generation } from './engine.ts'
import { type Exchange, pathOf } from './exchange.ts'
import { createFronts, type Fronts } from './fronts.ts'
import { createIdentify, type Identify } from './identify/identify.ts'
import { createIdentityFor } from './identify/identityFor.ts'
import { jwksRoutes } from './identify/jwks.ts'
import { createRequestFigures, type RequestFigure } from './metrics/requestFigures.ts'
import { createScopeFor, type ScopeFor } from './identify/scope.ts'
import { DEFAULT_BODY_BYTES, DEFAULT_GRACE_MS, DEFAULT_REQUEST_MS, type GatewayOptions } from './options.ts'
import { textOf } from './receive/persistedQuery.ts'
import { receive } from './receive/receive.ts'
import type { Answer } from './respond/answer.ts'
import { corsHeaders, preflight } from './respond/cors.ts'
import { healthRoute, readyRoute } from './respond/health.ts'
import { createRouter } from './respond/routes.ts'
import { schemaRoute } from './respond/schemaFile.ts'
import { createServing } from './serving.ts'
import { silentMetrics } from '../subgraphs/runtime/metrics/metrics.ts'

export interface Gateway {
  /** Serves `handler`; resolves when it listens, rejects when it cannot (`EADDRINUSE`). Port 0 takes any free one. */
  readonly listen: (address: { readonly host: string; readonly port: number }) => Promise<{ readonly url: string }>
  /** Answers one request; for a server of one's own. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void
  /**
   * Later requests are answered from `generation`. Resolves when no request holds the old one any more: its transports
   * may be closed then. Transports belong to whoever made them.
   */
  readonly swap: (generation: Generation) => Promise<void>
  /**
   * Takes no new request, waits for those under way, at most `graceMs` milliseconds, and cuts off the rest. Resolves
   * when nothing runs any more; may be called again. Transports stay open. Default: `DEFAULT_GRACE_MS`.
   */
  readonly stop: (graceMs?: number) => Promise<void>
}

/** One HTTP request in, one GraphQL answer out (architecture.md). Throws a `TypeError` for options that cannot hold. */
export function createGateway(options: GatewayOptions): Gateway {
  const { clock, log, identity } = options
  const identify = createIdentify(identity, clock)
  const identityFor = createIdentityFor(identity)
  const policies = createPolicies(options)
  const fronts = createFronts(options.generation, log)
  let stopped: Promise<void> | null = null
  const scopeFor = createScopeFor(options, identityFor)
  const figure = createRequestFigures(options.figures ?? { metrics: silentMetrics }, clock)
  const stages = { options, identify, scopeFor, policies, fronts, figure }

  const routes = [
    healthRoute,
    readyRoute({
      current: fronts.current,
      identityFor,
      clock,
      stopping: () => serving.stopping(),
      checks: options.checks ?? [],
    }),
    schemaRoute(fronts.current, identify, policies),
    ...(identity ? jwksRoutes(identity.jwks) : []),
    ...(options.routes ?? []),
  ]
  const router = createRouter(routes, options.bodyBytes ?? DEFAULT_BODY_BYTES)
  const serving = createServing(options, {
    answer: async (exchange) =>
      preflight(policies, exchange.request) ??
      (pathOf(exchange.request) === '/graphql' ? counted(stages, exchange) : router.answer(exchange)),
    headers: (exchange) => ({
      ...corsHeaders(policies, exchange.request.headers.origin, exchange.caller?.client),
      'cache-control': exchange.caller?.client == null && !exchange.holdsUses ? 'no-store' : 'private, no-store',
    }),
  })

  return {
    listen: serving.listen,
    handler: serving.handler,
    swap: fronts.swap,
    stop: (graceMs = DEFAULT_GRACE_MS) => (stopped ??= serving.stop(graceMs).then(fronts.stop)),
  }
}

interface Stages {
  readonly options: GatewayOptions
  readonly identify: Identify
  readonly scopeFor: ScopeFor
  readonly policies: Policies
  readonly fronts: Fronts
  readonly figure: () => RequestFigure
}

async function counted(stages: Stages, exchange: Exchange): Promise<Answer> {
  const figure = stages.figure()
  try {
    const answer = await graphql(stages, exchange, figure)
    figure.answered()
    return answer
  } catch (error) {
    figure.refused(error)
    throw error
  }
}

/** The way of a GraphQL request. Each stage lets it through or throws. */
async function graphql(
  stages: Stages,
  exchange: Exchange,
  { admitted: seen, executed }: RequestFigure,
): Promise<Answer> {
  const { options, identify, scopeFor, policies, fronts } = stages
  const { clock, bodyBytes = DEFAULT_BODY_BYTES, requestMs = DEFAULT_REQUEST_MS } = options
  const deadline = clock.monotonic() + requestMs

  // receive: method, media types, CSRF, size, JSON
  const { method, mediaType, parameters } = await receive(exchange, bodyBytes)

  // identify: token → client and proved profiles
  const caller = (exchange.caller = await identify(exchange.request.headers))
  const policy = policies.of(caller.client)

  return fronts.pinned(async ({ documents, apollo }) => {
    // admit: persisted text, limits, parse, validate, what this client may do
    const text = await textOf(parameters, fronts.persisted)
    const asked = { method, text, operationName: parameters.operationName, caller, policy }
    const admitted = admit({ documents, identified: options.identity !== undefined }, asked)
    seen(admitted.document, admitted.operationName)

    // plan, fetch, merge, shape: the generation's; respond: Apollo Server's
    const scope = scopeFor(exchange, caller, deadline)
    return apollo.answer({ admitted, parameters, mediaType, scope, requestId: exchange.requestId, executed })
  })
}

import { inPart, type PartRequest } from '../bytes/part.ts'
import type { Clock } from '../clock/clock.ts'
import { TIME_HEADER } from '../grants/answerWatch.ts'
import { type Health, type HealthCheck, lookAtHealth } from '../health/health.ts'
import { type CallKey, createHeaderVerifier, type HeaderVerifier } from '../identity/header.ts'
import type { GatewayKeys } from '../identity/gatewayKeys.ts'
import { createPartnerVerifier } from '../identity/partnerCall.ts'
import { callLog } from '../log/callLog.ts'
import type { Log } from '../log/log.ts'
import { type Metrics, silentMetrics } from '../metrics/metrics.ts'
import type { BoundedBody, HttpRoute, Subgraph } from '../subgraph/subgraph.ts'
import { answerGraphql, type CallVerifier, openGraphqlCall } from './graphql.ts'
import { answerInternalCall, type InternalMount } from './internalCalls.ts'
import { createServeFigures, type ServeFigures } from './figures.ts'
import { headersOf, isFault } from '../errors/fault.ts'
import { describeFault, jsonReply, type Reply } from './respond.ts'

/** One subgraph in a server. */
export interface Mount {
  readonly subgraph: Subgraph
  /** Where its GraphQL is, for example `/graphql`, or `/grants/graphql` beside accounts. */
  readonly path: string
  /**
   * The key of the gateway's calls to this subgraph; several while keys are rotated. A partner's: the keys that the
   * gateway publishes (`createGatewayKeys`).
   */
  readonly key: CallKey | readonly CallKey[] | GatewayKeys
  /** The key of each service that may make internal calls, by the caller's name. Default: none may. */
  readonly callers?: ReadonlyMap<string, CallKey | readonly CallKey[]>
}

export interface SiteOptions {
  readonly mounts: readonly Mount[]
  readonly clock: Clock
  readonly log: Log
  /** Asked by `GET /readyz`, once a second at the most. Default: always ready. */
  readonly checks?: readonly HealthCheck[]
  /** Default: nothing is counted. */
  readonly metrics?: Metrics
}

export interface PostRequest {
  /** The header `concord-call`. */
  readonly header: string | undefined
  /** The whole body, at most so long as the kind of call allows; asked for once, or never: nothing is read before. */
  readonly body: () => Promise<Buffer>
  /** Aborted when whoever asked has gone. */
  readonly signal: AbortSignal
}

/** Something that answers a POST: `refuse` says the same in its own form for what `answer` throws. */
export interface PostHandler {
  readonly kind: 'GRAPHQL' | 'INTERNAL'
  answer(request: PostRequest): Promise<Reply>
  refuse(error: unknown): Reply
}

/** What is served where; knows nothing of sockets. */
export interface Site {
  /** `/healthz`, `/readyz` and the subgraphs' routes, in the part that is asked for; null where there is nothing. */
  get(url: URL, request: PartRequest): Promise<Reply | null>
  /** Whether a subgraph's route answers at this path, or below. */
  isRoute(path: string): boolean
  /** The subgraphs' routes that take something; null where nothing does. */
  put(url: URL, body: BoundedBody): Promise<Reply | null>
  /** GraphQL and internal calls; null where there is nothing. */
  post(path: string): PostHandler | null
}

/** Throws a `TypeError` for mounts that cannot stand side by side. */
export function createSite({ mounts, clock, log, checks = [], metrics = silentMetrics }: SiteOptions): Site {
  const figures = createServeFigures(metrics, clock)
  const health = freshHealth(checks, clock)
  const graphql = new Map<string, PostHandler>()
  for (const mount of mounts) {
    if (!mount.path.startsWith('/') || RESERVED.test(mount.path) || graphql.has(mount.path)) {
      throw new TypeError(
        `The path of ${mount.subgraph.name} must start with / and be its own, but got: ${mount.path}.`,
      )
    }
    graphql.set(mount.path, graphqlHandler(mount, clock, log, figures))
  }
  const internal = mounts.map((mount) => internalMount(mount, clock))
  // A longer prefix wins over a shorter one, as in the gateway.
  const routes = mounts.flatMap((mount) => mount.subgraph.routes).toSorted((a, b) => b.prefix.length - a.prefix.length)

  async function get(url: URL, request: PartRequest): Promise<Reply | null> {
    if (url.pathname === '/healthz') return jsonReply(200, { status: 'ok' })
    if (url.pathname === '/readyz') return healthReply(await health())
    const found = await answerRoute(routes, url)
    return found && inPart(found, request)
  }

  async function put(url: URL, body: BoundedBody): Promise<Reply | null> {
    const route = routeAt(routes, url)
    if (route?.put === undefined) return null
    await route.put(url, body)
    return { status: 204, headers: { 'cache-control': 'no-store' }, body: '' }
  }

  function post(path: string): PostHandler | null {
    const operation = /^\/internal\/([A-Za-z0-9]+)$/.exec(path)?.[1]
    return operation === undefined ? (graphql.get(path) ?? null) : internalHandler(internal, operation, log, figures)
  }

  const isRoute = (path: string): boolean => routes.some(({ prefix }) => path.startsWith(prefix))

  return { get, isRoute, put, post }
}

const RESERVED = /^\/(healthz|readyz|internal)(\/|$)/

function graphqlHandler(mount: Mount, clock: Clock, log: Log, figures: ServeFigures): PostHandler {
  const { subgraph } = mount
  const { name } = subgraph
  const verify = gatewayVerifier(mount, clock)
  return {
    kind: 'GRAPHQL',
    async answer({ header, body: read, signal }) {
      const call = await openGraphqlCall(verify, header)
      const body = await read()
      const answered = figures.begin(name)
      const reply = await answerGraphql(subgraph, call, { body, signal })
      answered()
      // Only to whoever signed the call: by it the gateway sees whether clocks agree.
      return { ...reply, headers: { ...reply.headers, [TIME_HEADER]: clock.wall() } }
    },
    refuse(error) {
      const { code, message, status } = describeFault(error, log)
      figures.refused(name, code)
      return jsonReply(status, { errors: [{ message, extensions: { code } }] })
    },
  }
}

function gatewayVerifier({ subgraph, key }: Mount, clock: Clock): CallVerifier {
  const shared = { audience: subgraph.name, clock, saw: subgraph.sawHeader }
  return 'keyOf' in key ? createPartnerVerifier({ ...shared, keys: key }) : createHeaderVerifier({ ...shared, key })
}

function internalHandler(
  mounts: readonly InternalMount[],
  operation: string,
  log: Log,
  figures: ServeFigures,
): PostHandler {
  return {
    kind: 'INTERNAL',
    async answer({ header, body }) {
      let lines = log
      const named = (callId: string): void => {
        lines = callLog(log, { callId, operation })
      }
      try {
        const reply = await answerInternalCall(mounts, { operation, header, body, named })
        // That it was answered shows that there is an operation of this name.
        figures.called(operation)
        return reply
      } catch (error) {
        return refuseInPlainJson(error, lines)
      }
    },
    refuse: (error) => refuseInPlainJson(error, log),
  }
}

/** A refusal where no other form is agreed on. */
export function refuseInPlainJson(error: unknown, log: Log): Reply {
  const { code, message, status } = describeFault(error, log)
  const reply = jsonReply(status, { error: { code, message } })
  const more = status === 405 ? { allow: 'POST' } : isFault(error) ? headersOf(error) : {}
  return { ...reply, headers: { ...reply.headers, ...more } }
}

function internalMount({ subgraph, callers = new Map() }: Mount, clock: Clock): InternalMount {
  const verifiers = new Map<string, HeaderVerifier>()
  for (const [caller, key] of callers) {
    verifiers.set(caller, createHeaderVerifier({ audience: subgraph.name, key, clock, saw: subgraph.sawHeader }))
  }
  return { subgraph, verifiers }
}

/** How long health is told again, in milliseconds: anybody may ask, and looking at a store costs a write. */
const FRESH_MS = 1_000

function freshHealth(checks: readonly HealthCheck[], clock: Clock): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | null = null
  return () => {
    if (last === null || clock.monotonic() - last.at >= FRESH_MS)
      last = { at: clock.monotonic(), health: lookAtHealth(checks) }
    return last.health
  }
}

/** 200 while requests are answered, 503 while they must go elsewhere. */
export function healthReply(health: Health): Reply {
  return jsonReply(health.status === 'ready' || health.status === 'degraded' ? 200 : 503, health)
}

async function answerRoute(routes: readonly HttpRoute[], url: URL): Promise<Reply | null> {
  const found = await routeAt(routes, url)?.get(url)
  if (!found) return null
  return { status: 200, headers: { ...found.headers, 'content-type': found.contentType }, body: found.body }
}

function routeAt(routes: readonly HttpRoute[], { pathname }: URL): HttpRoute | undefined {
  return routes.find((route) => pathname.startsWith(route.prefix))
}

import type { Clock } from '../clock/clock.ts'
import { type CallKey, createHeaderVerifier, type HeaderVerifier } from '../identity/header.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import type { BoundedBody, HttpRoute, Subgraph } from '../subgraph/subgraph.ts'
import { answerGraphql } from './graphql.ts'
import { answerInternalCall, type InternalMount } from './internalCalls.ts'
import { describeFault, jsonReply, type Reply } from './respond.ts'

/** One subgraph in a server. */
export interface Mount {
  readonly subgraph: Subgraph
  /** Where its GraphQL is, for example `/graphql`, or `/grants/graphql` beside accounts. */
  readonly path: string
  /** The key of the gateway's calls to this subgraph; several while keys are rotated. */
  readonly key: CallKey | readonly CallKey[]
  /** The key of each service that may make internal calls, by the caller's name. Default: none may. */
  readonly callers?: ReadonlyMap<string, CallKey | readonly CallKey[]>
}

export interface SiteOptions {
  readonly mounts: readonly Mount[]
  readonly clock: Clock
  readonly log: Log
  /** Asked by `GET /readyz`; rejects while the process cannot serve, for example `storage.check`. Default: ready. */
  readonly ready?: () => Promise<void>
}

export interface PostRequest {
  /** The header `concord-call`. */
  readonly header: string | undefined
  readonly body: Buffer
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
  /** `/healthz`, `/readyz` and the subgraphs' routes; null where there is nothing. */
  get(url: URL): Promise<Reply | null>
  /** Whether a subgraph's route answers at this path, or below. */
  isRoute(path: string): boolean
  /** The subgraphs' routes that take something; null where nothing does. */
  put(url: URL, body: BoundedBody): Promise<Reply | null>
  /** GraphQL and internal calls; null where there is nothing. */
  post(path: string): PostHandler | null
}

/** Throws a `TypeError` for mounts that cannot stand side by side. */
export function createSite({ mounts, clock, log, ready }: SiteOptions): Site {
  const graphql = new Map<string, PostHandler>()
  for (const mount of mounts) {
    if (!mount.path.startsWith('/') || RESERVED.test(mount.path) || graphql.has(mount.path)) {
      throw new TypeError(
        `The path of ${mount.subgraph.name} must start with / and be its own, but got: ${mount.path}.`,
      )
    }
    graphql.set(mount.path, graphqlHandler(mount, clock, log))
  }
  const internal = mounts.map((mount) => internalMount(mount, clock))
  // A longer prefix wins over a shorter one, as in the gateway.
  const routes = mounts.flatMap((mount) => mount.subgraph.routes).toSorted((a, b) => b.prefix.length - a.prefix.length)

  async function get(url: URL): Promise<Reply | null> {
    if (url.pathname === '/healthz') return jsonReply(200, { status: 'ok' })
    if (url.pathname === '/readyz') return readiness(ready, log)
    return answerRoute(routes, url)
  }

  async function put(url: URL, body: BoundedBody): Promise<Reply | null> {
    const route = routeAt(routes, url)
    if (route?.put === undefined) return null
    await route.put(url, body)
    return { status: 204, headers: { 'cache-control': 'no-store' }, body: '' }
  }

  function post(path: string): PostHandler | null {
    const operation = /^\/internal\/([A-Za-z0-9]+)$/.exec(path)?.[1]
    return operation === undefined ? (graphql.get(path) ?? null) : internalHandler(internal, operation, log)
  }

  const isRoute = (path: string): boolean => routes.some(({ prefix }) => path.startsWith(prefix))

  return { get, isRoute, put, post }
}

const RESERVED = /^\/(healthz|readyz|internal)(\/|$)/

function graphqlHandler({ subgraph, key }: Mount, clock: Clock, log: Log): PostHandler {
  const verify = createHeaderVerifier({ audience: subgraph.name, key, clock, saw: subgraph.sawHeader })
  return {
    kind: 'GRAPHQL',
    answer: (request) => answerGraphql(subgraph, verify, request),
    refuse(error) {
      const { code, message, status } = describeFault(error, log)
      return jsonReply(status, { errors: [{ message, extensions: { code } }] })
    },
  }
}

function internalHandler(mounts: readonly InternalMount[], operation: string, log: Log): PostHandler {
  return {
    kind: 'INTERNAL',
    answer: (request) => answerInternalCall(mounts, { ...request, operation }),
    refuse: (error) => refuseInPlainJson(error, log),
  }
}

/** A refusal where no other form is agreed on. */
export function refuseInPlainJson(error: unknown, log: Log): Reply {
  const { code, message, status } = describeFault(error, log)
  const reply = jsonReply(status, { error: { code, message } })
  return status === 405 ? { ...reply, headers: { ...reply.headers, allow: 'POST' } } : reply
}

function internalMount({ subgraph, callers = new Map() }: Mount, clock: Clock): InternalMount {
  const verifiers = new Map<string, HeaderVerifier>()
  for (const [caller, key] of callers) {
    verifiers.set(caller, createHeaderVerifier({ audience: subgraph.name, key, clock, saw: subgraph.sawHeader }))
  }
  return { subgraph, verifiers }
}

async function readiness(ready: SiteOptions['ready'], log: Log): Promise<Reply> {
  try {
    await ready?.()
    return jsonReply(200, { status: 'ready' })
  } catch (error) {
    log.warn({ error: describeError(error) }, 'not ready')
    return jsonReply(503, { status: 'not ready' })
  }
}

async function answerRoute(routes: readonly HttpRoute[], url: URL): Promise<Reply | null> {
  const found = await routeAt(routes, url)?.get(url)
  if (!found) return null
  return { status: 200, headers: { ...found.headers, 'content-type': found.contentType }, body: found.body }
}

function routeAt(routes: readonly HttpRoute[], { pathname }: URL): HttpRoute | undefined {
  return routes.find((route) => pathname.startsWith(route.prefix))
}

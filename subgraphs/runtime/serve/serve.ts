import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isSource } from '../bytes/byteSource.ts'
import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import { CALL_HEADER } from '../identity/header.ts'
import type { Health } from '../health/health.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import { bodyOf, requireJson } from './body.ts'
import { corsHeaders, isPreflight, PREFLIGHT } from './cors.ts'
import { listen } from './listen.ts'
import { type Reply, send } from './respond.ts'
import { createSite, healthReply, refuseInPlainJson, type Site, type SiteOptions } from './site.ts'
import { sendUnread } from './unread.ts'

export interface ServeLimits {
  /** The longest body of a GraphQL request, in bytes. Default: 1,000,000. */
  readonly bodyBytes?: number
  /** The longest body of an internal call, in bytes: pictures and films travel in them. Default: 16,000,000. */
  readonly internalBodyBytes?: number
  /** How long the headers of a request may take to come, in milliseconds. Default: 10,000. */
  readonly headersMs?: number
  /** How long a whole request may take to come, in milliseconds. Default: 30,000. */
  readonly requestMs?: number
}

export interface ServeOptions extends SiteOptions {
  /** The address to listen on, for example `127.0.0.1`. */
  readonly host: string
  /** 0 takes any free port; `url` tells which. */
  readonly port: number
  readonly limits?: ServeLimits
  /** Origins whose pages may use the subgraphs' routes: fetch media, and upload (CORS). Default: none. */
  readonly origins?: readonly string[]
}

export interface ServedSubgraphs {
  /** Without a path: `http://127.0.0.1:4001`. */
  readonly url: string
  /**
   * Takes no new connection and refuses new requests (`SERVER_STOPPING`), waits for those that run, at most `graceMs`
   * milliseconds by the clock, then cuts off what is left. Resolves when all is closed; may be called again.
   */
  stop(graceMs: number): Promise<void>
}

/** Serves subgraphs over HTTP; resolves when it listens, rejects when it cannot (`EADDRINUSE`). */
export async function serveSubgraphs(options: ServeOptions): Promise<ServedSubgraphs> {
  const { host, port, clock, log, limits = {}, origins = [] } = options
  const { bodyBytes = 1_000_000, internalBodyBytes = 16_000_000, headersMs = 10_000, requestMs = 30_000 } = limits
  const site = createSite(options)
  let stopping: Promise<void> | null = null

  const timeouts = { headersTimeout: headersMs, requestTimeout: requestMs }
  const connectionsCheckingInterval = Math.min(headersMs, requestMs, 1000)
  const server = createServer({ ...timeouts, connectionsCheckingInterval })
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'an answer could not be written')
      response.destroy()
    })
  }
  // Who asks whether to send a body at all (RFC 9110, section 10.1.1) is told when it is wanted, or refused.
  server.on('request', take).on('checkContinue', take)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const state = { site, log, bodyBytes, internalBodyBytes, stopping: stopping !== null }
    const answered = await answer(request, response, state)
    const cors = site.isRoute(pathOf(request)) ? corsHeaders(origins, request) : {}
    const reply = { ...answered, headers: { ...answered.headers, ...cors } }
    // A body that was not read to its end would be taken for the next request.
    const isUnread = !request.complete && stopping === null
    if (isUnread && !isSource(reply.body)) sendUnread(response, { ...reply, body: reply.body }, clock)
    else await send(response, reply, stopping !== null || isUnread)
  }

  await listen(server, host, port)
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    stop: (graceMs) => (stopping ??= close(server, clock, graceMs)),
  }
}

interface ServerState {
  readonly site: Site
  readonly log: Log
  readonly bodyBytes: number
  readonly internalBodyBytes: number
  readonly stopping: boolean
}

const STOPPING: Health = { status: 'stopping', missing: [], codes: {} }

async function answer(request: IncomingMessage, response: ServerResponse, state: ServerState): Promise<Reply> {
  const { site, log } = state
  const signal = abortedWhenGone(response)
  const read = bodyOf(request, response)
  try {
    // Health and what the subgraphs serve beside GraphQL
    const url = parseUrl(request.url)
    if (state.stopping && url.pathname === '/readyz') return healthReply(STOPPING)
    if (state.stopping) throw fault('SERVER_STOPPING')
    const reading = request.method === 'GET' || request.method === 'HEAD'
    const found = reading ? await site.get(url, request) : null
    if (found) return found
    if (isPreflight(request) && site.isRoute(url.pathname)) return PREFLIGHT

    // What is sent to them
    const taken = request.method === 'PUT' ? await site.put(url, read) : null
    if (taken) return taken

    // GraphQL and internal calls
    const handler = site.post(url.pathname)
    if (!handler) throw fault('REQUEST_PATH_UNKNOWN')
    if (request.method !== 'POST') throw fault('REQUEST_METHOD_NOT_ALLOWED')
    try {
      requireJson(request)
      const limit = handler.kind === 'INTERNAL' ? state.internalBodyBytes : state.bodyBytes
      return await handler.answer({ header: callHeader(request), body: () => read(limit), signal })
    } catch (error) {
      return handler.refuse(error)
    }
  } catch (error) {
    return refuseInPlainJson(error, log)
  }
}

/** The path as it stands in the request, without its query. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}

function parseUrl(target = '/'): URL {
  const base = 'http://subgraph.invalid'
  // A path only: no absolute form, no `//host/path`.
  if (!target.startsWith('/') || target.startsWith('//') || !URL.canParse(target, base)) throw fault('BAD_REQUEST')
  return new URL(target, base)
}

function callHeader(request: IncomingMessage): string | undefined {
  const header = request.headers[CALL_HEADER]
  // Node joins repeated headers with a comma, which no signature contains.
  return Array.isArray(header) ? header.join(',') : header
}

function abortedWhenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(fault('REQUEST_CANCELLED'))
  })
  return gone.signal
}

async function close(server: Server, clock: Clock, graceMs: number): Promise<void> {
  const closed = new AbortController()
  clock.wait(graceMs, closed.signal).then(
    () => server.closeAllConnections(),
    () => undefined,
  )
  // Lets go of idle connections at once and of the others after their answer, which says `connection: close`.
  await new Promise<void>((resolve) => server.close(() => resolve()))
  closed.abort()
}

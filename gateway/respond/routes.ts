import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { inPart } from '../../subgraphs/runtime/bytes/part.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { HttpRoute } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { type Exchange, urlOf } from '../exchange.ts'
import { readBody } from '../receive/body.ts'
import { type Answer, unlessKnown } from './answer.ts'

/** A path beside `/graphql`. */
export interface GatewayRoute {
  /** A route for GET answers HEAD as well. */
  readonly method: 'GET' | 'POST' | 'PUT'
  /** This very path, or, with a `/` and a `*` at its end, everything below it: `/media/photo/*`. */
  readonly path: string
  /**
   * Answers this machine only, asked as `localhost` or a loopback address (no DNS name can be rebound to it). Default:
   * false.
   */
  readonly loopbackOnly?: boolean
  /**
   * Null where there is nothing: 404. One with an ETag becomes a 304 where the client has it, one of bytes a 206 where it
   * asks for a part. A fault that it throws becomes the answer, anything else `INTERNAL_ERROR`.
   */
  readonly handle: (visit: Visit) => Promise<Answer | null> | Answer | null
}

export interface Visit {
  /** Path and query; the host is what the client wrote, and may be a lie. */
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  /** The body of a POST or PUT, of at most `limit` bytes. Rejects with `REQUEST_BODY_TOO_LARGE`. Default: the router's. */
  readonly body: (limit?: number) => Promise<Buffer>
}

/** A subgraph's own path, as routes of the gateway. */
export function routesOfSubgraph({ prefix, get, put }: HttpRoute): readonly GatewayRoute[] {
  const path = `${prefix}*`
  const reading: GatewayRoute = {
    method: 'GET',
    path,
    async handle({ url }) {
      const found = await get(url)
      if (found === null) return null
      return { status: 200, headers: { 'content-type': found.contentType, ...found.headers }, body: found.body }
    },
  }
  if (put === undefined) return [reading]
  const taking: GatewayRoute = {
    method: 'PUT',
    path,
    async handle({ url, body }) {
      await put(url, body)
      return { status: 204, headers: {}, body: '' }
    },
  }
  return [reading, taking]
}

export interface Router {
  /**
   * The answer of the route that the request asks for. Rejects with `REQUEST_PATH_UNKNOWN`,
   * `REQUEST_METHOD_NOT_ALLOWED`, `LOOPBACK_ONLY`, or with what the route throws.
   */
  answer(exchange: Exchange): Promise<Answer>
}

/** An exact path wins over a longer prefix, and that over a shorter one. `bodyBytes` bounds the bodies that a
 * route sets no limit for. */
export function createRouter(routes: readonly GatewayRoute[], bodyBytes: number): Router {
  const specificity = ({ path }: GatewayRoute): number => (path.endsWith('/*') ? path.length : Infinity)
  const sorted = routes.toSorted((a, b) => specificity(b) - specificity(a))

  return {
    async answer({ request }) {
      const url = urlOf(request)
      const route = choose(sorted, request, url.pathname)
      if (route.loopbackOnly === true && !isLoopback(request)) throw fault('LOOPBACK_ONLY')
      const body = (limit = bodyBytes): Promise<Buffer> => readBody(request, limit)
      const found = await route.handle({ url, headers: request.headers, body })
      if (found === null) throw fault('REQUEST_PATH_UNKNOWN')
      return inPart(unlessKnown(found, request.headers['if-none-match']), request)
    },
  }
}

function choose(sorted: readonly GatewayRoute[], request: IncomingMessage, path: string): GatewayRoute {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const there = sorted.filter((route) => fits(route, path))
  if (there.length === 0) throw fault('REQUEST_PATH_UNKNOWN')
  const route = there.find((each) => each.method === method)
  if (route === undefined) throw methodNotAllowed(there, method)
  return route
}

function fits(route: GatewayRoute, path: string): boolean {
  return route.path.endsWith('/*') ? path.startsWith(route.path.slice(0, -1)) : route.path === path
}

function methodNotAllowed(there: readonly GatewayRoute[], method = 'nothing'): Error {
  const allowed = [...new Set(there.map((route) => route.method))].join(' or ')
  return fault('REQUEST_METHOD_NOT_ALLOWED', { message: `This path takes ${allowed}, but got: ${method}.` })
}

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

function isLoopback({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? ''
  const local = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
  // A proxy on this machine speaks for others.
  const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return local && !forwarded && LOOPBACK_HOST.test(headers.host ?? '')
}

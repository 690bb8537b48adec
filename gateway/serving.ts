import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Clock } from '../subgraphs/runtime/clock/clock.ts'
import { fault } from '../subgraphs/runtime/errors/fault.ts'
import { describeError } from '../subgraphs/runtime/log/describeError.ts'
import { type Exchange, openExchange, pathOf } from './exchange.ts'
import { createHolders } from './holders.ts'
import type { GatewayOptions } from './options.ts'
import type { Answer } from './respond/answer.ts'
import { refuse } from './respond/refuse.ts'
import { send } from './respond/send.ts'

/** What the requests are answered with. */
export interface ServingHooks {
  /** Called once per request. A rejection becomes an answer (respond/refuse.ts). */
  readonly answer: (exchange: Exchange) => Promise<Answer>
  /** Headers of the answer, asked for after `answer` has settled, whichever way. */
  readonly headers: (exchange: Exchange) => Readonly<Record<string, string>>
}

export interface Serving {
  readonly listen: (address: { readonly host: string; readonly port: number }) => Promise<{ readonly url: string }>
  readonly handler: RequestListener
  readonly stopping: () => boolean
  /** Resolves when no request runs any more; the first call decides how long that may take. */
  readonly stop: (graceMs: number) => Promise<void>
}

/** Everything about being an HTTP server that is not about what is asked. */
export function createServing({ clock, random, log }: GatewayOptions, hooks: ServingHooks): Serving {
  const server = createHttpServer(handler)
  const silent = silentSockets(server)
  const running = createHolders()
  const cut = new AbortController()
  // Every request under way listens to it; Node would take more than ten for a leak.
  setMaxListeners(0, cut.signal)
  let stopped: Promise<void> | null = null

  function handler(request: IncomingMessage, response: ServerResponse): void {
    const exchange = openExchange(request, response, random, cut.signal)
    running.during(respond(exchange, response)).catch((error: unknown) => {
      log.error({ requestId: exchange.requestId, error: describeError(error) }, 'an answer could not be written')
      response.destroy()
    })
  }

  async function respond(exchange: Exchange, response: ServerResponse): Promise<void> {
    const refused = stopped !== null && pathOf(exchange.request) === '/graphql'
    const answer = refused ? Promise.reject(fault('SERVER_STOPPING')) : hooks.answer(exchange)
    const settled = await answer.catch((error: unknown) => refuse(error, { ...exchange, log }))
    await send(response, settled, {
      ...hooks.headers(exchange),
      'x-request-id': exchange.requestId,
      ...(stopped === null ? {} : { connection: 'close' }),
    })
  }

  async function close(graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of silent) socket.destroy()
    const inTime = await within(clock, graceMs, Promise.all([closed, running.none()]))
    if (!inTime) {
      cut.abort()
      server.closeAllConnections()
    }
    await closed
  }

  return {
    listen: async (address) => {
      const listening = await listen(server, address)
      // Without a listener, running out of file descriptors while accepting would end the process.
      server.on('error', (error) => log.error({ error: describeError(error) }, 'a connection could not be accepted'))
      return listening
    },
    handler,
    stopping: () => stopped !== null,
    stop: (graceMs) => (stopped ??= close(graceMs)),
  }
}

/** How long headers, and a whole request, may take to come, in milliseconds: nobody holds a connection by trickling. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000

function createHttpServer(handler: RequestListener): Server {
  const times = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 }
  return createServer(times, handler).on('clientError', answerNoHttp)
}

/** Connections on which nothing was asked yet: browsers open them ahead, and Node does not count them as idle. */
function silentSockets(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  return silent
}

function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const { port: actual } = server.address() as AddressInfo
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}` })
    })
  })
}

/** What was sent is no HTTP, or its headers are too large: said in HTTP all the same, and the connection ends. */
function answerNoHttp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const body = `${JSON.stringify({ errors: [{ message: `${status}.`, extensions: { code: 'BAD_REQUEST' } }] })}\n`
  const head = ['content-type: application/json', `content-length: ${body.length}`, 'connection: close']
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Whether `work` ended before `ms` had passed by the clock. */
async function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
  const ended = new AbortController()
  const late = clock.wait(ms, ended.signal).then(() => false)
  const inTime = await Promise.race([work.then(() => true), late])
  ended.abort()
  return inTime
}

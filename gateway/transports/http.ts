import { Pool } from 'undici'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { fault, isFault } from '../../subgraphs/runtime/errors/fault.ts'
import { TIME_HEADER, type TimedAnswer } from '../../subgraphs/runtime/grants/answerWatch.ts'
import { CALL_HEADER, type HeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import type { SubgraphRequest, SubgraphResponse, SubgraphTransport } from '../transport.ts'
import { createBreaker } from './breaker.ts'
import { parseResponse } from './response.ts'

export interface HttpTransportOptions {
  /** The subgraph's name, for messages. */
  readonly name: string
  /** Where it serves GraphQL: `http://10.0.0.7:4003/graphql`. */
  readonly url: string
  readonly clock: Clock
  /** Signs what the subgraph is told (`createHeaderSigner`). Absent: it is told nothing. */
  readonly sign?: HeaderSigner
  /**
   * Told what the subgraph's clock showed when it answered; for subgraphs of the house, whose word on the time counts.
   * Default: nobody.
   */
  readonly saw?: (answer: TimedAnswer) => void
  /** How many connections at most. Default: 64. */
  readonly connections?: number
  /** How long connecting may take, in milliseconds. Default: 2,000. */
  readonly connectMs?: number
  /** The largest answer that is read, in bytes. Default: 16 MiB. */
  readonly responseBytes?: number
}

/**
 * The way to a subgraph over HTTP: kept-alive connections, a signed header for each call, reads repeated once when the
 * connection failed, calls kept away for a while from a URL that cannot be reached. The deadline is the request's
 * signal.
 */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { name, connections = 64, connectMs = 2_000 } = options
  const { origin, pathname, search } = new URL(options.url)
  // The deadline is the signal's: undici's own timeouts would be a second clock.
  const pool = new Pool(origin, { connections, connect: { timeout: connectMs }, headersTimeout: 0, bodyTimeout: 0 })
  const call: Call = { ...options, pool, path: `${pathname}${search}` }
  const breaker = createBreaker(options.clock)

  return {
    async send(request) {
      if (!breaker.permits()) throw fault('SUBGRAPH_UNREACHABLE', { message: unreachable(name) })
      try {
        const response = await sendOnceOrTwice(call, request)
        breaker.succeeded()
        return response
      } catch (error) {
        if (isFault(error, 'SUBGRAPH_UNREACHABLE')) breaker.failed()
        else if (isFault(error, 'SUBGRAPH_BAD_RESPONSE')) breaker.succeeded()
        throw error
      }
    },
    close: () => pool.destroy(),
  }
}

interface Call extends HttpTransportOptions {
  readonly pool: Pool
  readonly path: string
}

/** A read whose connection failed is sent again; a subgraph that ended an idle connection just then would look down. */
async function sendOnceOrTwice(call: Call, request: SubgraphRequest): Promise<SubgraphResponse> {
  try {
    return await sendOnce(call, request)
  } catch (error) {
    if (!request.idempotent || request.signal.aborted || !isFault(error, 'SUBGRAPH_UNREACHABLE')) throw error
    const variables = request.variablesAgain?.() ?? request.variables
    return sendOnce(call, { ...request, variables })
  }
}

async function sendOnce(call: Call, request: SubgraphRequest): Promise<SubgraphResponse> {
  const { query, operationName, variables } = request
  const body = JSON.stringify({ query, ...(operationName === undefined ? {} : { operationName }), variables })
  const { status, text } = await exchange(call, request, body)
  return parseResponse(call.name, status, text)
}

/** Rejects with `SUBGRAPH_UNREACHABLE`, `SUBGRAPH_BAD_RESPONSE`, or the signal's own reason. */
async function exchange(call: Call, request: SubgraphRequest, body: string): Promise<{ status: number; text: string }> {
  const { signal } = request
  const { clock, path } = call
  try {
    const headers = headersOf(call, request, body)
    const sent = clock.wall()
    const response = await call.pool.request({ path, method: 'POST', headers, body, signal })
    const { statusCode, body: stream } = response
    if (call.saw) tellTime(call.saw, call.name, { sent, received: clock.wall(), header: response.headers[TIME_HEADER] })
    return { status: statusCode, text: await readText(stream, call) }
  } catch (cause) {
    if (signal.aborted) throw isFault(signal.reason) ? signal.reason : fault('SUBGRAPH_TIMEOUT', { cause })
    if (isFault(cause)) throw cause
    throw fault('SUBGRAPH_UNREACHABLE', { message: unreachable(call.name), cause })
  }
}

function tellTime(
  saw: (answer: TimedAnswer) => void,
  subgraph: string,
  { header, ...times }: { readonly sent: number; readonly received: number; readonly header: unknown },
): void {
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) saw({ subgraph, ...times, theirs: Number(header) })
}

/** A header is made for one sending: a repetition has its own. */
function headersOf({ sign }: Call, request: SubgraphRequest, body: string): Record<string, string> {
  const { identity, headers, named } = request
  return {
    ...headers,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...(sign && identity ? { [CALL_HEADER]: sign(body, identity, named) } : {}),
  }
}

async function readText(stream: AsyncIterable<Buffer>, { name, responseBytes = 16 * 2 ** 20 }: Call): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > responseBytes) throw tooLarge(name, responseBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function tooLarge(name: string, limit: number): Error {
  return fault('SUBGRAPH_BAD_RESPONSE', {
    message: `Subgraph "${name}" must answer with at most ${limit} bytes, but answered with more.`,
  })
}

function unreachable(name: string): string {
  return `Subgraph "${name}" could not be reached. Its part of the answer is missing; ask again later.`
}

import type { Clock } from '../clock/clock.ts'
import { withinTime } from '../clock/withinTime.ts'
import { fault } from '../errors/fault.ts'
import { isErrorCode } from '../errors/registry.ts'
import { CALL_HEADER, type CallKey, createHeaderSigner, type HeaderSigner } from '../identity/header.ts'
import type { Random } from '../random/random.ts'
import type { Subgraph } from '../subgraph/subgraph.ts'

/** How one service calls the internal operations of others; the same for the caller in one process and over HTTP. */
export interface InternalCalls {
  /**
   * The operation's output. Rejects with the fault that the operation threw, or with `SUBGRAPH_UNREACHABLE`,
   * `SUBGRAPH_TIMEOUT` or `SUBGRAPH_BAD_RESPONSE`: after these it may have run. Nothing is sent twice.
   */
  call(service: string, operation: string, input: unknown): Promise<unknown>
}

export interface InProcessCallsOptions {
  /** The name of the service that calls. */
  readonly caller: string
  /** The services in this process; looked up at each call, so that they may be made in any order. */
  readonly services: ReadonlyMap<string, Subgraph>
}

/** Calls within the process: nothing is signed, since nobody can stand between. */
export function createInProcessCalls({ caller, services }: InProcessCallsOptions): InternalCalls {
  return {
    async call(service, operation, input) {
      const subgraph = services.get(service)
      if (!subgraph) throw unknownService(service)
      // A copy, as over HTTP: neither side sees what the other does to it later.
      const output = await subgraph.callInternal(operation, caller, structuredClone(input))
      return structuredClone(output)
    },
  }
}

export interface HttpService {
  /** Where it serves, for example `http://10.0.0.7:4001`; `/internal/<name>` is added. */
  readonly url: string
  /** The key of calls from this caller to that service (`callKey`). */
  readonly key: CallKey
}

export interface HttpCallsOptions {
  readonly caller: string
  readonly services: ReadonlyMap<string, HttpService>
  readonly clock: Clock
  readonly random: Random
  /** How long to wait for an answer, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number
}

/** Calls over HTTP, each with a signed header of its own. */
export function createHttpCalls(options: HttpCallsOptions): InternalCalls {
  const { caller, services, clock, random, timeoutMs = 10_000 } = options
  const destinations = new Map<string, { url: string; sign: HeaderSigner }>()
  for (const [audience, { url, key }] of services) {
    destinations.set(audience, { url, sign: createHeaderSigner({ audience, key, clock, random }) })
  }

  return {
    async call(service, operation, input) {
      const destination = destinations.get(service)
      if (!destination) throw unknownService(service)
      const body = JSON.stringify({ input })
      const header = destination.sign(body, { caller, operation, timeoutMs })
      const url = new URL(`/internal/${operation}`, destination.url)
      return readOutput(await post(url, header, body, clock, timeoutMs))
    },
  }
}

interface Reply {
  readonly status: number
  readonly text: string
}

async function post(url: URL, header: string, body: string, clock: Clock, timeoutMs: number): Promise<Reply> {
  return withinTime(clock, timeoutMs, async (signal) => {
    try {
      const headers = { 'content-type': 'application/json', [CALL_HEADER]: header }
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
      return { status: response.status, text: await response.text() }
    } catch (error) {
      throw fault(signal.aborted ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNREACHABLE', { cause: error })
    }
  })
}

function readOutput({ status, text }: Reply): unknown {
  const reply = parseObject(text)
  if (status === 200 && reply && 'output' in reply) return reply['output']
  const error = reply?.['error'] as { code?: unknown; message?: unknown } | undefined
  if (isErrorCode(error?.code) && typeof error.message === 'string') {
    throw fault(error.code, { message: error.message })
  }
  throw fault('SUBGRAPH_BAD_RESPONSE')
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function unknownService(service: string): Error {
  return fault('CONFIGURATION_INVALID', {
    message: `Internal calls know no service ${service}. Configure where it is.`,
  })
}

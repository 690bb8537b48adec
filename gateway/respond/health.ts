import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { Generation } from '../engine.ts'
import { NOBODY } from '../identify/caller.ts'
import type { IdentityFor } from '../identify/identityFor.ts'
import type { SubgraphTransport } from '../transport.ts'
import { jsonAnswer } from './answer.ts'
import type { GatewayRoute } from './routes.ts'

/** How long a subgraph has to answer the question whether it is there, in milliseconds. */
const PROBE_MS = 1_000

/** How long an answer is given again, in milliseconds: anybody may ask, and each asking asks every subgraph. */
const FRESH_MS = 1_000

/** `GET /healthz`: the process is alive. */
export const healthRoute: GatewayRoute = {
  method: 'GET',
  path: '/healthz',
  handle: () => jsonAnswer(200, { status: 'ok' }),
}

export interface ReadinessOptions {
  readonly current: () => Generation
  readonly identityFor: IdentityFor
  readonly clock: Clock
  readonly stopping: () => boolean
}

/**
 * `GET /readyz`: 200 once every subgraph of the current generation has answered, 503 before and while stopping. Later
 * on a subgraph that is down is named, but the gateway stays ready: what needs others is answered, and taking all
 * gateways out of service at once would turn one app's outage into everybody's.
 */
export function readyRoute({ current, identityFor, clock, stopping }: ReadinessOptions): GatewayRoute {
  let complete: Generation | null = null
  let last: { readonly generation: Generation; readonly at: number; readonly missing: Promise<string[]> } | null = null

  function probeAll(generation: Generation): Promise<string[]> {
    if (last?.generation === generation && clock.monotonic() - last.at < FRESH_MS) return last.missing
    last = { generation, at: clock.monotonic(), missing: missingOf(generation) }
    return last.missing
  }

  async function missingOf(generation: Generation): Promise<string[]> {
    const answers = await Promise.all(
      [...generation.transports].map(async ([name, transport]) => ((await probe(name, transport)) ? [] : [name])),
    )
    return answers.flat().toSorted()
  }

  async function probe(name: string, transport: SubgraphTransport): Promise<boolean> {
    const controller = new AbortController()
    const identity = identityFor(NOBODY, name, PROBE_MS)
    const question = { query: '{ __typename }', variables: {}, signal: controller.signal, idempotent: false }
    const answered = transport.send({ ...question, ...(identity ? { identity } : {}) }).then(
      ({ data }) => typeof data?.['__typename'] === 'string',
      () => false,
    )
    const inTime = await Promise.race([answered, clock.wait(PROBE_MS, controller.signal).then(() => false)])
    controller.abort()
    return inTime
  }

  return {
    method: 'GET',
    path: '/readyz',
    async handle() {
      const generation = current()
      const missing = await probeAll(generation)
      if (missing.length === 0) complete = generation
      const ready = complete === generation
      if (stopping() || !ready) return jsonAnswer(503, { status: stopping() ? 'stopping' : 'starting', missing })
      return jsonAnswer(200, { status: missing.length === 0 ? 'ready' : 'degraded', missing })
    },
  }
}

import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { isFault } from '../../subgraphs/runtime/errors/fault.ts'
import { type Health, type HealthCheck, lookAtHealth } from '../../subgraphs/runtime/health/health.ts'
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
  /** Of this process itself, besides its subgraphs. Default: none. */
  readonly checks?: readonly HealthCheck[]
  readonly current: () => Generation
  readonly identityFor: IdentityFor
  readonly clock: Clock
  readonly stopping: () => boolean
}

/**
 * `GET /readyz`: 200 once every subgraph of the current generation has answered, 503 before and while stopping. Later
 * on a subgraph that is down is named, but the gateway stays ready: what needs others is answered, and taking all
 * gateways out of service at once would turn one app's outage into everybody's. Where subgraphs stand in this process, a
 * store that is away leaves nothing to answer with: 503.
 */
export function readyRoute(options: ReadinessOptions): GatewayRoute {
  const { current, clock, stopping, checks = [] } = options
  let complete: Generation | null = null
  let last: { readonly generation: Generation; readonly at: number; readonly health: Promise<Health> } | null = null

  function look(generation: Generation): Promise<Health> {
    if (last?.generation === generation && clock.monotonic() - last.at < FRESH_MS) return last.health
    const probes = [...generation.transports].map(([name, transport]) => probeCheck(name, transport, options))
    last = { generation, at: clock.monotonic(), health: lookAtHealth([...probes, ...checks]) }
    return last.health
  }

  return {
    method: 'GET',
    path: '/readyz',
    async handle() {
      const generation = current()
      const health = await look(generation)
      if (health.missing.every((name) => !generation.transports.has(name))) complete = generation
      if (stopping()) return jsonAnswer(503, { ...health, status: 'stopping' })
      if (complete !== generation) return jsonAnswer(503, { ...health, status: 'starting' })
      return jsonAnswer(health.status === 'not ready' ? 503 : 200, health)
    },
  }
}

function probeCheck(
  name: string,
  transport: SubgraphTransport,
  { identityFor, clock }: Pick<ReadinessOptions, 'identityFor' | 'clock'>,
): HealthCheck {
  async function look(): Promise<string | null> {
    const controller = new AbortController()
    const identity = identityFor(NOBODY, name, PROBE_MS)
    const question = { query: '{ __typename }', variables: {}, signal: controller.signal, idempotent: false }
    const answered = transport.send({ ...question, ...(identity ? { identity } : {}) }).then(
      ({ data }) => (typeof data?.['__typename'] === 'string' ? null : 'SUBGRAPH_BAD_RESPONSE'),
      (error: unknown) => codeOf(error),
    )
    const late = clock.wait(PROBE_MS, controller.signal).then(() => 'SUBGRAPH_TIMEOUT')
    const code = await Promise.race([answered, late])
    controller.abort()
    return code
  }
  return { name, isEssential: false, look }
}

/** Why no answer came, where the registry has a name for it. */
function codeOf(error: unknown): string {
  return isFault(error) ? String(error.extensions['code']) : 'SUBGRAPH_UNREACHABLE'
}

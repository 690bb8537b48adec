import cluster from 'node:cluster'
import { CONSENT_STEP, type Metrics, silentMetrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import type { OutboxFigures } from '../../subgraphs/runtime/outbox/outbox.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { Configuration } from '../configuration.ts'
import type { PrometheusMetrics } from '../metrics/prometheus.ts'

/** What one process counts, and where it shows it. */
export interface Figures {
  readonly metrics: Metrics
  /** Where it is shown; null where nothing is counted. Rejects when the port is taken. */
  serve(): Promise<string | null>
  stop(): Promise<void>
}

/** As `metrics` in the configuration says: nothing is counted without a port to show it on. */
export async function openFigures({ metrics: { host, port } }: Configuration): Promise<Figures> {
  if (port === undefined)
    return { metrics: silentMetrics, serve: () => Promise.resolve(null), stop: () => Promise.resolve() }
  // Loaded only where it is used.
  const { createPrometheusMetrics } = await import('../metrics/prometheus.ts')
  const { serveMetrics } = await import('../metrics/serveMetrics.ts')
  const metrics = createPrometheusMetrics({ process: true })
  if (cluster.isWorker) return { metrics, serve: () => answerWatcher(metrics), stop: () => Promise.resolve() }
  let served: Awaited<ReturnType<typeof serveMetrics>> | undefined
  return {
    metrics,
    async serve() {
      served = await serveMetrics(metrics, { host, port })
      return served.url
    },
    stop: async () => served?.stop(),
  }
}

/** A worker shares its port with others: who watches over them shows what they counted. */
async function answerWatcher(metrics: PrometheusMetrics): Promise<null> {
  const { answerForFigures } = await import('../metrics/workers.ts')
  answerForFigures(metrics)
  return null
}

/** Whether each subgraph of this process sees that clocks agree, as 1 or 0. */
export function showClocks(metrics: Metrics, subgraphs: readonly Pick<Subgraph, 'name' | 'isClockTrusted'>[]): void {
  const figure = {
    name: 'concord_clocks_agree',
    help: 'Whether clocks agree well enough for consented data (1), or it is held back (0).',
    labels: ['subgraph'],
    together: 'min',
  } as const
  metrics.gauge(figure, () =>
    subgraphs.flatMap(({ name, isClockTrusted }) =>
      isClockTrusted ? [{ values: { subgraph: name }, value: Number(isClockTrusted()) }] : [],
    ),
  )
}

/** What waits in the outboxes of this process, and what became of it. */
export function showOutboxes(metrics: Metrics, subgraphs: readonly Subgraph[]): void {
  const figures = (): readonly OutboxFigures[] => subgraphs.flatMap(({ outbox }) => outbox?.figures() ?? [])
  const tries = {
    name: 'concord_outbox_tries',
    help: 'Tries of items since the process began: all, in steps of 10, those that failed, and items given up.',
    labels: ['collection', 'outcome'],
  } as const
  metrics.gauge(tries, () =>
    figures().flatMap(({ collection, tried, failed, givenUp }) => [
      { values: { collection, outcome: 'all' }, value: tried - (tried % CONSENT_STEP) },
      { values: { collection, outcome: 'failed' }, value: failed },
      { values: { collection, outcome: 'given up' }, value: givenUp },
    ]),
  )
  const age = {
    name: 'concord_outbox_oldest_due_seconds',
    help: 'For how long the item has been due that is due longest, of all processes.',
    labels: ['collection'],
    together: 'max',
  } as const
  metrics.gauge(age, () =>
    figures().map(({ collection, oldestDueMs }) => ({ values: { collection }, value: oldestDueMs / 1000 })),
  )
}

/** False when one of them sees that clocks differ. */
export function clocksAgree(subgraphs: readonly Subgraph[]): boolean {
  return subgraphs.every((subgraph) => subgraph.isClockTrusted?.() ?? true)
}

import { type Metrics, silentMetrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { Configuration } from '../configuration.ts'

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

/** Whether each subgraph of this process sees that clocks agree, as 1 or 0. */
export function showClocks(metrics: Metrics, subgraphs: readonly Pick<Subgraph, 'name' | 'isClockTrusted'>[]): void {
  const figure = {
    name: 'concord_clocks_agree',
    help: 'Whether clocks agree well enough for consented data (1), or it is held back (0).',
    labels: ['subgraph'],
  } as const
  metrics.gauge(figure, () =>
    subgraphs.flatMap(({ name, isClockTrusted }) =>
      isClockTrusted ? [{ values: { subgraph: name }, value: Number(isClockTrusted()) }] : [],
    ),
  )
}

/** False when one of them sees that clocks differ. */
export function clocksAgree(subgraphs: readonly Subgraph[]): boolean {
  return subgraphs.every((subgraph) => subgraph.isClockTrusted?.() ?? true)
}

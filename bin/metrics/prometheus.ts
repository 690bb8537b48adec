import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ShownMetrics } from './serveMetrics.ts'
import type { Count, Figure, LabelValues, Metrics, Reading, Time } from '../../subgraphs/runtime/metrics/metrics.ts'

/** The figures of one process. */
export interface PrometheusMetrics extends Metrics, ShownMetrics {
  /** The same as values, for another process. */
  json(): ReturnType<Registry['getMetricsAsJSON']>
}

/** Seconds: from an answer out of memory to the longest that a request may take. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/**
 * Counts by prom-client, in a registry of its own: several may stand in one process, and none of them is global. With
 * `process` also what Node tells of itself: CPU, memory, delay of the event loop, garbage collection. Default: without.
 */
export function createPrometheusMetrics({ process = false }: { readonly process?: boolean } = {}): PrometheusMetrics {
  const registry = new Registry()
  const known = new Map<string, unknown>()
  if (process) collectDefaultMetrics({ register: registry })

  function once<T>(name: string, make: () => T): T {
    if (!known.has(name)) known.set(name, make())
    return known.get(name) as T
  }

  return {
    counter: (figure) => once(figure.name, () => counterOf(figure, registry)),
    timer: (figure) => once(figure.name, () => timerOf(figure, registry)),
    gauge(figure, read) {
      once(figure.name, () => gaugeOf(figure, registry)).read = read
    },
    text: () => registry.metrics(),
    json: () => registry.getMetricsAsJSON(),
    contentType: registry.contentType,
  }
}

/**
 * Counts here, and hands prom-client the sums when somebody looks: counting is on the way of every request, and a look in
 * a map is all that it takes. What has a step is shown in whole ones.
 */
function counterOf<Label extends string>(figure: Figure<Label>, registry: Registry): Count<Label> {
  const { labels, step = 1 } = figure
  const tallies = new Map<string, { readonly values: LabelValues<Label>; count: number }>()
  // prom-client calls `collect` with the counter as `this`, before each look.
  const counter = new Counter<string>({
    ...described(figure),
    registers: [],
    collect() {
      this.reset()
      for (const { values, count } of tallies.values()) this.inc(values, Math.floor(count / step) * step)
    },
  })
  registry.registerMetric(counter)
  return (values, by = 1) => {
    let key = ''
    for (const label of labels) key += `${values[label]} `
    const tally = tallies.get(key)
    if (tally) tally.count += by
    else tallies.set(key, { values, count: by })
  }
}

function timerOf<Label extends string>(figure: Figure<Label>, registry: Registry): Time<Label> {
  const histogram = new Histogram({ ...described(figure), buckets: BUCKETS, registers: [registry] })
  return (values, seconds) => histogram.observe(values, seconds)
}

interface Read {
  read: () => readonly Reading<string>[]
}

function gaugeOf<Label extends string>(figure: Figure<Label>, registry: Registry): Read {
  const reader: Read = { read: () => [] }
  const gauge = new Gauge<string>({
    ...described(figure),
    aggregator: figure.together ?? 'sum',
    registers: [],
    collect() {
      this.reset()
      for (const { values, value } of reader.read()) this.set(values, value)
    },
  })
  registry.registerMetric(gauge)
  return reader
}

function described<Label extends string>({ name, help, labels, step = 1 }: Figure<Label>) {
  const note = step > 1 ? ` In steps of ${step}.` : ''
  return { name, help: `${help}${note}`, labelNames: [...labels] }
}

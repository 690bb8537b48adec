import type { Worker } from 'node:cluster'
import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from 'prom-client'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { PrometheusMetrics } from './prometheus.ts'
import type { ShownMetrics } from './serveMetrics.ts'

/*
 * Workers share one port, so that whoever looks would see one of them by chance: the process that watches over them asks
 * each for its figures and shows them as those of one gateway.
 */

/** A question to a worker, and its answer. */
interface FiguresMessage {
  readonly concordFigures: number
  readonly figures?: readonly MetricObjectWithValues<MetricValue<string>>[]
}

/** In a worker: answers whoever watches over it. */
export function answerForFigures(metrics: PrometheusMetrics): void {
  process.on('message', (message: Partial<FiguresMessage>) => {
    const { concordFigures } = message
    if (concordFigures === undefined) return
    metrics.json().then(
      (figures) => process.send?.({ concordFigures, figures } satisfies FiguresMessage),
      () => undefined,
    )
  })
}

/** A worker that does not answer within this time is left out, in milliseconds. */
const PATIENCE_MS = 1_000

/** What all workers that live have counted, together. */
export function figuresOfWorkers(workers: ReadonlySet<Worker>, clock: Clock): ShownMetrics {
  let asked = 0

  function figuresOf(worker: Worker): Promise<FiguresMessage['figures']> {
    const question: FiguresMessage = { concordFigures: ++asked }
    const settled = new AbortController()
    const answered = new Promise<FiguresMessage['figures']>((resolve) => {
      const hear = (answer: FiguresMessage): void => {
        if (answer.concordFigures === question.concordFigures) resolve(answer.figures)
      }
      worker.on('message', hear)
      settled.signal.addEventListener('abort', () => worker.off('message', hear))
    })
    worker.send(question, () => undefined)
    const late = clock.wait(PATIENCE_MS, settled.signal).then(() => undefined)
    return Promise.race([answered, late]).finally(() => settled.abort())
  }

  return {
    contentType: AggregatorRegistry.PROMETHEUS_CONTENT_TYPE,
    async text() {
      const figures = await Promise.all([...workers].map(figuresOf))
      return AggregatorRegistry.aggregate(figures.flatMap((one) => (one === undefined ? [] : [[...one]]))).metrics()
    },
  }
}

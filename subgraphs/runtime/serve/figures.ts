import type { Clock } from '../clock/clock.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** Counts what subgraphs over HTTP are asked. What they answered is not looked at: only whether. */
export interface ServeFigures {
  /** A GraphQL call came; to be called when it was answered, with or without errors in the answer. */
  begin(subgraph: string): () => void
  /** It was refused with this code of the registry. */
  refused(subgraph: string, code: string): void
  /** An internal call was answered. */
  called(operation: string): void
}

export function createServeFigures(metrics: Metrics, clock: Clock): ServeFigures {
  const requests = metrics.counter({
    name: 'concord_subgraph_requests_total',
    help: 'GraphQL calls to the subgraphs of this process: answered, or the code of the refusal.',
    labels: ['subgraph', 'outcome'],
  })
  const time = metrics.timer({
    name: 'concord_subgraph_request_seconds',
    help: 'How long answering GraphQL calls took.',
    labels: ['subgraph'],
  })
  const internal = metrics.counter({
    name: 'concord_internal_calls_total',
    help: 'Internal calls that were answered.',
    labels: ['operation'],
  })
  return {
    begin(subgraph) {
      const begun = clock.monotonic()
      return () => {
        requests({ subgraph, outcome: 'answered' })
        time({ subgraph }, (clock.monotonic() - begun) / 1000)
      }
    },
    refused: (subgraph, outcome) => requests({ subgraph, outcome }),
    called: (operation) => internal({ operation }),
  }
}

import { isErrorCode } from '../../subgraphs/runtime/errors/registry.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { CONSENT_STEP, type Metrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import type { FetchRole } from '../consent/fetchRole.ts'
import type { SubgraphResponse } from '../transport.ts'

/** Counts the calls of one fetch of a plan. */
export interface CallFigures {
  /** Begins a call; the answer says how it ended. */
  begin(): CallEnd
}

export interface CallEnd {
  answered(response: SubgraphResponse): void
  /** No GraphQL response came; `code` says why. */
  failed(code: unknown): void
}

/** What counts the calls of a fetch, by where it goes and what it has to do with consented data. */
export type CallFiguresFor = (subgraph: string, role: FetchRole | undefined) => CallFigures

/**
 * Calls by subgraph and outcome, and how long they took. A call below a road is made only for somebody who consented: it
 * is counted without its subgraph and its time. What `grants` says of a road makes no difference to any figure here.
 */
export function createCallFigures(metrics: Metrics, clock: Clock): CallFiguresFor {
  const count = metrics.counter({
    name: 'concord_subgraph_calls_total',
    help: 'Calls to subgraphs, by outcome: ok, errors (some in the answer), or the code of the failure.',
    labels: ['subgraph', 'outcome'],
  })
  const time = metrics.timer({
    name: 'concord_subgraph_call_seconds',
    help: 'How long calls to subgraphs took.',
    labels: ['subgraph'],
  })
  const consented = metrics.counter({
    name: 'concord_consented_calls_total',
    help: 'Calls to sources of consented data, over all sources.',
    labels: ['outcome'],
    step: CONSENT_STEP,
  })

  return (subgraph, role) => ({
    begin() {
      if (role?.kind === 'source') {
        const end = (outcome: string): void => consented({ outcome })
        return { answered: () => end('answered'), failed: () => end('failed') }
      }
      const begun = clock.monotonic()
      const end = (outcome: string): void => {
        count({ subgraph, outcome })
        time({ subgraph }, (clock.monotonic() - begun) / 1000)
      }
      const isRoads = role?.kind === 'roads'
      return {
        answered: ({ errors = [] }) => end(errors.length > 0 && !isRoads ? 'errors' : 'ok'),
        failed: (code) => end(isErrorCode(code) ? code : 'OTHER'),
      }
    },
  })
}

import { CONSENT_STEP, type Metrics, silentMetrics } from '../../runtime/metrics/metrics.ts'

/**
 * Counts over everybody, without purpose, app or reason. Whether somebody refused, is not linked or was never asked is one
 * number: nobody can tell them apart from what is counted, nor from when.
 */
export interface RoadFigures {
  /** How each road of one fetch was decided. */
  decided(outcome: 'granted' | 'withheld' | 'unavailable', roads: number): void
  /** Records of the ledger in one write, or the write that lost to another. */
  appended(outcome: 'written' | 'lost', records: number): void
}

export function createRoadFigures(metrics: Metrics = silentMetrics): RoadFigures {
  const step = CONSENT_STEP
  const roads = metrics.counter({
    name: 'concord_grants_total',
    help: 'Roads that were decided: granted, withheld, or unavailable (too late, store away, clocks that differ).',
    labels: ['outcome'],
    step,
  })
  const records = metrics.counter({
    name: 'concord_ledger_records_total',
    help: 'Records of the ledger: written, or lost to another write and decided anew.',
    labels: ['outcome'],
    step,
  })
  return {
    decided: (outcome, count) => roads({ outcome }, count),
    appended: (outcome, count) => records({ outcome }, count),
  }
}

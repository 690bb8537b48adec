import type { Metrics } from '../../subgraphs/runtime/metrics/metrics.ts'

/** Counts looks into the cache of prepared operations: called with whether the operation was there. */
export function createPlanFigures(metrics: Metrics, cache: { readonly size: number }): (hit: boolean) => void {
  const looked = metrics.counter({
    name: 'concord_plan_cache_total',
    help: 'Looks for a prepared operation: hit, or miss (then it is planned).',
    labels: ['outcome'],
  })
  const size = { name: 'concord_plan_cache_size', help: 'Prepared operations that are kept.', labels: [] }
  metrics.gauge(size, () => [{ values: {}, value: cache.size }])
  return (hit) => looked({ outcome: hit ? 'hit' : 'miss' })
}

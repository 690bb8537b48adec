import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'

/**
 * Does `work` in at most `ms` milliseconds: its signal is aborted then, as when `signal` is, and the fault
 * `SUBGRAPH_TIMEOUT` comes in place of a result.
 */
export async function within<Value>(
  ms: number,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  if (!(ms > 0)) throw fault('SUBGRAPH_TIMEOUT')
  const late = new AbortController()
  const ended = new AbortController()
  const over = clock.wait(ms, ended.signal).then(() => {
    const reason = fault('SUBGRAPH_TIMEOUT')
    late.abort(reason)
    throw reason
  })
  over.catch(() => {})
  try {
    return await Promise.race([work(AbortSignal.any([signal, late.signal])), over])
  } finally {
    ended.abort()
  }
}

import type { ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { DELTA, L } from '../../../subgraphs/runtime/grants/constants.ts'

/** What takes away waits before it answers: lets that time pass once nothing else is under way. */
export async function passing<T>(clock: ManualClock, answer: Promise<T>): Promise<T> {
  const state = { pending: true }
  const settle = (): void => void (state.pending = false)
  answer.then(settle, settle)
  for (let turn = 0; state.pending && turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
  if (state.pending) await clock.advance(L + DELTA)
  return answer
}

import type { ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { DELTA, L } from '../../../subgraphs/runtime/grants/constants.ts'

/** Then time passes anyway: something else is waited for. */
const MOST_TURNS = 1_000_000

/** What takes away waits before it answers: lets that time pass once it does, however long a store takes before. */
export async function passing<T>(clock: ManualClock, answer: Promise<T>): Promise<T> {
  const state = { pending: true }
  const settle = (): void => void (state.pending = false)
  answer.then(settle, settle)
  const isWaiting = (turn: number): boolean => turn >= 50 && (clock.waiting().includes(L + DELTA) || turn > MOST_TURNS)
  for (let turn = 0; state.pending && !isWaiting(turn); turn++) await new Promise((resolve) => setImmediate(resolve))
  if (state.pending) await clock.advance(L + DELTA)
  return answer
}

import type { Clock } from './clock.ts'

/** What `act` resolves with; its signal is aborted when it takes longer than so many milliseconds. */
export async function withinTime<T>(
  clock: Pick<Clock, 'wait'>,
  timeoutMs: number,
  act: (late: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const late = new AbortController()
  clock.wait(timeoutMs, ended.signal).then(
    () => late.abort(),
    () => undefined,
  )
  try {
    return await act(late.signal)
  } finally {
    ended.abort()
  }
}

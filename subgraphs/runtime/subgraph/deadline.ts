import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'

/** The time that one call has. */
export interface Deadline {
  /** Aborted with the fault when the time is over or the caller left. */
  readonly signal: AbortSignal
  /** The work's result, or a rejection with the fault `DEADLINE_EXCEEDED` or `REQUEST_CANCELLED` if that comes first. */
  race<T>(work: Promise<T>): Promise<T>
}

/** A deadline `timeoutMs` from now, or earlier when `caller` is aborted. The clock is asked only if there is a race. */
export function createDeadline(clock: Clock, timeoutMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController()
  const started = clock.monotonic()

  function race<T>(work: Promise<T>): Promise<T> {
    const finished = new AbortController()
    return new Promise<T>((resolve, reject) => {
      const giveUp = (error: Error): void => {
        finished.abort()
        caller?.removeEventListener('abort', cancel)
        controller.abort(error)
        reject(error)
      }
      const cancel = (): void => giveUp(fault('REQUEST_CANCELLED'))
      caller?.addEventListener('abort', cancel, { once: true })

      const left = timeoutMs - (clock.monotonic() - started)
      clock.wait(left, finished.signal).then(
        () => giveUp(fault('DEADLINE_EXCEEDED')),
        () => undefined,
      )
      work.then(resolve, reject).finally(() => {
        finished.abort()
        caller?.removeEventListener('abort', cancel)
      })
      if (caller?.aborted) cancel()
    })
  }

  return { signal: controller.signal, race }
}

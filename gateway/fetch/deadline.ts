import { setMaxListeners } from 'node:events'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { RequestScope } from '../engine.ts'

/** Until when a request's calls may run, and the signal that ends them. */
export interface Deadline {
  /** Aborted by the client's leaving or at the deadline; its reason is a fault. */
  readonly signal: AbortSignal
  /** Milliseconds that are left; 0 or less when the time is over. */
  left(): number
  /** Settles as `work` does, or rejects as soon as the signal is aborted, whether or not `work` listens to it. */
  race<Value>(work: Promise<Value>): Promise<Value>
  /** Lets go of clock and client; must be called once. */
  close(): void
}

const DONE = new Error('The request has been answered.')

/** Starts to watch over a request. */
export function openDeadline(scope: RequestScope, clock: Clock): Deadline {
  const ended = new AbortController()
  // Every call to a subgraph listens to it; Node would take more than ten at once for a leak.
  setMaxListeners(0, ended.signal)
  const finished = new AbortController()
  const left = () => scope.deadline - clock.monotonic()
  let rejectAll: (reason: Error) => void = () => {}
  const over = new Promise<never>((_resolve, reject) => {
    rejectAll = reject
  })
  over.catch(() => {})
  const end = (reason: Error): void => {
    if (ended.signal.aborted) return
    ended.abort(reason)
    rejectAll(reason)
  }
  const clientLeft = () => end(fault('REQUEST_CANCELLED'))
  scope.signal.addEventListener('abort', clientLeft, { once: true })
  if (scope.signal.aborted) clientLeft()
  clock.wait(left(), finished.signal).then(
    () => end(fault('SUBGRAPH_TIMEOUT')),
    () => {},
  )
  return {
    signal: ended.signal,
    left,
    race: (work) => Promise.race([work, over]),
    close() {
      scope.signal.removeEventListener('abort', clientLeft)
      finished.abort(DONE)
    },
  }
}

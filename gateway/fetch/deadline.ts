import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
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

/** A request that is under way. */
interface Watched {
  readonly deadline: number
  end(reason: Error): void
}

/**
 * Watches over the deadlines of all requests with one wait at a time: a timer for each would cost more than the rest of
 * a small request.
 */
export class Deadlines {
  private readonly clock: Clock
  private readonly open = new Set<Watched>()
  private armedUntil = Infinity

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Starts to watch over a request. */
  watch(scope: RequestScope): Deadline {
    const controller = new AbortController()
    let reject: (reason: Error) => void = () => {}
    const over = new Promise<never>((_resolve, rejectOver) => {
      reject = rejectOver
    })
    over.catch(() => {})
    const end = (reason: Error): void => {
      controller.abort(reason)
      reject(reason)
    }
    const left = (): number => scope.deadline - this.clock.monotonic()
    const watched = { deadline: scope.deadline, end }
    const clientLeft = (): void => end(fault('REQUEST_CANCELLED'))
    if (scope.signal.aborted) clientLeft()
    else if (left() <= 0) end(fault('SUBGRAPH_TIMEOUT'))
    else this.add(watched)
    scope.signal.addEventListener('abort', clientLeft, { once: true })
    return {
      signal: controller.signal,
      left,
      race: (work) => Promise.race([work, over]),
      close: () => {
        this.open.delete(watched)
        scope.signal.removeEventListener('abort', clientLeft)
      },
    }
  }

  private add(watched: Watched): void {
    this.open.add(watched)
    if (watched.deadline < this.armedUntil) this.arm(watched.deadline)
  }

  private arm(until: number): void {
    this.armedUntil = until
    void this.clock.wait(until - this.clock.monotonic()).then(() => this.wake(until))
  }

  private wake(until: number): void {
    const now = this.clock.monotonic()
    let next = Infinity
    for (const watched of this.open) {
      if (watched.deadline > now) next = Math.min(next, watched.deadline)
      else {
        this.open.delete(watched)
        watched.end(fault('SUBGRAPH_TIMEOUT'))
      }
    }
    // Of several waits the one that was armed last arms the next.
    if (this.armedUntil !== until) return
    this.armedUntil = Infinity
    if (next < Infinity) this.arm(next)
  }
}

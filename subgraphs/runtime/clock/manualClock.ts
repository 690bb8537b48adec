import type { Clock } from './clock.ts'

export interface ManualClock extends Clock {
  /**
   * Moves wall and monotonic time forward and lets every wait that comes due end, in the order of time. What such a
   * wait starts may wait again and end within the same advance. Resolves when all that was due has run.
   */
  advance(ms: number): Promise<void>
  /** Moves the wall clock alone, as an administrator or a time server does: `ms` may be negative. No wait ends. */
  shiftWall(ms: number): void
  /** How long each of the waits was asked to last that have not ended: what a test waits for before it moves time. */
  waiting(): readonly number[]
}

interface Waiter {
  readonly ms: number
  readonly due: number
  readonly end: () => void
}

/** A clock that stands still until a test moves it; starts at `startWallMs` milliseconds since the Unix epoch. */
export function createManualClock(startWallMs: number): ManualClock {
  let elapsed = 0
  let wallStart = startWallMs
  const waiters = new Set<Waiter>()

  function wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error)
    if (ms <= 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { ms, due: elapsed + ms, end }
      waiters.add(waiter)
      signal?.addEventListener('abort', abort, { once: true })

      function end(): void {
        signal?.removeEventListener('abort', abort)
        resolve()
      }
      function abort(): void {
        waiters.delete(waiter)
        reject(signal?.reason as Error)
      }
    })
  }

  async function advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new RangeError(`advance(ms) must be 0 or more, but got: ${ms}. Use shiftWall to go back.`)
    const target = elapsed + ms
    await settle()
    for (let next = earliest(target); next; next = earliest(target)) {
      waiters.delete(next)
      elapsed = Math.max(elapsed, next.due)
      next.end()
      await settle()
    }
    elapsed = target
    await settle()
  }

  function earliest(until: number): Waiter | undefined {
    let first: Waiter | undefined
    for (const waiter of waiters) if (waiter.due <= until && (!first || waiter.due < first.due)) first = waiter
    return first
  }

  return {
    wall: () => wallStart + elapsed,
    monotonic: () => elapsed,
    wait,
    advance,
    shiftWall(ms) {
      wallStart += ms
    },
    waiting: () => [...waiters].map(({ ms }) => ms),
  }
}

/** Lets everything run that can run without time passing. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

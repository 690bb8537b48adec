import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'

/** A clock that shows, to whatever runs inside `at`, another time of day: so the demo people have a past. */
export interface SeedClock extends Clock {
  /** Runs `action` as if the wall clock had shown `wall` (milliseconds) when it began. Many may run at once. */
  at<T>(wall: number, action: () => Promise<T>): Promise<T>
}

export function createSeedClock(clock: Clock): SeedClock {
  const then = new AsyncLocalStorage<number>()
  return {
    wall: () => then.getStore() ?? clock.wall(),
    monotonic: () => clock.monotonic(),
    wait: (ms, signal) => clock.wait(ms, signal),
    at: (wall, action) => then.run(wall, action),
  }
}

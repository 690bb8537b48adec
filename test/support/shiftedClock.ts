import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'

/** The same time on a wall clock that is ahead by so many milliseconds, or behind. */
export function shiftedClock(clock: Clock, aheadMs: number): Clock {
  return {
    wall: () => clock.wall() + aheadMs,
    monotonic: () => clock.monotonic(),
    wait: (ms, signal) => clock.wait(ms, signal),
  }
}

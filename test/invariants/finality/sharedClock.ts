import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'

/**
 * Milliseconds of CLOCK_MONOTONIC, which `process.hrtime` reads: one clock for all processes of a machine, that nobody
 * sets and that runs while a process is stopped. Times of different processes are compared by it.
 */
export function trueTime(): number {
  return Number(process.hrtime.bigint()) / 1_000_000
}

/** How a process's wall clock stands to `trueTime`. */
export interface ClockSetting {
  /** What a wall clock that is right shows at `trueTime` 0: the same for all processes. */
  readonly origin: number
  /** By how many milliseconds this one is ahead, a whole number. */
  readonly offset: number
}

/** A wall clock that can be set. */
export interface SharedClock extends Clock {
  /** As of `ClockSetting`, now. */
  offset(): number
  /** Sets it to be ahead by so much, at least by what it was ahead when it was made. */
  set(offset: number): void
}

/**
 * Real time, on a wall clock that is off. Like the machine's it shows whole milliseconds, and as all are cut at the same
 * moments, what two of them show differs by exactly the difference of their offsets.
 */
export function createSharedClock({ origin, offset }: ClockSetting): SharedClock {
  let ahead = offset
  return {
    wall: () => Math.floor(origin + trueTime()) + ahead,
    monotonic: trueTime,
    wait: (ms, signal) => systemClock.wait(ms, signal),
    offset: () => ahead,
    set(next) {
      // Grants are tried by what it showed at its beginning or later: which of the two, a note could not tell then.
      if (next < offset) throw new RangeError(`A clock must be ahead by at least ${offset} ms, but got: ${next}`)
      ahead = next
    },
  }
}

import type { Clock } from '../clock/clock.ts'
import type { Log } from '../log/log.ts'
import { DELTA } from './constants.ts'

/** How many signed headers are looked back on. */
const WINDOW = 64

/** Whether this process's clock agrees well enough with the others' for consented data to be given or taken. */
export interface ClockTrust {
  isTrusted(): boolean
}

/**
 * Judges by the signed headers that come in whether this process's clock agrees with the others'. The promise that a
 * withdrawal is final holds while clocks differ by at most δ; where they visibly do not, consented data is not given.
 */
export interface ClockWatch extends ClockTrust {
  /** A header with a valid signature came, made at `issuedAt` (milliseconds since the epoch, by the maker's clock). */
  saw(issuedAt: number): void
  /**
   * False while one of the last 64 headers came from the future by more than δ, or all of them are older than δ: a
   * single late header is only late. True before any came.
   */
  isTrusted(): boolean
}

/** Raises an alarm in the log when trust ends, and says when it is back. */
export function createClockWatch(subgraph: string, clock: Clock, log: Log): ClockWatch {
  const ages = new Float64Array(WINDOW)
  let seen = 0
  let trusted = true

  function judge(): boolean {
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < Math.min(seen, WINDOW); index++) least = Math.min(least, ages[index] ?? 0)
    return least >= -DELTA && (seen < WINDOW || least <= DELTA)
  }

  return {
    saw(issuedAt) {
      const ageMs = clock.wall() - issuedAt
      ages[seen % WINDOW] = ageMs
      seen++
      const before = trusted
      trusted = judge()
      if (before && !trusted)
        log.error({ subgraph, ageMs }, 'clocks differ: no consented data is given until they agree')
      if (!before && trusted) log.info({ subgraph }, 'clocks agree again: consented data is given')
    },
    isTrusted: () => trusted,
  }
}

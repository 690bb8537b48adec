import type { Clock } from '../clock/clock.ts'
import { HOUR_MS, type Millis } from '../clock/millis.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'

export interface SweepTimer {
  /** Something is due at this time: `sweep` runs then, or sooner. */
  readonly arm: (at: Millis) => void
  /** No sweep begins from now on; waits for the one that runs. */
  readonly stop: () => Promise<void>
}

export interface SweepTimerOptions {
  /** Answers when the next thing is due; null when nothing is. */
  readonly sweep: () => Promise<Millis | null>
  readonly clock: Clock
  readonly log: Log
}

const RETRY_MS = 60_000

/** Sleeps until something is due, an hour at the most: other processes have their own. Does not keep a process alive. */
export function createSweepTimer({ sweep, clock, log }: SweepTimerOptions): SweepTimer {
  const stopping = new AbortController()
  let armedFor: Millis | null = null
  let begun = false
  let waiting = new AbortController()
  let running: Promise<void> = Promise.resolve()

  function arm(due: Millis): void {
    // The first time at once: an earlier process left behind what nobody here knows of.
    const at = begun ? due : clock.wall()
    begun = true
    if (stopping.signal.aborted || (armedFor !== null && armedFor <= at)) return
    waiting.abort()
    waiting = new AbortController()
    armedFor = at
    const signal = AbortSignal.any([waiting.signal, stopping.signal])
    void wake(Math.min(Math.max(0, at - clock.wall()), HOUR_MS), signal)
  }

  async function wake(pause: Millis, signal: AbortSignal): Promise<void> {
    try {
      await clock.wait(pause, signal)
    } catch {
      return // Armed for something sooner, or stopped.
    }
    armedFor = null
    running = running.then(run)
  }

  async function run(): Promise<void> {
    if (stopping.signal.aborted) return
    try {
      const next = await sweep()
      if (next !== null) arm(next)
    } catch (error) {
      log.warn({ error: describeError(error) }, 'media could not be swept; it is tried again')
      arm(clock.wall() + RETRY_MS)
    }
  }

  return {
    arm,
    stop() {
      stopping.abort()
      return running
    },
  }
}

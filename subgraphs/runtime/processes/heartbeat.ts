import type { Clock } from '../clock/clock.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import type { KnownShapes } from '../shapes/shapes.ts'
import { BEAT_MS, type ProcessBook, type ProcessReport } from './processes.ts'

export interface HeartbeatOptions {
  readonly book: ProcessBook
  /** Everything that does not change while it runs. */
  readonly self: Omit<ProcessReport, 'clocksDiffer' | 'shapes'>
  readonly clocksDiffer: () => boolean
  /** Absent where the process has no store. */
  readonly shapes?: () => KnownShapes
  /** After each time that it was said. Default: nothing. */
  readonly onBeat?: () => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

export interface Heartbeat {
  /** No beat from now on; says that the process ended. Never rejects. */
  stop(): Promise<void>
}

/** How long a stop waits for the book, in milliseconds: where it is away, the process is seen no more all the same. */
const STOP_MS = 500

/** Says at once that the process is there, then every 10 s. What fails is logged, once until it works again. */
export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { book, self, clocksDiffer, shapes, onBeat, clock, log } = options
  const stopping = new AbortController()
  let failing = false
  const running = run()

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await beat()
      await clock.wait(BEAT_MS, stopping.signal).catch(() => undefined)
    }
  }

  async function beat(): Promise<void> {
    try {
      await book.put({ ...self, clocksDiffer: clocksDiffer(), ...(shapes && { shapes: shapes() }) })
      await onBeat?.()
      failing = false
    } catch (error) {
      if (!failing) log.warn({ error: describeError(error) }, 'this process could not say that it is there')
      failing = true
    }
  }

  return {
    async stop() {
      stopping.abort()
      const ended = running.then(() => book.forget(self.id)).catch(() => undefined)
      await Promise.race([ended, clock.wait(STOP_MS)])
    },
  }
}

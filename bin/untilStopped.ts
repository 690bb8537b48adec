import type { Clock } from '../subgraphs/runtime/clock/clock.ts'
import { describeError } from '../subgraphs/runtime/log/describeError.ts'

/** Something that runs until a signal ends it. */
export interface Running {
  /** Finishes what is under way and lets go of everything. */
  stop(): Promise<void>
  /** How long that may take, in milliseconds. */
  readonly graceMs: number
}

/** A signal that comes this soon after the first is the same one: `npm start` passes on what the terminal sent to both. */
const SAME_SIGNAL_MS = 1_000

/** How much longer than it promised a stop may take, in milliseconds. */
const PATIENCE_MS = 500

/**
 * Stops `running` at the first SIGINT or SIGTERM, then exits with 0. A stop that fails or takes too long, or a
 * second signal, ends the process by SIGKILL. Never by `process.exit`: that waits for the store's writing
 * thread, which waits for this one, and would keep every other process from writing.
 *
 * An error that nobody caught is printed and stops the process in the same way, with 1.
 */
export function untilStopped(running: Running, clock: Clock): void {
  let stopping: { readonly since: number } | null = null

  const stop = async (exitCode: number): Promise<void> => {
    stopping = { since: clock.monotonic() }
    const late = clock.wait(running.graceMs + PATIENCE_MS).then(() => end('it did not stop in time'))
    const stopped = running.stop().then(() => process.exit(exitCode))
    await Promise.race([late, stopped]).catch((error: unknown) => {
      report(error)
      end('stopping failed')
    })
  }
  const onSignal = (): void => {
    if (stopping === null) void stop(0)
    else if (clock.monotonic() - stopping.since > SAME_SIGNAL_MS) end('another signal came')
  }
  const onError = (error: unknown): void => {
    report(error)
    if (stopping === null) void stop(1)
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  process.on('uncaughtException', onError).on('unhandledRejection', onError)
}

/** Where an error came from. Its message is left out: it may quote what a person wrote. */
function report(error: unknown): void {
  console.error(JSON.stringify(describeError(error)))
}

function end(why: string): void {
  console.error(`The process is ended at once: ${why}.`)
  process.kill(process.pid, 'SIGKILL')
}

import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'

/** The time that one call has. */
export interface Deadline {
  /** Aborted with the fault when the time is over or the caller left. */
  readonly signal: AbortSignal
  /** The work's result, or a rejection with the fault `DEADLINE_EXCEEDED` or `REQUEST_CANCELLED` if that comes first. */
  race<T>(work: Promise<T>): Promise<T>
}

/** Makes the deadline of a call that begins now: in `timeoutMs`, or when `caller` is aborted. At most 10 ms late. */
export type StartDeadline = (timeoutMs: number, caller?: AbortSignal) => Deadline

/** Deadlines that fall into the same 10 ms share one wait of the clock, and waiting costs a call next to nothing. */
export function createDeadlines(clock: Clock): StartDeadline {
  const schedule = createSchedule(clock)

  return (timeoutMs, caller) => {
    const controller = new AbortController()
    const end = clock.monotonic() + timeoutMs

    function race<T>(work: Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const giveUp = (error: Error): void => {
          finish()
          controller.abort(error)
          reject(error)
        }
        const cancel = (): void => giveUp(fault('REQUEST_CANCELLED'))
        const unschedule = schedule(end, () => giveUp(fault('DEADLINE_EXCEEDED')))
        const finish = (): void => {
          unschedule()
          caller?.removeEventListener('abort', cancel)
        }
        caller?.addEventListener('abort', cancel)
        work.then(resolve, reject).finally(finish)
        // It may have left while the work's synchronous part ran.
        if (caller?.aborted) cancel()
      })
    }

    return { signal: controller.signal, race }
  }
}

const GRAIN_MS = 10

/** Runs `act` when the monotonic clock has reached `at`, rounded up to the grain, unless it is taken back before. */
function createSchedule(clock: Clock): (at: number, act: () => void) => () => void {
  const slots = new Map<number, Set<() => void>>()

  function slotAt(at: number): Set<() => void> {
    const time = Math.ceil(at / GRAIN_MS) * GRAIN_MS
    const known = slots.get(time)
    if (known) return known
    const slot = new Set<() => void>()
    slots.set(time, slot)
    void run(time, slot)
    return slot
  }

  async function run(time: number, slot: ReadonlySet<() => void>): Promise<void> {
    await clock.wait(time - clock.monotonic())
    slots.delete(time)
    for (const act of slot) act()
  }

  return (at, act) => {
    const slot = slotAt(at)
    slot.add(act)
    return () => slot.delete(act)
  }
}

import type { Clock } from '../../runtime/clock/clock.ts'
import { describeError } from '../../runtime/log/describeError.ts'
import type { Log } from '../../runtime/log/log.ts'
import type { Collection } from '../../storage/port.ts'
import type { WithheldRow } from '../rows.ts'
import { dayOf } from './days.ts'

/** How long a count waits at the most before it is on its way to the store; it is there within 5 s. */
export const FLUSH_AFTER_MS = 4_000

export interface WithheldCounter {
  /**
   * One attempt that was denied. Returns at once and does nothing that can be told from outside: the store hears of it
   * on a timer. `key` is `from>to>basis`; `at` in milliseconds since the epoch.
   */
  count(account: string, key: string, at: number): void
  /** Stores all that was counted; what fails is kept for the next time. */
  flush(): Promise<void>
  /** No timer from now on; flushes for the last time. */
  stop(): Promise<void>
}

export interface WithheldOptions {
  readonly collection: Collection<WithheldRow>
  readonly clock: Clock
  readonly log: Log
}

/** Counts what was withheld, by account, day (UTC) and flow. A process that dies loses the counts of its last seconds. */
export function createWithheldCounter({ collection, clock, log }: WithheldOptions): WithheldCounter {
  const stopping = new AbortController()
  let waiting = new Map<string, Tally>()
  let armed = false

  function count(account: string, key: string, at: number): void {
    const day = dayOf(new Date(at).toISOString())
    add({ account, day, counts: { [key]: 1 } })
    arm()
  }

  function add({ account, day, counts }: Tally): void {
    const id = `${account}:${day}`
    const tally = waiting.get(id) ?? { account, day, counts: {} }
    for (const [key, times] of Object.entries(counts)) tally.counts[key] = (tally.counts[key] ?? 0) + times
    waiting.set(id, tally)
  }

  function arm(): void {
    if (armed || stopping.signal.aborted) return
    armed = true
    clock.wait(FLUSH_AFTER_MS, stopping.signal).then(
      () => {
        armed = false
        return flush()
      },
      () => undefined, // Stopped: `stop` flushes.
    )
  }

  async function flush(): Promise<void> {
    const tallies = [...waiting.values()]
    waiting = new Map()
    await Promise.all(
      tallies.map(async (tally) => {
        try {
          await store(collection, tally)
        } catch (error) {
          // It may have acted: counting an attempt twice is better than not at all.
          log.warn({ error: describeError(error) }, 'withheld counts are kept for another time')
          add(tally)
          arm()
        }
      }),
    )
  }

  return {
    count,
    flush,
    stop() {
      stopping.abort(new Error('stopped'))
      return flush()
    },
  }
}

interface Tally {
  readonly account: string
  readonly day: string
  readonly counts: Record<string, number>
}

async function store(collection: Collection<WithheldRow>, { account, day, counts }: Tally): Promise<void> {
  const _id = `${account}:${day}`
  const inc = Object.fromEntries(Object.entries(counts).map(([key, times]) => [`counts.${key}`, times]))
  if ((await collection.patch(_id, {}, { inc })) !== null) return
  // Another process may have made it meanwhile.
  if ((await collection.insert({ _id, account, day, counts })) === 'conflict') await collection.patch(_id, {}, { inc })
}

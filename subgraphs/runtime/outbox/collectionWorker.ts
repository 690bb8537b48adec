import { describeError } from '../log/describeError.ts'
import { createCrew, type CrewParts } from './crew.ts'
import { lookOnce } from './look.ts'
import type { OutboxFigures } from './outbox.ts'
import type { WithOutbox } from './state.ts'

/** How many nudges wait at the most; what is more waits for the next poll. */
const MOST_NUDGES = 1_000

export interface WorkerParts<D extends WithOutbox> extends Omit<CrewParts<D>, 'counts' | 'signal'> {
  readonly pollMs: number
}

/** What one process does with one collection. */
export interface CollectionWorker {
  nudge(id: string): void
  /** Looks for what is due, at once and then at every poll, until it is stopped. */
  start(): void
  stop(): Promise<void>
  /** Looks once, and resolves when nothing is under way. Rejects when the store cannot be read. */
  lookThrough(): Promise<void>
  /** Grows with all that it does: whoever sees it unchanged by a look knows that nothing was to be done. */
  done(): number
  figures(): OutboxFigures
}

export function createCollectionWorker<D extends WithOutbox>(parts: WorkerParts<D>): CollectionWorker {
  const { handler, clock, random, log, pollMs } = parts
  const { collection, name } = handler
  const counts = { tried: 0, failed: 0, givenUp: 0, oldestDueMs: 0 }
  const stopping = new AbortController()
  const { signal } = stopping
  const crew = createCrew({ ...parts, counts, signal })
  const nudged = new Set<string>()
  let polling: Promise<void> | null = null

  function nudge(id: string): void {
    if (signal.aborted || nudged.has(id) || nudged.size >= MOST_NUDGES) return
    nudged.add(id)
    // Once the document is read, whoever writes it nudges anew.
    crew.beginNewest(id, () => nudged.delete(id))
  }

  async function look(): Promise<void> {
    counts.oldestDueMs = await lookOnce({ collection, crew, clock, random, signal })
  }

  async function poll(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: unknown) => {
        log.warn({ collection: name, error: describeError(error) }, 'what is due could not be read; tried again later')
      })
      await clock.wait(pollMs, signal).catch(() => undefined)
    }
  }

  async function stop(): Promise<void> {
    stopping.abort(new Error('stopped'))
    await polling
    await crew.idle()
  }

  return {
    nudge,
    start: () => void (polling ??= poll()),
    stop,
    async lookThrough() {
      await look()
      await crew.idle()
    },
    done: () => crew.claims().won + crew.claims().lost + counts.tried,
    figures: () => ({ collection: name, ...counts }),
  }
}

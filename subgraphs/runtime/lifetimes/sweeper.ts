import type { Collection, Equality, IndexDefinition, StoredDocument } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'

/** Called with each new document of the collection: now and then it removes those whose time is over. */
export type Sweep = () => Promise<void>

export interface SweeperOptions<D extends StoredDocument> {
  readonly collection: Collection<D>
  /** Ordered by when a document may go, in milliseconds since the epoch; those that stay for ever have no number there. */
  readonly index: string
  /** For the index's `eq`. Default: it has none. */
  readonly equality?: Equality
  readonly clock: Clock
  /** Done before a document is removed, perhaps more than once; when it rejects, the document stays. Default: nothing. */
  readonly before?: (document: D) => Promise<void>
}

const CALLS_PER_SWEEP = 64
const DOCUMENTS_PER_SWEEP = 128

/** Every 64th call removes up to 128 documents whose time is over: twice what came in, so that none pile up. */
export function createSweeper<D extends StoredDocument>(options: SweeperOptions<D>): Sweep {
  const { collection, index, equality = {}, clock, before } = options
  let calls = 0
  return async () => {
    calls += 1
    if (calls % CALLS_PER_SWEEP !== 0) return
    const range = { lte: clock.wall() }
    const { items } = await collection.page(index, equality, { limit: DOCUMENTS_PER_SWEEP, range })
    await Promise.all(
      items.map(async (item) => {
        await before?.(item)
        await collection.delete(item._id, item.rev)
      }),
    )
  }
}

/** What is removed some time after nobody can see it any more. */
export interface Kept extends StoredDocument {
  /** Until when it stays in the store. Absent in documents that are older than sweeping: these stay. */
  readonly keptUntil?: Millis
}

/** Every collection of such documents has it. */
export const KEPT_INDEX: IndexDefinition = { name: 'byKeptUntil', eq: [], order: 'keptUntil' }

import type { Collection, Position } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import type { Random } from '../random/random.ts'
import { shuffled } from './chance.ts'
import type { Crew } from './crew.ts'
import { OUTBOX_INDEX, type WithOutbox } from './state.ts'

/** How many documents are read at once, of all that are due. */
const PAGE = 128
/** So many claims of one page that others were faster at say that they work on the same page. */
const LOST_ENOUGH = 8

export interface LookParts<D extends WithOutbox> {
  readonly collection: Collection<D>
  readonly crew: Crew<D>
  readonly clock: Clock
  readonly random: Random
  /** Aborted when nothing more is to be taken. */
  readonly signal: AbortSignal
}

/**
 * Goes once through all documents that are due now, earliest first, a page at a time, and has the crew work on each;
 * resolves when it has begun the last one. Answers for how long the longest due item has been due, in milliseconds.
 */
export async function lookOnce<D extends WithOutbox>(parts: LookParts<D>): Promise<number> {
  const { collection, clock, signal } = parts
  const now = clock.wall()
  let longest = 0
  let after: Position | undefined
  while (!signal.aborted) {
    const request = { limit: PAGE, range: { lte: now }, ...(after && { after }) }
    const page = await collection.page(OUTBOX_INDEX.name, { 'outbox.waiting': true }, request)
    longest = Math.max(longest, longestDue(page.items, now))
    // What others have left of this page is read again.
    if ((await workThrough(parts, page.items)) === 'CROWDED') continue
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) break
    after = { order: last.outbox?.due ?? null, id: last._id }
  }
  return longest
}

/** In an order of its own: processes that read the same page at once would else race for each document of it. */
async function workThrough<D extends WithOutbox>(
  { crew, random }: LookParts<D>,
  documents: readonly D[],
): Promise<'DONE' | 'CROWDED'> {
  const before = crew.claims()
  for (const document of shuffled(documents, random)) {
    await crew.begin(document)
    const { won, lost } = crew.claims()
    if (lost - before.lost >= LOST_ENOUGH && won > before.won) return 'CROWDED'
  }
  return 'DONE'
}

function longestDue(documents: readonly WithOutbox[], now: number): number {
  const dues = documents.flatMap(({ outbox }) => Object.values(outbox?.items ?? {}).map(({ due }) => due))
  return dues.reduce((longest, due) => Math.max(longest, now - due), 0)
}

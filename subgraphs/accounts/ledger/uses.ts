import type { Collection, Page, PageRequest, Position } from '../../storage/port.ts'
import type { WithheldRow } from '../rows.ts'
import { byText, countByDay, dayOf, usesOf, type Counts, type DayUse } from './days.ts'
import { readPages, readRecords, type LedgerPageDocument } from './pages.ts'
import { PAGE_SIZE, tailStart, type StoredLedger } from './tail.ts'

export interface UsesSource {
  readonly pages: Collection<LedgerPageDocument>
  readonly withheld: Collection<WithheldRow>
  /** `_id` and `ledger` of the account document, as read before. */
  readonly account: string
  readonly ledger: StoredLedger
}

/** What happened on one day. */
interface Day {
  readonly day: string
  readonly counts: Counts
}

/** Where a row stands in `readUses`, for cursors. */
export function positionOfUse({ day, key }: DayUse): Position {
  return { order: day, id: key }
}

/**
 * The ledger by day, newest day first and by flow within a day: the rows that `keep` lets through. Reads from the end
 * back only as far as the page needs; a page that begins after a cursor finds its day by halving.
 */
export async function readUses(
  source: UsesSource,
  { limit, after }: PageRequest,
  keep: (use: DayUse) => boolean = () => true,
): Promise<Page<DayUse>> {
  const last = after === undefined ? null : String(after.order)
  const items: DayUse[] = []
  for await (const { day, given, withheld } of bothByDay(source, last)) {
    const uses = usesOf(day, given, withheld).filter(keep)
    items.push(...uses.filter((use) => day !== last || after === undefined || byText(use.key, after.id) > 0))
    if (items.length > limit) break
  }
  return { items: items.slice(0, limit), hasMore: items.length > limit }
}

/** One row by its day and key; null when nothing happened. */
export async function readUse(source: UsesSource, day: string, key: string): Promise<DayUse | null> {
  for await (const found of bothByDay(source, day)) {
    return found.day === day ? (usesOf(day, found.given, found.withheld).find((use) => use.key === key) ?? null) : null
  }
  return null
}

interface BothCounts {
  readonly day: string
  readonly given: Counts
  readonly withheld: Counts
}

/** Days up to `last` (all when null) on which something was given or withheld, newest first. */
async function* bothByDay(source: UsesSource, last: string | null): AsyncGenerator<BothCounts> {
  const given = givenByDay(source, last)
  const withheld = withheldByDay(source, last)
  let [left, right] = await Promise.all([given.next(), withheld.next()])
  while (!left.done || !right.done) {
    const days = [left, right].flatMap((next) => (next.done ? [] : [next.value.day]))
    const day = days.toSorted(byText).at(-1) ?? ''
    const [ofGiven, ofWithheld] = [left, right].map((next) => (next.done || next.value.day !== day ? null : next.value))
    yield { day, given: ofGiven?.counts ?? {}, withheld: ofWithheld?.counts ?? {} }
    if (ofGiven) left = await given.next()
    if (ofWithheld) right = await withheld.next()
  }
}

/** How many records are read at once, from the end back. */
const STRETCH = 8 * PAGE_SIZE

/**
 * How far records may be out of the order of their times: processes race for a place, and their clocks differ. Far more
 * than the 100 ms that the grants allow; a clock that was set back further shows a day in two rows at the most.
 */
const DISORDER_MS = 60_000

async function* givenByDay(source: UsesSource, last: string | null): AsyncGenerator<Day> {
  const { pages, account, ledger } = source
  const days = new Map<string, Record<string, number>>()
  let start = last === null ? ledger.size : await endOfDay(source, last)
  while (start > 0) {
    const end = start
    // In step with the pages, so that none is read twice.
    start = Math.max(0, Math.floor((end - 1) / PAGE_SIZE) * PAGE_SIZE + PAGE_SIZE - STRETCH)
    const records = await readRecords(pages, account, ledger, { start, limit: end - start })
    countByDay(records, days)
    const oldest = records[0]?.at
    const open = start === 0 || oldest === undefined ? '' : dayOf(shifted(oldest, DISORDER_MS))
    yield* takeDays(days, open, last)
  }
}

/** Takes out the days after `open`, newest first; those after `last` are dropped. */
function* takeDays(days: Map<string, Counts>, open: string, last: string | null): Generator<Day> {
  for (const day of [...days.keys()]
    .filter((each) => each > open)
    .toSorted(byText)
    .toReversed()) {
    const counts = days.get(day) ?? {}
    days.delete(day)
    if (last === null || day <= last) yield { day, counts }
  }
}

/** An index behind every record of this day and near it, found by halving over the pages. */
async function endOfDay({ pages, account, ledger }: UsesSource, day: string): Promise<number> {
  const after = shifted(`${day}T23:59:59.999Z`, DISORDER_MS)
  let low = 0
  let high = tailStart(ledger) / PAGE_SIZE
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [first] = await readPages(pages, account, middle, 1)
    if (first !== undefined && first.at > after) high = middle
    else low = middle + 1
  }
  return low * PAGE_SIZE === tailStart(ledger) ? ledger.size : low * PAGE_SIZE
}

async function* withheldByDay({ withheld, account }: UsesSource, last: string | null): AsyncGenerator<Day> {
  let request: PageRequest = { limit: 100, ...(last !== null && { range: { lte: last } }) }
  for (;;) {
    const { items, hasMore } = await withheld.page('byDay', { account }, request)
    for (const { day, counts } of items) yield { day, counts }
    const end = items.at(-1)
    if (!hasMore || end === undefined) return
    request = { ...request, after: { order: end.day, id: end._id } }
  }
}

function shifted(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}

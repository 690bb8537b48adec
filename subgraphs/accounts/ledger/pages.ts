import type { Collection, CollectionDefinition, StoredDocument } from '../../storage/port.ts'
import { StorageError } from '../../storage/port.ts'
import type { ChainedRecord } from './chain.ts'
import { PAGE_SIZE, restore, tailStart, type OverflowPage, type StoredLedger, type StoredRecord } from './tail.ts'

/** A full page of an account's records. Inserted once, never changed: all that it holds is committed in the chain. */
export interface LedgerPageDocument extends StoredDocument {
  /** The account's `_id`. */
  readonly account: string
  readonly number: number
  readonly previous: string
  readonly records: readonly StoredRecord[]
}

export const LEDGER_PAGES: CollectionDefinition<LedgerPageDocument> = {
  name: 'accounts_ledgerPages',
  version: 1,
  indexes: [],
}

export function pageId(account: string, number: number): string {
  return `${account}:${number}`
}

/**
 * Copies an overflow before the append that trims it. Doing it again, or in two processes at once, changes nothing: the
 * records of a page are committed, so that whoever copies it copies the same.
 */
export async function copyOverflow(
  pages: Collection<LedgerPageDocument>,
  account: string,
  { number, previous, records }: OverflowPage,
): Promise<void> {
  await pages.insert({ _id: pageId(account, number), account, number, previous, records })
}

/**
 * The records of an account with an index from `start`, `limit` of them at most, oldest first. `ledger` is of the
 * account document as read before the call. At most one store call; none where the tail has all of them.
 */
export async function readRecords(
  pages: Collection<LedgerPageDocument>,
  account: string,
  ledger: StoredLedger,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<readonly ChainedRecord[]> {
  const end = Math.min(start + limit, ledger.size)
  const firstOfTail = tailStart(ledger)
  const first = Math.floor(start / PAGE_SIZE)
  const count = start < Math.min(end, firstOfTail) ? Math.ceil(Math.min(end, firstOfTail) / PAGE_SIZE) - first : 0
  const paged = await readPages(pages, account, first, count)
  const tail = end > firstOfTail ? restore(firstOfTail, ledger.before, ledger.tail) : []
  return [...paged, ...tail].filter(({ index }) => index >= start && index < end)
}

/** The records of `count` pages from page `first`. What a page was trimmed for is there: it was copied before. */
export async function readPages(
  pages: Collection<LedgerPageDocument>,
  account: string,
  first: number,
  count: number,
): Promise<readonly ChainedRecord[]> {
  if (count <= 0) return []
  const ids = Array.from({ length: count }, (_, place) => pageId(account, first + place))
  const documents = await pages.getMany(ids)
  return documents.flatMap((page, place) => {
    if (page !== null) return restore(page.number * PAGE_SIZE, page.previous, page.records)
    throw new StorageError('STORE_UNAVAILABLE', `The store must hold the ledger page ${ids[place]}, but has none.`)
  })
}

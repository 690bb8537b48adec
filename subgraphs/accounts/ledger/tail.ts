import type { Guard, PatchOperations } from '../../storage/port.ts'
import { chain, digest, EMPTY_CHAIN, entryOf, type ChainedRecord, type ChainHead, type LedgerEntry } from './chain.ts'

/** How many records the account document holds at the most. */
export const TAIL_SIZE = 128
/** How many records a page holds, always full: page `n` has the records from `n * PAGE_SIZE`. */
export const PAGE_SIZE = 64
/** How many entries one append may bring, so that one page of overflow makes room for it. */
export const LARGEST_APPEND = PAGE_SIZE

/** A record as it is stored: the rest follows from its place and from the record before. */
export interface StoredRecord {
  readonly body: string
  readonly hash: string
}

/** `ledger` of the account document, from its insert on: `EMPTY_LEDGER` at first. */
export interface StoredLedger extends ChainHead {
  /** `hash` of the record before the tail's first; empty while the tail holds the whole chain. */
  readonly before: string
  /** The last records; the first of them has an index divisible by `PAGE_SIZE`. */
  readonly tail: readonly StoredRecord[]
}

export const EMPTY_LEDGER: StoredLedger = { ...EMPTY_CHAIN, before: '', tail: [] }

/** Full pages that the tail has given up; written once, never changed. */
export interface OverflowPage {
  readonly number: number
  /** `hash` of the record before the first; empty in page 0. */
  readonly previous: string
  readonly records: readonly StoredRecord[]
}

export interface PlannedAppend {
  /** To be stored before the patch; null when the tail has room. Its records are committed already. */
  readonly overflow: OverflowPage | null
  /** Must be part of the patch's guard: another append that came first makes this one void. */
  readonly guard: Guard
  /** Must be part of the patch. */
  readonly operations: PatchOperations & { readonly set: Readonly<Record<string, unknown>> }
  /** What the patch adds. */
  readonly records: readonly ChainedRecord[]
  readonly next: StoredLedger
}

/**
 * What appending these entries to an account document's `ledger` asks of the store. Pure. First `overflow` is copied,
 * then one guarded patch appends and trims: a crash between the two leaves a copy of what the tail still holds.
 */
export function planAppend(ledger: StoredLedger, entries: readonly LedgerEntry[]): PlannedAppend {
  if (entries.length === 0 || entries.length > LARGEST_APPEND) {
    throw new RangeError(`An append must bring 1 to ${LARGEST_APPEND} entries, but got: ${entries.length}.`)
  }
  const { records, head } = chain(ledger, entries)
  const added = records.map(({ body, hash }) => ({ body, hash }))
  const overflow = ledger.tail.length + added.length > TAIL_SIZE ? oldestPage(ledger) : null
  const before = overflow?.records.at(-1)?.hash ?? ledger.before
  const tail = [...ledger.tail.slice(overflow?.records.length ?? 0), ...added]
  const stand = { 'ledger.size': head.size, 'ledger.head': head.head }
  return {
    overflow,
    guard: { 'ledger.size': ledger.size, 'ledger.head': ledger.head },
    operations:
      overflow === null
        ? { set: stand, push: { 'ledger.tail': added } }
        : { set: { ...stand, 'ledger.before': before, 'ledger.tail': tail } },
    records,
    next: { ...head, before, tail },
  }
}

/** Index of the first record that the tail holds; all before it are in pages. */
export function tailStart({ size, tail }: StoredLedger): number {
  return size - tail.length
}

/** The records of a stretch whose first has this index and follows `previous`. */
export function restore(first: number, previous: string, stored: readonly StoredRecord[]): ChainedRecord[] {
  return stored.map(({ body, hash }, place) => ({
    index: first + place,
    at: entryOf(body).at,
    body,
    bodyHash: digest(body),
    previous: stored[place - 1]?.hash ?? previous,
    // As it is stored, so that an edit in the store shows in what is exported.
    hash,
  }))
}

function oldestPage(ledger: StoredLedger): OverflowPage {
  return {
    number: tailStart(ledger) / PAGE_SIZE,
    previous: ledger.before,
    records: ledger.tail.slice(0, PAGE_SIZE),
  }
}

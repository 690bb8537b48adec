import type { IndexDefinition, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'

/** One piece of work that waits in an aggregate. What it has to do follows from the aggregate as it is when it is tried. */
export interface OutboxItem {
  /** When it is tried next; while it is leased, when the lease is over and anybody may try it. */
  readonly due: Millis
  /** Who tries it now; null when nobody does. A result counts only while its lease stands here. */
  readonly lease: string | null
  /** How often it was tried since it was put here, the try under way included. */
  readonly tries: number
}

/** `outbox` of an aggregate: written by the same atomic write as the change that causes the work. */
export interface OutboxState {
  /** Whether there are items: the index's only equality. */
  readonly waiting: boolean
  /** Not after the earliest `due` of all items; 0 without any. */
  readonly due: Millis
  /** 1 more with every write of the items: the guard of whoever writes what it read. */
  readonly turn: number
  readonly items: Readonly<Record<string, OutboxItem>>
}

/** A document with an outbox. Absent means that nothing waits, as in documents that are older than their outbox. */
export interface WithOutbox extends StoredDocument {
  readonly outbox?: OutboxState
}

export const EMPTY_OUTBOX: OutboxState = { waiting: false, due: 0, turn: 0, items: {} }

/** Every collection of aggregates with an outbox has it: what is due is found by one range of it. */
export const OUTBOX_INDEX: IndexDefinition = { name: 'byOutbox', eq: ['outbox.waiting'], order: 'outbox.due' }

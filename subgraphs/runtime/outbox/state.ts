import type { Guard, IndexDefinition, PatchOperations, StoredDocument } from '../../storage/port.ts'
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
  /** Grows with every write of the items: the guard of whoever writes what it read. */
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

/** Guards a write of an outbox that was made from this document: nobody has touched the items since it was read. */
export function turnGuard({ outbox }: WithOutbox): Guard {
  return { 'outbox.turn': outbox?.turn ?? null }
}

/** Puts the item, or puts it anew: its tries are forgotten, and what a try under way finds out counts nothing. */
export function withItem(outbox: OutboxState | undefined, name: string, due: Millis): OutboxState {
  const { items, turn } = outbox ?? EMPTY_OUTBOX
  return outboxOf({ ...items, [checkName(name)]: putAnew(due) }, turn + 1)
}

/** Takes the item out, if it is there. */
export function withoutItem(outbox: OutboxState | undefined, name: string): OutboxState {
  const { items, turn } = outbox ?? EMPTY_OUTBOX
  return outboxOf(Object.fromEntries(Object.entries(items).filter(([other]) => other !== name)), turn + 1)
}

/** Ends the lease of an item that is there; it is tried again at `due`, and its tries are remembered. */
export function retryAt(outbox: OutboxState, name: string, due: Millis): OutboxState {
  const tries = itemOf(outbox, name)?.tries ?? 0
  return outboxOf({ ...outbox.items, [checkName(name)]: { due, lease: null, tries } }, outbox.turn + 1)
}

/** Leases these items until then; each was tried once more, but never counts more than `mostTries`. */
export function leaseItems(
  outbox: OutboxState,
  names: readonly string[],
  { lease, until, mostTries }: { readonly lease: string; readonly until: Millis; readonly mostTries: number },
): OutboxState {
  const leased = names.map((name) => {
    const tries = Math.min(mostTries, (itemOf(outbox, name)?.tries ?? 0) + 1)
    return [name, { due: until, lease, tries }] as const
  })
  return outboxOf({ ...outbox.items, ...Object.fromEntries(leased) }, outbox.turn + 1)
}

/**
 * Puts an item by paths, for a writer that guards its patch on something else than the turn and must not lose to a
 * worker: merged into its operations. `outbox.due` becomes 0, since nothing is known of the other items: a worker looks
 * at once, and writes down when the next one is due.
 */
export function itemOperations(name: string, due: Millis): Required<Pick<PatchOperations, 'set' | 'inc'>> {
  return {
    set: { [`outbox.items.${checkName(name)}`]: putAnew(due), 'outbox.due': 0, 'outbox.waiting': true },
    inc: { 'outbox.turn': 1 },
  }
}

/** An outbox with these items. */
export function outboxOf(items: Readonly<Record<string, OutboxItem>>, turn: number): OutboxState {
  const dues = Object.values(items).map(({ due }) => due)
  return { waiting: dues.length > 0, due: dues.length > 0 ? Math.min(...dues) : 0, turn, items }
}

export function itemOf(outbox: OutboxState | undefined, name: string): OutboxItem | null {
  return outbox !== undefined && Object.hasOwn(outbox.items, name) ? (outbox.items[name] ?? null) : null
}

/** What may be tried now: nobody's lease is left on it. */
export function dueItems(outbox: OutboxState, now: Millis): string[] {
  return Object.entries(outbox.items).flatMap(([name, { due }]) => (due <= now ? [name] : []))
}

function putAnew(due: Millis): OutboxItem {
  return { due, lease: null, tries: 0 }
}

/** A name is a part of a path and stands in logs: it says what kind of work it is, never whose. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

function checkName(name: string): string {
  if (NAME.test(name)) return name
  throw new TypeError(`The name of an item must match ${NAME.source}, but got: ${JSON.stringify(name)}`)
}

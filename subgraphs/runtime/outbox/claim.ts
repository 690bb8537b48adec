import type { Collection } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import { dueItems, itemOf, leaseItems, outboxOf, type OutboxState, turnGuard, type WithOutbox } from './state.ts'

/** All that was due in a document, leased by one write. */
export interface Claim<D extends WithOutbox> {
  /** As that write left it: the newest. */
  readonly document: D
  readonly lease: string
  /** The wall clock when the lease was taken. */
  readonly now: Millis
  readonly items: readonly ClaimedItem[]
}

export interface ClaimedItem {
  readonly name: string
  /** Which try this is. */
  readonly tries: number
  /** The last try was begun before, and nobody heard how it ended: there is none left. */
  readonly spent: boolean
}

/** `LOST`: somebody else has written the outbox since the document was read. `NOTHING_DUE`: it needs nobody now. */
export type Claimed<D extends WithOutbox> = Claim<D> | 'LOST' | 'NOTHING_DUE'

export interface ClaimTerms {
  readonly now: Millis
  /** How long the lease is, in milliseconds. */
  readonly leaseMs: number
  /** A name that no other lease has. */
  readonly lease: string
  readonly mostTries: number
}

/** Takes a lease on all items of this document that are due, if its outbox is still as it was read. */
export async function claimDue<D extends WithOutbox>(
  collection: Collection<D>,
  document: D,
  { now, leaseMs, lease, mostTries }: ClaimTerms,
): Promise<Claimed<D>> {
  const { outbox } = document
  if (outbox === undefined) return 'NOTHING_DUE'
  const names = dueItems(outbox, now)
  const next =
    names.length > 0
      ? leaseItems(outbox, names, { lease, until: now + leaseMs, mostTries })
      : outboxOf(outbox.items, outbox.turn + 1)
  if (names.length === 0 && saysTheSame(next, outbox)) return 'NOTHING_DUE'
  const written = await collection.patch(document._id, turnGuard(document), { set: { outbox: next } })
  if (written === null) return 'LOST'
  if (names.length === 0) return 'NOTHING_DUE'
  const items = names.map((name) => {
    const before = itemOf(outbox, name)?.tries ?? 0
    return { name, tries: Math.min(mostTries, before + 1), spent: before >= mostTries }
  })
  return { document: written, lease, now, items }
}

/** A writer that did not know the other items has asked for a look (`itemOperations`): else nothing is to be corrected. */
function saysTheSame(one: OutboxState, other: OutboxState): boolean {
  return one.waiting === other.waiting && one.due === other.due
}

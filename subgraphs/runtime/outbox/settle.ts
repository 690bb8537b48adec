import type { Collection } from '../../storage/port.ts'
import type { Claim } from './claim.ts'
import type { Settle } from './outbox.ts'
import { itemOf, outboxOf, turnGuard, withoutItem, type WithOutbox } from './state.ts'

/** How often one item is settled anew because other writes come between, before its try counts as failed. */
const WRITES = 20

/** `DROPPED`: the lease is no longer held, or the document is gone; nothing was changed. */
export type Settled = 'SETTLED' | 'DROPPED'

/** Writes what became of one item of a claim. Rejects when `settle` throws, or the store does. */
export type SettleItem<D extends WithOutbox> = (item: string, settle: Settle<D>) => Promise<Settled>

/** The items of one claim are settled one after the other, each on what the one before has left: none loses to another. */
export function createSettling<D extends WithOutbox>(collection: Collection<D>, claim: Claim<D>): SettleItem<D> {
  const { lease } = claim
  let newest = claim.document
  let before: Promise<unknown> = Promise.resolve()

  async function write(item: string, settle: Settle<D>): Promise<Settled> {
    const leased = { [`outbox.items.${item}.lease`]: lease }
    for (let writes = 0; writes < WRITES; writes++) {
      if (itemOf(newest.outbox, item)?.lease !== lease) return 'DROPPED'
      const written = await writeOnce(collection, newest, { item, settle, leased })
      if (written !== null) {
        newest = written
        return 'SETTLED'
      }
      // A plain read may be a turn old; this one is the newest, and none at all when the lease is no longer held.
      const read = await collection.patch(newest._id, leased, {})
      if (read === null) return 'DROPPED'
      newest = read
    }
    throw new Error(`A settlement must find the document unchanged once in ${WRITES} writes, but never did.`)
  }

  return (item, settle) => {
    const settled = before.then(() => write(item, settle))
    before = settled.catch(() => undefined)
    return settled
  }
}

interface OneItem<D extends WithOutbox> {
  readonly item: string
  readonly settle: Settle<D>
  /** Holds while the lease does. */
  readonly leased: Readonly<Record<string, string>>
}

/** The document afterwards, or null when it is no longer the one that the settlement was made from. */
function writeOnce<D extends WithOutbox>(
  collection: Collection<D>,
  current: D,
  { item, settle, leased }: OneItem<D>,
): Promise<D | null> {
  const { outbox, set = {}, guard = { rev: current.rev } } = settle(current, withoutItem(current.outbox, item))
  // Whatever outbox the handler made: its turn is after the one that was read, and what it says of itself is so.
  const next = outboxOf(outbox.items, (current.outbox?.turn ?? 0) + 1)
  return collection.patch(
    current._id,
    { ...guard, ...turnGuard(current), ...leased },
    { set: { ...set, outbox: next } },
  )
}

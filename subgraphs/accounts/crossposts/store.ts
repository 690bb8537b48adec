import { EMPTY_OUTBOX, turnGuard } from '../../runtime/outbox/state.ts'
import type { Collection } from '../../storage/port.ts'
import { newest } from '../store.ts'
import type { CrosspostDocument } from './changes.ts'
import type { CrosspostRow } from './rows.ts'

type Crossposts = Collection<CrosspostRow>

/** What somebody wants of a cross-post: the row as it is to be written (the same object: nothing), or why not. */
export type Wanted<Code extends string = never> =
  { readonly ok: true; readonly next: CrosspostDocument } | { readonly ok: false; readonly code: Code }

export type Written<Code extends string> =
  { readonly ok: true; readonly row: CrosspostRow } | { readonly ok: false; readonly code: Code }

/**
 * Takes a cross-post through a change: read, decide, one write guarded by the turn of its outbox, which every change
 * counts up; again from the newest when that was lost. A change that changes nothing is proved against the newest too.
 * `change` is given null where there is none yet, and what it answers is inserted.
 */
export async function changeCrosspost<Code extends string>(
  crossposts: Crossposts,
  id: string,
  change: (row: CrosspostRow | null) => Wanted<Code>,
): Promise<Written<Code>> {
  let [row = null] = await crossposts.getMany([id])
  for (;;) {
    const wanted = change(row)
    if (!wanted.ok) return wanted
    const written = await write(crossposts, row, wanted.next)
    if (written !== null) return { ok: true, row: written }
    row = await newest(crossposts, id)
  }
}

/** Null when the row is no longer the one that `next` was made of. */
async function write(
  crossposts: Crossposts,
  row: CrosspostRow | null,
  next: CrosspostDocument,
): Promise<CrosspostRow | null> {
  if (row === null) return (await crossposts.insert(next)) === 'inserted' ? { ...next, rev: 1 } : null
  if (next === row) return crossposts.patch(row._id, turnGuard(row), {})
  const { account, ended, deliveries, media, acts, outbox = EMPTY_OUTBOX } = next
  // Also where no item was touched: whoever has read the row before must not write what they made of it.
  const turn = Math.max(outbox.turn, (row.outbox?.turn ?? 0) + 1)
  const set = { account, ended, deliveries, media, acts, outbox: { ...outbox, turn } }
  return crossposts.patch(row._id, turnGuard(row), { set })
}

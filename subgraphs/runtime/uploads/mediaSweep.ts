import type { Millis } from '../clock/millis.ts'
import type { Holding } from './holding.ts'
import type { Holder, MediaRow, MediaRows } from './mediaRows.ts'

/**
 * Asked when a holder's time has come: until when it goes on needing what it holds, null for without end, `'GONE'` when
 * it does not. What a process that died did not come to say is found so.
 */
export type StillNeeded = (by: string, owner: string) => Promise<Millis | null | 'GONE'>

export interface MediaSweep {
  readonly rows: MediaRows
  readonly remove: Holding['remove']
  readonly stillNeeded: StillNeeded
}

/** Nobody is asked again sooner. */
const SOONEST_MS = 60_000

/** Looks after every holder whose time has come; answers when the next one's comes, null when none has a time. */
export async function sweepMedia(sweep: MediaSweep, now: Millis): Promise<Millis | null> {
  for (let hasMore = true; hasMore;) {
    const due = await sweep.rows.due(now)
    await Promise.all(due.items.map((row) => sweepOne(sweep, row, now)))
    hasMore = due.hasMore
  }
  return sweep.rows.nextDue(now)
}

async function sweepOne({ rows, remove, stillNeeded }: MediaSweep, row: MediaRow, now: Millis): Promise<void> {
  const judged = await Promise.all(row.holders.map((holder) => judge(stillNeeded, holder, row.owner, now)))
  const holders = judged.flatMap((holder) => holder ?? [])
  // Null: somebody else has changed it meanwhile, and it is looked at again.
  const left = row.holders.length === 0 ? row : await rows.change(row, holders)
  if (left?.holders.length === 0) await remove(left)
}

/** The holder as it goes on; null when it does not. */
async function judge(ask: StillNeeded, holder: Holder, owner: string, now: Millis): Promise<Holder | null> {
  if (holder.until === null || holder.until > now) return holder
  const until = await ask(holder.by, owner)
  if (until === 'GONE') return null
  return { by: holder.by, until: until === null ? null : Math.max(until, now + SOONEST_MS) }
}

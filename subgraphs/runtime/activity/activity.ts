import type { Collection, Storage, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import { createRecent } from '../recent/recent.ts'
import { actedOn, countedOn, type Day, dayOf, type LatelyActive } from './latelyActive.ts'
import { publishedFigure } from './publishedFigure.ts'

/** `_id` is the local id of a profile. */
interface ActivityRow extends StoredDocument, LatelyActive {}

/** The figure of one day, made once and never changed; `_id` is the day. Only what was published is kept. */
interface FigureRow extends StoredDocument {
  readonly figure: number | null
}

/**
 * Who was active in an app, for the one figure that it publishes. **Active** is who acted: who sent a mutation in the
 * app's own client, signed in, whatever came of it. Looking leaves no trace, here as elsewhere, and what somebody does
 * in the accounts center is no act in an app: neither links nor consents nor their refusal can change the figure.
 */
export interface Activity {
  /** Somebody, by local id, acted now. One read and one write on the first act of a day; nothing after it. */
  note(profileId: string, now: Millis): Promise<void>
  /**
   * How many were active in the 30 days that ended with the last midnight (UTC), as everybody may know it: rounded down
   * to tens, null below 10. Made when it is first asked for on a day, and kept: the same all day, for every process.
   */
  figure(now: Millis): Promise<number | null>
}

/** Of how many profiles a process remembers that they were noted. */
const REMEMBERED = 10_000

/** The activity in one app, by the name of its subgraph. */
export function openActivity(storage: Storage, app: string): Activity {
  const rows = storage.collection<ActivityRow>({
    name: `${app}_activity`,
    version: 1,
    indexes: [{ name: 'byDay', eq: ['day', 'alsoBefore'] }],
  })
  const figures = storage.collection<FigureRow>({ name: `${app}_figures`, version: 1, indexes: [] })
  return { note: createNote(rows), figure: createFigure(rows, figures) }
}

function createNote(rows: Collection<ActivityRow>): Activity['note'] {
  const remembered = createRecent<LatelyActive>(REMEMBERED)
  return async function note(_id, now) {
    const day = dayOf(now)
    const last = remembered.get(_id)
    if (last !== undefined && actedOn(last, day) === last) return
    for (;;) {
      const [row = null] = await rows.getMany([_id])
      const next = actedOn(row, day)
      // Another process may note the same person: decided anew on what it wrote.
      if (next !== row && !(await write(rows, _id, row, next))) continue
      remembered.set(_id, next)
      return
    }
  }
}

async function write(rows: Collection<ActivityRow>, _id: string, row: ActivityRow | null, next: LatelyActive) {
  if (row === null) return (await rows.insert({ _id, ...next })) === 'inserted'
  const { day, alsoBefore } = row
  return (await rows.patch(_id, { day, alsoBefore }, { set: { ...next } })) !== null
}

function createFigure(rows: Collection<ActivityRow>, figures: Collection<FigureRow>): Activity['figure'] {
  let latest: { readonly day: Day; readonly figure: Promise<number | null> } | null = null
  return (now) => {
    const day = dayOf(now) - 1
    if (latest?.day === day) return latest.figure
    const asked = { day, figure: keptFigure(rows, figures, day) }
    latest = asked
    // What failed is tried again with the next question; whoever asked is told by the promise itself.
    asked.figure.catch(() => {
      if (latest === asked) latest = null
    })
    return asked.figure
  }
}

/** The figure of this day as the first process made it. */
async function keptFigure(rows: Collection<ActivityRow>, figures: Collection<FigureRow>, day: Day) {
  const _id = String(day)
  const [kept = null] = await figures.getMany([_id])
  if (kept !== null) return kept.figure
  // One call on one index: whoever acts meanwhile is counted once, before or after.
  const counts = await rows.countMany('byDay', countedOn(day), Number.MAX_SAFE_INTEGER)
  const figure = publishedFigure(counts.reduce((sum, count) => sum + count, 0))
  if ((await figures.insert({ _id, figure })) === 'inserted') return figure
  // Somebody else was first. A write sees it at once, where a plain read may be a turn old.
  return (await figures.patch(_id, {}, {}))?.figure ?? null
}

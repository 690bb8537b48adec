import type { Position } from '../../storage/port.ts'
import { describeError } from '../log/describeError.ts'
import { shuffled } from './chance.ts'
import { type Claimed, claimDue } from './claim.ts'
import type { OutboxFigures } from './outbox.ts'
import { createSettling } from './settle.ts'
import { createSlots } from './slots.ts'
import { OUTBOX_INDEX, type WithOutbox } from './state.ts'
import { tryItem, type TryParts } from './tryItem.ts'

/** How many documents are read at once, of all that are due. */
const PAGE = 128
/** So many claims of one page lost to others say that they are at the same page. */
const LOST_ENOUGH = 8
/** How many nudges wait at the most; what is more waits for the next poll. */
const MOST_NUDGES = 1_000
/** How often a document that somebody nudged about is claimed anew when other writes come between. */
const NEWEST_TRIES = 5

export interface WorkerParts<D extends WithOutbox> extends Omit<TryParts<D>, 'counts'> {
  readonly concurrency: number
  readonly leaseMs: number
  readonly pollMs: number
}

/** What one process does with one collection. */
export interface CollectionWorker {
  nudge(id: string): void
  /** Looks for what is due, at once and then at every poll, until it is stopped. */
  start(): void
  stop(): Promise<void>
  /** Tries what is due, until a look finds nothing. Rejects when the store cannot be read. */
  drain(): Promise<void>
  figures(): OutboxFigures
}

export function createCollectionWorker<D extends WithOutbox>(parts: WorkerParts<D>): CollectionWorker {
  const { handler, clock, random, log, concurrency, leaseMs, pollMs } = parts
  const { collection, name } = handler
  const counts = { tried: 0, failed: 0, givenUp: 0, oldestDueMs: 0 }
  const slots = createSlots(concurrency)
  const stopping = new AbortController()
  const { signal } = stopping
  const underWay = new Set<Promise<void>>()
  const nudged = new Set<string>()
  const claims = { won: 0, lost: 0 }
  let polling: Promise<void> | null = null

  function nudge(id: string): void {
    if (signal.aborted || nudged.has(id) || nudged.size >= MOST_NUDGES) return
    nudged.add(id)
    track(workNewest(id))
  }

  async function workNewest(id: string): Promise<void> {
    const free = await slots.take(true)
    // From here on the document is read: whoever writes it later nudges anew.
    nudged.delete(id)
    await inSlot(free, () => claimNewest(id))
  }

  function track(working: Promise<void>): void {
    underWay.add(working)
    void working.finally(() => underWay.delete(working))
  }

  /** Claims, and tries what was claimed; frees the slot when that is done, or the lease over. Never rejects. */
  async function inSlot(free: () => void, claim: () => Promise<Claimed<D>>): Promise<void> {
    try {
      if (!signal.aborted) await workOn(claim)
    } catch (error) {
      log.warn({ collection: name, error: describeError(error) }, 'what is due could not be claimed; tried again later')
    } finally {
      free()
    }
  }

  async function workOn(claim: () => Promise<Claimed<D>>): Promise<void> {
    const begun = clock.monotonic()
    const claimed = await claim()
    if (claimed === 'LOST') claims.lost++
    if (typeof claimed === 'string') return
    claims.won++
    const settle = createSettling(collection, claimed)
    const trying = claimed.items.map((item) => tryItem({ ...parts, counts }, { claim: claimed, item, settle }))
    await endsWithLease(Promise.all(trying), begun)
  }

  /** A try that hangs holds its slot no longer than its lease. Should it end after all, its result counts if nobody else has tried. */
  async function endsWithLease(trying: Promise<unknown>, begun: number): Promise<void> {
    const done = new AbortController()
    const over = clock.wait(Math.max(0, begun + leaseMs - clock.monotonic()), done.signal).catch(() => undefined)
    await Promise.race([trying, over])
    done.abort()
  }

  function claimSeen(document: D): Promise<Claimed<D>> {
    const { mostTries } = handler
    return claimDue(collection, document, { now: clock.wall(), leaseMs, lease: random.id(), mostTries })
  }

  async function claimNewest(id: string): Promise<Claimed<D>> {
    let [document] = await collection.getMany([id])
    for (let tries = 0; document && tries < NEWEST_TRIES; tries++) {
      const claimed = await claimSeen(document)
      if (claimed !== 'LOST') return claimed
      // A plain read may be a turn old; this one is the newest.
      document = await collection.patch(id, { 'outbox.waiting': true }, {})
    }
    return 'NOTHING_DUE'
  }

  /** Goes once through what is due now, earliest first; resolves when the last of it has a slot. */
  async function look(): Promise<void> {
    const range = { lte: clock.wall() }
    let after: Position | undefined
    while (!signal.aborted) {
      const request = { limit: PAGE, range, ...(after && { after }) }
      const page = await collection.page(OUTBOX_INDEX.name, { 'outbox.waiting': true }, request)
      if (after === undefined) counts.oldestDueMs = oldestDue(page.items, range.lte)
      // Others are at this page too: what is left of it is read again.
      if ((await workThrough(page.items)) === 'CROWDED') continue
      const last = page.items.at(-1)
      if (!page.hasMore || last === undefined) return
      after = { order: last.outbox?.due ?? null, id: last._id }
    }
  }

  /** In an order of its own, so that processes that read the same page do not race for the same documents one by one. */
  async function workThrough(documents: readonly D[]): Promise<'DONE' | 'CROWDED'> {
    const { won, lost } = claims
    for (const document of shuffled(documents, random)) {
      const free = await slots.take()
      track(inSlot(free, () => claimSeen(document)))
      if (claims.lost - lost >= LOST_ENOUGH && claims.won > won) return 'CROWDED'
    }
    return 'DONE'
  }

  async function poll(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: unknown) => {
        log.warn({ collection: name, error: describeError(error) }, 'what is due could not be read; tried again later')
      })
      await clock.wait(pollMs, signal).catch(() => undefined)
    }
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  async function drain(): Promise<void> {
    for (let before = -1; before !== claims.won + claims.lost;) {
      before = claims.won + claims.lost
      await look()
      await idle()
    }
  }

  async function stop(): Promise<void> {
    stopping.abort(new Error('stopped'))
    await polling
    await idle()
  }

  return {
    nudge,
    start: () => void (polling ??= poll()),
    stop,
    drain,
    figures: () => ({ collection: name, ...counts }),
  }
}

function oldestDue(documents: readonly WithOutbox[], now: number): number {
  const dues = documents.flatMap(({ outbox }) => Object.values(outbox?.items ?? {}).map(({ due }) => due))
  return Math.max(0, ...dues.map((due) => now - due))
}

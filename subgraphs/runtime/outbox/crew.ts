import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'
import { describeError } from '../log/describeError.ts'
import { type Claim, type Claimed, claimDue } from './claim.ts'
import { createSettling } from './settle.ts'
import { createSlots } from './slots.ts'
import type { WithOutbox } from './state.ts'
import { tryItem, type TryParts } from './tryItem.ts'

/** How often a document that somebody nudged about is claimed anew when other writes come between. */
const NEWEST_TRIES = 5

export interface CrewParts<D extends WithOutbox> extends TryParts<D> {
  readonly concurrency: number
  readonly leaseMs: number
  /** Aborted when nothing more is to be claimed. */
  readonly signal: AbortSignal
}

/** How many claims were won, and how many others were faster. */
export interface Claims {
  readonly won: number
  readonly lost: number
}

/** Claims documents of one collection and tries what was due in them, so many at once. Never rejects. */
export interface Crew<D extends WithOutbox> {
  /** Works on a document as a page has shown it; resolves when it has begun, which is when there is room. */
  begin(document: D): Promise<void>
  /** Works on the newest of this document, ahead of those that wait to begin. `begins` is called just before it is read. */
  beginNewest(id: string, begins: () => void): void
  claims(): Claims
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export function createCrew<D extends WithOutbox>(parts: CrewParts<D>): Crew<D> {
  const { clock, log, leaseMs, signal } = parts
  const { name } = parts.handler
  const slots = createSlots(parts.concurrency)
  const { claimSeen, claimNewest } = createClaiming(parts)
  const underWay = new Set<Promise<void>>()
  const claims = { won: 0, lost: 0 }

  function track(working: Promise<void>): void {
    underWay.add(working)
    void working.finally(() => underWay.delete(working))
  }

  async function work(free: () => void, claim: () => Promise<Claimed<D>>): Promise<void> {
    try {
      if (signal.aborted) return
      const begun = clock.monotonic()
      const claimed = await claim()
      if (claimed === 'LOST') claims.lost++
      if (typeof claimed === 'string') return
      claims.won++
      // What hangs holds its slot no longer than its lease. Should it end after all, it counts if nobody else has tried.
      await within(clock, begun + leaseMs, tryAll(parts, claimed))
    } catch (error) {
      log.warn({ collection: name, error: describeError(error) }, 'what is due could not be claimed; tried again later')
    } finally {
      free()
    }
  }

  async function workNewest(id: string, begins: () => void): Promise<void> {
    const free = await slots.take(true)
    begins()
    await work(free, () => claimNewest(id))
  }

  return {
    async begin(document) {
      const free = await slots.take()
      track(work(free, () => claimSeen(document)))
    },
    beginNewest: (id, begins) => track(workNewest(id, begins)),
    claims: () => ({ ...claims }),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** Makes claims: on a document as it was seen, or on the newest of it. */
function createClaiming<D extends WithOutbox>({ handler, clock, random, leaseMs }: CrewParts<D>) {
  const { collection, mostTries } = handler

  function claimSeen(document: D): Promise<Claimed<D>> {
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

  return { claimSeen, claimNewest }
}

function tryAll<D extends WithOutbox>(parts: CrewParts<D>, claim: Claim<D>): Promise<unknown> {
  const settle = createSettling(parts.handler.collection, claim)
  return Promise.all(claim.items.map((item) => tryItem(parts, { claim, item, settle })))
}

/** Until it has ended, or this time has come by the monotonic clock. */
async function within(clock: Clock, until: Millis, work: Promise<unknown>): Promise<void> {
  const done = new AbortController()
  const over = clock.wait(Math.max(0, until - clock.monotonic()), done.signal).catch(() => undefined)
  await Promise.race([work, over])
  done.abort()
}

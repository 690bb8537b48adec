import { hash } from 'node:crypto'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import { DAY_MS, HOUR_MS, type Millis } from '../clock/millis.ts'
import { fault, isFault } from '../errors/fault.ts'
import type { BoundedBody } from '../subgraph/subgraph.ts'
import { cleanMedia } from './clean.ts'
import type { Holder, Media } from './media.ts'

/** How long a URL takes its upload. */
export const UPLOAD_MS = 10 * 60 * 1000

/** How long an upload waits to be used. */
export const UNUSED_MS = HOUR_MS

/** An upload, from the ticket to its use. */
export interface TicketRow extends StoredDocument {
  readonly owner: string
  /** What was announced: the length, and the SHA-256 in base64url. */
  readonly bytes: number
  readonly sha256: string
  /** `RECEIVING`: being cleaned, or its process died over it. `REFUSED` and `TAKEN` are final. */
  readonly state: 'WAITING' | 'RECEIVING' | 'READY' | 'REFUSED' | 'TAKEN'
  /** Whether it may still be used: what a person can have only so many of. */
  readonly open: boolean
  readonly putUntil: Millis
  /** The row goes then, and what came with it unless somebody else holds it. */
  readonly endsAt: Millis
  /** The name of what came; null before. */
  readonly media: string | null
  readonly takenBy: string | null
  /** Constant: the index's only equality. */
  readonly all: true
}

export interface Announced {
  readonly owner: string
  readonly bytes: number
  readonly sha256: string
}

export interface Tickets {
  /** Makes the row; a second time for the same id, it is there already. */
  create(id: string, announced: Announced): Promise<void>
  find(id: string): Promise<TicketRow | null>
  /** How many uploads this owner may still use, counted up to `cap`. */
  countOpen(owner: string, cap: number): Promise<number>
  /** Takes what is sent for this upload; throws a fault for what is refused, and keeps nothing of it then. */
  receive(id: string, body: BoundedBody): Promise<void>
  /**
   * Uses the upload of this owner, once: answers the name of what came, held by `holder` then. Again for the same
   * holder it answers the same; null for what is not there, not whole, somebody else's, used, or out of its time.
   */
  take(id: string, owner: string, holder: Holder): Promise<string | null>
  /** Until when what came needs to be kept for this upload. */
  stillNeeded(id: string): Promise<Millis | 'GONE'>
  /** Removes rows whose time is over; answers when the next one's is. */
  sweep(): Promise<Millis | null>
}

export function createTickets({ storage, collection, media, clock }: TicketOptions): Tickets {
  const rows = storage.collection(definitionOf(collection))
  const newest = (id: string): Promise<TicketRow | null> => rows.patch(id, {}, {})
  // A plain read may be a turn old: what another process made just now is not missing.
  const find = async (id: string): Promise<TicketRow | null> => (await rows.getMany([id]))[0] ?? newest(id)

  async function receive(id: string, body: BoundedBody): Promise<void> {
    const ticket = await find(id)
    if (ticket === null || clock.wall() >= ticket.putUntil) throw fault('UPLOAD_URL_INVALID')
    if (ticket.state !== 'WAITING') throw fault('UPLOAD_ALREADY_DONE')
    const bytes = await body(ticket.bytes)
    if (bytes.length < ticket.bytes) throw fault('UPLOAD_INCOMPLETE')
    if (hash('sha256', bytes, 'base64url') !== ticket.sha256) throw fault('UPLOAD_DIGEST_WRONG')

    // Whole bytes are looked at once: of two that come at the same time, one is.
    const claimed = await rows.patch(id, { state: 'WAITING' }, { set: { state: 'RECEIVING' } })
    if (claimed === null) throw fault('UPLOAD_ALREADY_DONE')
    try {
      const cleaned = await cleanMedia(bytes)
      const name = await media.keep(ticket.owner, cleaned, { by: holderOf(id), until: ticket.endsAt })
      await rows.patch(id, { state: 'RECEIVING' }, { set: { state: 'READY', media: name } })
    } catch (error) {
      // What is wrong with the bytes stays wrong; what broke here can be tried again.
      const next = isFault(error) ? { state: 'REFUSED', open: false } : { state: 'WAITING' }
      await rows.patch(id, { state: 'RECEIVING' }, { set: next })
      throw error
    }
  }

  async function take(id: string, owner: string, holder: Holder): Promise<string | null> {
    const ticket = await newest(id)
    if (ticket === null || ticket.owner !== owner || ticket.media === null) return null
    const { media: name } = ticket
    if (ticket.state === 'READY') {
      if (clock.wall() >= ticket.endsAt) return null
      // Held before it is taken: a process that dies in between leaves a holder that is asked about later.
      if (!(await media.hold(name, holder))) return null
      const taken = { state: 'TAKEN', open: false, takenBy: holder.by, endsAt: clock.wall() + TAKEN_MS }
      await rows.patch(id, { state: 'READY' }, { set: taken })
    }
    if ((await newest(id))?.takenBy !== holder.by) {
      await media.drop(name, holder.by)
      return null
    }
    // Taken before, it may have been dropped since.
    const held = ticket.state === 'READY' || (await media.hold(name, holder))
    await media.drop(name, holderOf(id))
    return held ? name : null
  }

  async function sweep(): Promise<Millis | null> {
    const now = clock.wall()
    for (let hasMore = true; hasMore;) {
      const due = await rows.page('bySweep', { all: true }, { limit: ROWS_PER_SWEEP, range: { lte: now } })
      await Promise.all(due.items.map((row) => rows.delete(row._id, row.rev)))
      hasMore = due.hasMore
    }
    const { items } = await rows.page('bySweep', { all: true }, { limit: 1, range: { gt: now } })
    return items[0]?.endsAt ?? null
  }

  return {
    create: (_id, announced) => create(rows, _id, announced, clock.wall()),
    find,
    countOpen: async (owner, cap) => (await rows.countMany('byOwner', [{ owner, open: true }], cap))[0] ?? 0,
    receive,
    take,
    async stillNeeded(id) {
      const ticket = await find(id)
      const waits = ticket !== null && (ticket.state === 'READY' || ticket.state === 'RECEIVING')
      return waits ? ticket.endsAt : 'GONE'
    },
    sweep,
  }
}

export interface TicketOptions {
  readonly storage: Storage
  /** The name of the collection, for example `photo_uploads`. */
  readonly collection: string
  readonly media: Media
  readonly clock: Clock
}

/** What holds the bytes of an upload that nobody has used yet; `ticketIdOf` reads it. */
function holderOf(id: string): string {
  return `${HOLDER}${id}`
}

/** The upload that a holder stands for; null for any other holder. */
export function ticketIdOf(holder: string): string | null {
  return holder.startsWith(HOLDER) ? holder.slice(HOLDER.length) : null
}

const HOLDER = 'upload:'

/** As long as an idempotency key: a retry of the act that used it finds what it took. */
const TAKEN_MS = DAY_MS
const ROWS_PER_SWEEP = 128

async function create(rows: Collection<TicketRow>, _id: string, announced: Announced, now: Millis): Promise<void> {
  const { owner, bytes, sha256 } = announced
  const times = { putUntil: now + UPLOAD_MS, endsAt: now + UPLOAD_MS + UNUSED_MS }
  const nothing = { state: 'WAITING', open: true, media: null, takenBy: null, all: true } as const
  await rows.insert({ _id, owner, bytes, sha256, ...times, ...nothing })
}

function definitionOf(name: string): CollectionDefinition<TicketRow> {
  return {
    name,
    version: 1,
    indexes: [
      { name: 'bySweep', eq: ['all'], order: 'endsAt' },
      { name: 'byOwner', eq: ['owner', 'open'] },
    ],
  }
}

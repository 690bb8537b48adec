import { hash } from 'node:crypto'
import type { Storage } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import { DAY_MS, HOUR_MS, type Millis } from '../clock/millis.ts'
import { fault, isFault } from '../errors/fault.ts'
import type { BoundedBody } from '../subgraph/subgraph.ts'
import { cleanMedia } from './clean.ts'
import type { Media } from './media.ts'
import type { Holder } from './mediaRows.ts'
import { openTicketRows, type TicketRow, type TicketRows } from './ticketRows.ts'

/** How long a URL takes its upload. */
export const UPLOAD_MS = 10 * 60 * 1000

/** How long an upload waits to be used. */
export const UNUSED_MS = HOUR_MS

export interface Announced {
  readonly owner: string
  readonly bytes: number
  readonly sha256: string
}

export interface Tickets {
  /** Makes the row; a second time for the same id, it is there already. */
  readonly create: (id: string, announced: Announced) => Promise<void>
  readonly find: (id: string) => Promise<TicketRow | null>
  /** How many uploads this owner may still use, counted up to `cap`. */
  readonly countOpen: (owner: string, cap: number) => Promise<number>
  /** Takes what is sent for this upload; throws a fault for what is refused, and keeps nothing of it then. */
  readonly receive: (id: string, body: BoundedBody) => Promise<void>
  /**
   * Uses the upload of this owner, once: answers the name of what came, held by `holder` then. Again for the same
   * holder it answers the same; null for what is not there, not whole, somebody else's, used, or out of its time.
   */
  readonly take: (id: string, owner: string, holder: Holder) => Promise<string | null>
  /** Until when what came needs to be kept for this upload. */
  readonly stillNeeded: (id: string) => Promise<Millis | 'GONE'>
  /** Removes rows whose time is over; answers when the next one's is. */
  readonly sweep: () => Promise<Millis | null>
}

export interface TicketOptions {
  readonly storage: Storage
  /** The name of the collection, for example `photo_uploads`. */
  readonly collection: string
  readonly media: Media
  readonly clock: Clock
}

interface Desk {
  readonly rows: TicketRows
  readonly media: Media
  readonly clock: Clock
}

export function createTickets({ storage, collection, media, clock }: TicketOptions): Tickets {
  const rows = openTicketRows(storage, collection)
  const desk = { rows, media, clock }
  return {
    create: (id, announced) => create(desk, id, announced),
    find: rows.find,
    countOpen: rows.countOpen,
    receive: (id, body) => receive(desk, id, body),
    take: (id, owner, holder) => take(desk, id, owner, holder),
    stillNeeded: (id) => stillNeeded(desk, id),
    sweep: () => rows.sweep(clock.wall()),
  }
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

function create({ rows, clock }: Desk, _id: string, { owner, bytes, sha256 }: Announced): Promise<void> {
  const putUntil = clock.wall() + UPLOAD_MS
  const announced = { owner, bytes, sha256, putUntil, endsAt: putUntil + UNUSED_MS }
  return rows.insert({ _id, ...announced, state: 'WAITING', open: true, media: null, takenBy: null })
}

async function receive({ rows, media, clock }: Desk, id: string, body: BoundedBody): Promise<void> {
  const ticket = await rows.find(id)
  if (ticket === null || clock.wall() >= ticket.putUntil) throw fault('UPLOAD_URL_INVALID')
  if (ticket.state !== 'WAITING') throw fault('UPLOAD_ALREADY_DONE')
  const bytes = await wholeBody(ticket, body)

  // Whole bytes are looked at once: of two that come at the same time, one is.
  if (!(await rows.change(id, 'WAITING', { state: 'RECEIVING' }))) throw fault('UPLOAD_ALREADY_DONE')
  try {
    const cleaned = await cleanMedia(bytes)
    const name = await media.keep(ticket.owner, cleaned, { by: holderOf(id), until: ticket.endsAt })
    await rows.change(id, 'RECEIVING', { state: 'READY', media: name })
  } catch (error) {
    // What is wrong with the bytes stays wrong; what broke here can be tried again.
    await rows.change(id, 'RECEIVING', isFault(error) ? { state: 'REFUSED', open: false } : { state: 'WAITING' })
    throw error
  }
}

/** The bytes, if they are those that were announced. */
async function wholeBody(announced: Announced, body: BoundedBody): Promise<Uint8Array> {
  const bytes = await body(announced.bytes)
  if (bytes.length < announced.bytes) throw fault('UPLOAD_INCOMPLETE')
  if (hash('sha256', bytes, 'base64url') !== announced.sha256) throw fault('UPLOAD_DIGEST_WRONG')
  return bytes
}

async function take({ rows, media, clock }: Desk, id: string, owner: string, holder: Holder): Promise<string | null> {
  const ticket = await rows.newest(id)
  if (ticket === null || ticket.owner !== owner || ticket.media === null) return null
  const { media: name } = ticket
  if (ticket.state === 'READY') {
    if (clock.wall() >= ticket.endsAt) return null
    // Held before it is taken: a process that dies in between leaves a holder that is asked about later.
    if (!(await media.hold(name, holder))) return null
    const endsAt = clock.wall() + TAKEN_MS
    await rows.change(id, 'READY', { state: 'TAKEN', open: false, takenBy: holder.by, endsAt })
  }
  if ((await rows.newest(id))?.takenBy !== holder.by) {
    await media.drop(name, holder.by)
    return null
  }
  // Taken before, it may have been dropped since.
  const held = ticket.state === 'READY' || (await media.hold(name, holder))
  await media.drop(name, holderOf(id))
  return held ? name : null
}

async function stillNeeded({ rows }: Desk, id: string): Promise<Millis | 'GONE'> {
  const ticket = await rows.find(id)
  const waits = ticket !== null && (ticket.state === 'READY' || ticket.state === 'RECEIVING')
  return waits ? ticket.endsAt : 'GONE'
}

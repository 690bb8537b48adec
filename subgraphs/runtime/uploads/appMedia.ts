import type { Storage } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import { isFault } from '../errors/fault.ts'
import { createOnceUnless } from '../idempotency/createOnceUnless.ts'
import type { Act, Idempotency } from '../idempotency/idempotency.ts'
import type { HttpRoute, SubgraphPorts } from '../subgraph/subgraph.ts'
import { type AnnouncedInput, MOST_OPEN, type UploadRefusalCode, whyNotTaken } from './announced.ts'
import { checkMedia } from './clean.ts'
import { createMedia, type Holder, type Media } from './media.ts'
import { shownRoute, uploadRoute } from './routes.ts'
import { createShownUrls, type Shown, type ShownUrls } from './shownUrls.ts'
import { type MediaSettings, nameKeyOf, urlParts } from './settings.ts'
import { createSweepTimer } from './sweepTimer.ts'
import { createTickets, ticketIdOf, type Tickets } from './tickets.ts'
import { createSignedUrls } from './signedUrls.ts'

export interface AppMediaOptions {
  /** In paths and names of collections. */
  readonly app: string
  readonly storage: Storage
  readonly ports: Pick<SubgraphPorts, 'clock' | 'random' | 'log'>
  readonly settings: MediaSettings
  readonly idempotency: Idempotency
  /** As in `MediaOptions`, for the holders of the domain. */
  readonly stillNeeded: (by: string, owner: string) => Promise<Millis | null | 'GONE'>
  /**
   * Whether this is shown to this viewer now, by the rules that answer it in the graph. Asked at each fetch. Absent:
   * nothing is shown by URL.
   */
  readonly isShown?: (shown: Shown) => Promise<boolean>
}

/** Announces an upload; the actor is who will own it. */
export type UploadAct = Act & { readonly input: AnnouncedInput }

/** An upload that may be sent now. */
export interface Ticket {
  /** Local. */
  readonly id: string
  readonly url: string
  readonly expiresAt: Millis
}

/** Why there is no place for an upload; each domain has these codes in its own enum. */
export type UploadFailure = UploadRefusalCode | 'IDEMPOTENCY_KEY_REUSED' | 'UPLOAD_NOT_FOUND'

export type OpenedUpload =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly code: UploadFailure; readonly path: string | null }

/** The pictures and films of one app, from the upload to the last fetch. */
export interface AppMedia extends Pick<Media, 'drop' | 'find' | 'read'> {
  /** A place for one upload of this actor, the same for a repeated act while it lasts. */
  open(act: UploadAct): Promise<OpenedUpload>
  /** Uses an upload, once: `Tickets.take`. */
  readonly take: (uploadId: string, owner: string, holder: Holder) => Promise<string | null>
  /** Keeps what another app has cleaned, checked anew; null when it is not clean. Quick where it is kept already. */
  keepCleaned(owner: string, bytes: Uint8Array, holder: Holder): Promise<string | null>
  /** A URL for what is shown to this viewer. */
  sign: ShownUrls['sign']
  readonly routes: readonly HttpRoute[]
  readonly stop: () => Promise<void>
}

export function createAppMedia(options: AppMediaOptions): AppMedia {
  const { app, storage, ports, settings, idempotency, isShown } = options
  const { clock, random, log } = ports
  const { baseUrl, keysFor } = urlParts(app, settings)
  const uploadUrls = createSignedUrls({ baseUrl, path: `/uploads/${app}/`, keys: keysFor('upload urls') })
  const shownUrls = createShownUrls({ baseUrl, path: `/media/${app}/shown/`, keys: keysFor('shown urls'), random })

  const media: Media = createMedia({
    storage,
    collection: `${app}_media`,
    blobs: settings.blobs,
    key: nameKeyOf(app, settings),
    clock,
    random,
    stillNeeded(by, owner) {
      const ticketId = ticketIdOf(by)
      return ticketId === null ? options.stillNeeded(by, owner) : tickets.stillNeeded(ticketId)
    },
  })
  const tickets: Tickets = createTickets({ storage, collection: `${app}_uploads`, media, clock })
  const timer = createSweepTimer({ sweep, clock, log })

  /** Tickets first: what they held is asked about then. */
  async function sweep(): Promise<Millis | null> {
    const next = [await tickets.sweep(), await media.sweep()].filter((at) => at !== null)
    return next.length === 0 ? null : Math.min(...next)
  }

  async function open(act: UploadAct): Promise<OpenedUpload> {
    const why = whyNotTaken(act.input)
    if (why !== null) return { ok: false, ...why }
    const { actor: owner, input } = act
    const made = await createOnceUnless(idempotency, act, async (_id) => {
      if ((await tickets.countOpen(owner, MOST_OPEN)) >= MOST_OPEN) return 'UPLOADS_TOO_MANY'
      await tickets.create(_id, { owner, bytes: input.bytes, sha256: input.sha256 })
      return null
    })
    if ('refused' in made) {
      const { refused: code } = made
      return { ok: false, code, path: code === 'IDEMPOTENCY_KEY_REUSED' ? 'idempotencyKey' : null }
    }
    const ticket = await tickets.find(made.id)
    if (ticket === null) return { ok: false, code: 'UPLOAD_NOT_FOUND', path: 'idempotencyKey' }
    timer.arm(ticket.endsAt)
    const { _id: id, putUntil: expiresAt } = ticket
    return { ok: true, ticket: { id, url: uploadUrls.sign(id, expiresAt), expiresAt } }
  }

  async function keepCleaned(owner: string, bytes: Uint8Array, holder: Holder): Promise<string | null> {
    if (holder.until !== null) timer.arm(holder.until)
    // These very bytes were checked before they got this name, and are there unless a process died over it.
    const known = media.nameOf(owner, bytes)
    const [row] = (await media.hold(known, holder)) ? await media.find([known]) : []
    if (row && (await media.read(row)) !== null) return known
    const cleaned = await checkMedia(bytes).catch((error: unknown) => {
      if (isFault(error)) return null
      throw error
    })
    return cleaned === null ? null : media.keep(owner, cleaned, holder)
  }

  return {
    open,
    take(uploadId, owner, holder) {
      if (holder.until !== null) timer.arm(holder.until)
      return tickets.take(uploadId, owner, holder)
    },
    keepCleaned,
    drop: media.drop,
    find: media.find,
    read: media.read,
    sign: shownUrls.sign,
    routes: [
      uploadRoute({ app, urls: uploadUrls, tickets, clock }),
      ...(isShown ? [shownRoute({ app, urls: shownUrls, media, isShown, clock })] : []),
    ],
    stop: timer.stop,
  }
}

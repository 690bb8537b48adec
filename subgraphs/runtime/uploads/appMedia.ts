import type { Storage } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import type { Idempotency } from '../idempotency/idempotency.ts'
import type { HttpRoute, SubgraphPorts } from '../subgraph/subgraph.ts'
import { keepCleaned } from './keepCleaned.ts'
import { createMedia, type Media } from './media.ts'
import type { Holder } from './mediaRows.ts'
import type { StillNeeded } from './mediaSweep.ts'
import { type OpenedUpload, openUpload, type UploadAct } from './opening.ts'
import { shownRoute, uploadRoute } from './routes.ts'
import { type MediaSettings, nameKeyOf, urlParts } from './settings.ts'
import { createShownUrls, type Shown, type ShownUrls } from './shownUrls.ts'
import { createSignedUrls } from './signedUrls.ts'
import { createSweepTimer } from './sweepTimer.ts'
import { createTickets, ticketIdOf, type Tickets } from './tickets.ts'

export interface AppMediaOptions {
  /** In paths and names of collections. */
  readonly app: string
  readonly storage: Storage
  readonly ports: Pick<SubgraphPorts, 'clock' | 'random' | 'log'>
  readonly settings: MediaSettings
  readonly idempotency: Idempotency
  /** Of the holders of the domain. */
  readonly stillNeeded: StillNeeded
  /**
   * Whether this is shown to this viewer now, by the rules that answer it in the graph. Asked at each fetch. Absent:
   * nothing is shown by URL.
   */
  readonly isShown?: (shown: Shown) => Promise<boolean>
}

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
  const { app, ports, settings, idempotency, isShown } = options
  const { clock, random, log } = ports
  const { baseUrl, keysFor } = urlParts(app, settings)
  const uploadUrls = createSignedUrls({ baseUrl, path: `/uploads/${app}/`, keys: keysFor('upload urls') })
  const shownUrls = createShownUrls({ baseUrl, path: `/media/${app}/shown/`, keys: keysFor('shown urls'), random })
  const { media, tickets } = createKept(options)
  const { arm, stop } = createSweepTimer({ sweep: () => sweep(tickets, media), clock, log })
  const armFor = ({ until }: Holder): void => (until === null ? undefined : arm(until))

  return {
    open: (act) => openUpload({ idempotency, tickets, urls: uploadUrls, arm }, act),
    take(uploadId, owner, holder) {
      armFor(holder)
      return tickets.take(uploadId, owner, holder)
    },
    keepCleaned(owner, bytes, holder) {
      armFor(holder)
      return keepCleaned(media, owner, bytes, holder)
    },
    drop: media.drop,
    find: media.find,
    read: media.read,
    sign: shownUrls.sign,
    routes: [
      uploadRoute({ app, urls: uploadUrls, tickets, clock }),
      ...(isShown ? [shownRoute({ app, urls: shownUrls, media, isShown, clock })] : []),
    ],
    stop,
  }
}

/** What is kept, and the uploads by which it comes; an upload holds what came with it until it is used. */
function createKept({ app, storage, ports, settings, stillNeeded }: AppMediaOptions) {
  const { clock, random } = ports
  const media: Media = createMedia({
    storage,
    collection: `${app}_media`,
    blobs: settings.blobs,
    key: nameKeyOf(app, settings),
    clock,
    random,
    stillNeeded(by, owner) {
      const ticketId = ticketIdOf(by)
      return ticketId === null ? stillNeeded(by, owner) : tickets.stillNeeded(ticketId)
    },
  })
  const tickets: Tickets = createTickets({ storage, collection: `${app}_uploads`, media, clock })
  return { media, tickets }
}

/** Tickets first: what they held is asked about then. Answers when the next thing is due, null when nothing is. */
async function sweep(tickets: Tickets, media: Media): Promise<Millis | null> {
  const next = [await tickets.sweep(), await media.sweep()].filter((at) => at !== null)
  return next.length === 0 ? null : Math.min(...next)
}

import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import type { HttpRoute } from '../subgraph/subgraph.ts'
import type { Media } from './media.ts'
import type { Shown, ShownUrls } from './shownUrls.ts'
import type { SignedUrls } from './signedUrls.ts'
import type { Tickets } from './tickets.ts'

export interface UploadRouteOptions {
  readonly app: string
  readonly urls: SignedUrls
  readonly tickets: Tickets
  readonly clock: Clock
}

/** `PUT /uploads/<app>/…`: the raw bytes, whatever their `Content-Type` says. */
export function uploadRoute({ app, urls, tickets, clock }: UploadRouteOptions): HttpRoute {
  return {
    prefix: `/uploads/${app}/`,
    get: () => Promise.resolve(null),
    async put(url, body) {
      const id = urls.open(url, clock.wall())
      if (id === null) throw fault('UPLOAD_URL_INVALID')
      await tickets.receive(id, body)
    },
  }
}

export interface ShownRouteOptions {
  readonly app: string
  readonly urls: ShownUrls
  readonly media: Media
  readonly isShown: (shown: Shown) => Promise<boolean>
  readonly clock: Clock
}

/** Kept by nobody, never taken for a page, and without a script should somebody find a way to make it one. */
export const MEDIA_HEADERS = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
} as const

/**
 * `GET /media/<app>/shown/…`: a picture or film, as long as what shows it may be seen by whom the URL was made for.
 * Everything else is not there, and looks alike.
 */
export function shownRoute({ app, urls, media, isShown, clock }: ShownRouteOptions): HttpRoute {
  return {
    prefix: `/media/${app}/shown/`,
    async get(url) {
      const shown = urls.open(url, clock.wall())
      if (shown === null || !(await isShown(shown))) return null
      const [row] = await media.find([shown.name])
      const body = row ? await media.source(row) : null
      return row && body ? { contentType: row.contentType, body, headers: MEDIA_HEADERS } : null
    },
  }
}

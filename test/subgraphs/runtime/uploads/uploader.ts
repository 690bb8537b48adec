import { hash } from 'node:crypto'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createIdempotency } from '../../../../subgraphs/runtime/idempotency/idempotency.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { type AppMedia, createAppMedia } from '../../../../subgraphs/runtime/uploads/appMedia.ts'
import type { Shown } from '../../../../subgraphs/runtime/uploads/shownUrls.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { memoryMedia } from '../../../support/memoryMedia.ts'
import { wholeOf } from '../../../support/bytes.ts'
import type { BoundedBody, HttpRoute } from '../../../../subgraphs/runtime/subgraph/subgraph.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

/** An announcement that fits these bytes. */
export function announce(bytes: Uint8Array, more: object = {}) {
  return { bytes: bytes.length, sha256: hash('sha256', bytes, 'base64url'), ...more }
}

/** A body as a server hands it over. */
export function bodyOf(bytes: Uint8Array): BoundedBody {
  return async (limit) => {
    if (bytes.length > limit)
      throw Object.assign(new Error('too long'), { extensions: { code: 'REQUEST_BODY_TOO_LARGE' } })
    return bytes
  }
}

/** Sends bytes to a URL, past HTTP; answers the code that refuses them, or `TAKEN`. */
export async function send(routes: readonly HttpRoute[], url: string, bytes: Uint8Array): Promise<string> {
  const target = new URL(url)
  const route = routes.find(({ prefix }) => target.pathname.startsWith(prefix))
  try {
    await route?.put?.(target, bodyOf(bytes))
    return 'TAKEN'
  } catch (error) {
    return (error as { extensions?: { code?: string } }).extensions?.code ?? String(error)
  }
}

/** What a GET of this URL shows, past HTTP and whole; null when there is nothing. */
export async function fetchShown(routes: readonly HttpRoute[], url: string) {
  const target = new URL(url)
  const [route] = routes
    .filter(({ prefix }) => target.pathname.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
  const found = (await route?.get(target)) ?? null
  return found && { ...found, body: await wholeOf(found.body) }
}

/** The pictures and films of one app, on a clock that stands still; `needed` says which holders still need what they hold. */
export function createUploader(app = 'photo') {
  const clock = createManualClock(TEST_START)
  const random = createSeededRandom(app)
  const storage = createMemoryStorage()
  const settings = memoryMedia(app)
  const needed = new Map<string, number | null>()
  const shown = new Set<string>()
  const media: AppMedia = createAppMedia({
    app,
    storage,
    ports: { clock, random, log: silentLog },
    settings,
    idempotency: createIdempotency({ storage, collection: `${app}_idempotency`, clock, random }),
    stillNeeded: async (by) => needed.get(by) ?? (needed.has(by) ? null : 'GONE'),
    isShown: async ({ id, viewer }: Shown) => shown.has(`${id} ${viewer}`),
  })
  let keys = 0

  /** Announces these bytes as `owner`. */
  const open = (owner: string, bytes: Uint8Array, key = `key ${++keys}`, more: object = {}) =>
    media.open({ actor: owner, client: 'PHOTO', mutation: 'createPhotoUpload', key, input: announce(bytes, more) })

  /** The URL and the id of a place for these bytes. */
  async function place(owner: string, bytes: Uint8Array) {
    const opened = await open(owner, bytes)
    if (!opened.ok) throw new Error(`expected a place, but got: ${opened.code}`)
    return opened.ticket
  }

  /** Uploads these bytes as `owner`; answers the id of the upload. */
  async function upload(owner: string, bytes: Uint8Array): Promise<string> {
    const { id, url } = await place(owner, bytes)
    const outcome = await send(media.routes, url, bytes)
    if (outcome !== 'TAKEN') throw new Error(`expected the upload to be taken, but got: ${outcome}`)
    return id
  }

  return {
    media,
    clock,
    needed,
    shown,
    blobs: settings.blobs,
    open,
    place,
    upload,
    put: (url: string, bytes: Uint8Array) => send(media.routes, url, bytes),
    get: (url: string) => fetchShown(media.routes, url),
  }
}

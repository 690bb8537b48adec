import { createHash } from 'node:crypto'
import { createWriteStream, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { backupKey } from '../../subgraphs/runtime/keys/uses.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import type { Snapshot, WholeStorage } from '../../subgraphs/storage/port.ts'
import type { Progress } from '../progress.ts'
import { fingerprintOf } from '../house/installation.ts'
import { partialName, publish, refuseExisting, unusable } from './file.ts'
import { type BackupEnd, countsText, documentLine, endLine, FORMAT, headerLine, sealOf } from './format.ts'
import { isLeftOut } from './leftOut.ts'
import { countMedia, type MediaCount, mediaLines } from './media.ts'
import { inOrderOfReading } from './order.ts'

/** What a backup is made of. */
export interface BackupSource {
  readonly storage: WholeStorage
  /** The folder of the media; it need not be there. */
  readonly media: string
  readonly keys: Keys
  readonly clock: Clock
  readonly random: Random
  /** The release that runs. */
  readonly release: string
}

export interface WrittenBackup extends Pick<BackupEnd, 'collections' | 'media'> {
  /** Of the file, compressed. */
  readonly bytes: number
}

/**
 * Writes everything to a file that must not be there yet, while others go on writing to the store. The file has its name
 * when it is whole, and is readable by its owner alone. Memory is bounded by what `Stretch` reads at once. When `signal`
 * is aborted it rejects, and nothing is left.
 */
export async function writeBackup(
  file: string,
  source: BackupSource,
  progress: Progress,
  signal?: AbortSignal,
): Promise<WrittenBackup> {
  refuseExisting(file)
  const partial = partialName(file, source.random)
  const snapshot = await source.storage.snapshot()
  try {
    const header = headerOf(source, snapshot)
    const counts: Counts = { collections: {}, media: { files: 0, bytes: 0 } }
    const out = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
    out.write(header)
    await pipeline(
      Readable.from(sealed(header, contents(source, snapshot, counts, progress), counts, source)),
      createGzip(),
      out,
      { signal },
    )
    await publish(partial, file)
    return { ...counts, bytes: statSync(file).size }
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : unusable(file, error)
  } finally {
    snapshot.close()
    progress.stop()
    await rm(partial, { force: true })
  }
}

function headerOf({ keys, clock, release }: BackupSource, { isOneMoment }: Snapshot): string {
  const startedAt = new Date(clock.wall()).toISOString()
  return headerLine({
    concord: 'backup',
    format: FORMAT,
    release,
    startedAt,
    installation: fingerprintOf(keys),
    isOneMoment,
  })
}

interface Counts {
  readonly collections: Record<string, { documents: number; versions: number[] }>
  readonly media: MediaCount
}

/** The lines, closed by one that says how many there were and proves them. */
async function* sealed(
  header: string,
  lines: AsyncIterable<string>,
  counts: Counts,
  { keys }: BackupSource,
): AsyncGenerator<string> {
  const hash = createHash('sha256').update(header)
  for await (const text of lines) {
    hash.update(text)
    yield text
  }
  const digest = hash.update(countsText(counts)).digest('base64url')
  yield endLine({ ...counts, digest, seal: sealOf(digest, backupKey(keys)) })
}

/** Documents first: a file was there before the document that names it. */
async function* contents(
  { media }: BackupSource,
  snapshot: Snapshot,
  counts: Counts,
  progress: Progress,
): AsyncGenerator<string> {
  const kept = snapshot.collections.filter(({ name }) => !isLeftOut(name))
  const expected = new Map(kept.map(({ name, documents }) => [name, documents]))
  const total = [...expected.values()].reduce((sum, documents) => sum + documents, 0) + (await countMedia(media))
  let done = 0
  // Of what is written meanwhile nobody knew before.
  const tell = (more: number): void => progress.update(Math.min((done += more), total), total)
  for (const name of inOrderOfReading([...expected.keys()])) {
    for await (const { text, documents } of stretches(snapshot, name, counts)) {
      yield text
      tell(documents)
    }
  }
  yield* mediaLines(media, counts.media, () => tell(1))
}

/** How many characters are read at once, about; and how many documents at the most. */
const STRETCH_CHARACTERS = 4_000_000
const MOST_DOCUMENTS = 500
const FIRST_DOCUMENTS = 20

interface Stretch {
  readonly text: string
  readonly documents: number
}

/** The documents of a collection, as many at once as the ones before let expect to be of a moderate size. */
async function* stretches(snapshot: Snapshot, name: string, counts: Counts): AsyncGenerator<Stretch> {
  let after: string | null = null
  let limit = FIRST_DOCUMENTS
  const count = (counts.collections[name] ??= { documents: 0, versions: [] })
  for (;;) {
    const rows = await snapshot.scan(name, after, limit)
    if (rows.length === 0) return
    const text = rows.map((row) => documentLine(name, row)).join('')
    count.documents += rows.length
    for (const { version } of rows) if (!count.versions.includes(version)) count.versions.push(version)
    yield { text, documents: rows.length }
    after = rows.at(-1)!.document._id
    limit = Math.max(1, Math.min(MOST_DOCUMENTS, Math.floor((rows.length * STRETCH_CHARACTERS) / text.length)))
  }
}

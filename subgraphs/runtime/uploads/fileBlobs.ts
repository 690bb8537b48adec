import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { Random } from '../random/random.ts'
import { type Blobs, checkBlobName } from './blobs.ts'

export interface FileBlobsOptions {
  /** Made with the first blob. Shared by all processes of one app; nobody else writes below it. */
  readonly directory: string
  readonly random: Random
  readonly clock: Clock
}

/** A draft that is older was left behind by a process that died. */
const DRAFT_MS = 60 * 60 * 1000

/**
 * A file for each blob, below `<directory>/<first two characters of its name>/`, readable by its owner alone. Written as
 * a draft, synced, then renamed: whoever sees the name sees the whole.
 */
export function createFileBlobs({ directory, random, clock }: FileBlobsOptions): Blobs {
  const blobs = join(directory, 'blobs')
  const moveDraft = createDrafts(join(directory, 'drafts'), random, clock)
  const folderOf = (name: string): string => join(blobs, checkBlobName(name).slice(0, 2))

  return {
    async put(name, bytes) {
      const folder = folderOf(name)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await moveDraft(bytes, join(folder, name))
      await syncDirectory(folder)
      await syncDirectory(blobs)
    },

    async get(name) {
      const found = await orNull(readFile(join(folderOf(name), name)))
      return found === null ? null : new Uint8Array(found.buffer, found.byteOffset, found.byteLength)
    },

    async source(name) {
      const file = join(folderOf(name), name)
      const found = await orNull(stat(file))
      if (found === null) return null
      return { size: found.size, read: (first, last) => createReadStream(file, { start: first, end: last }) }
    },

    async delete(name) {
      const folder = folderOf(name)
      const removed = (await orNull(unlink(join(folder, name)).then(() => true))) ?? false
      if (removed) await syncDirectory(folder)
      return removed
    },
  }
}

/** Writes bytes durably, as a draft that is moved to where they belong: nothing is left of one that fails. */
function createDrafts(drafts: string, random: Random, clock: Clock) {
  let ready: Promise<void> | null = null

  async function prepare(): Promise<void> {
    await mkdir(drafts, { recursive: true, mode: 0o700 })
    await removeOldDrafts(drafts, clock.wall())
  }

  return async (bytes: Uint8Array, file: string): Promise<void> => {
    ready ??= prepare()
    await ready.catch((error: unknown) => {
      ready = null
      throw error
    })
    const draft = join(drafts, random.id())
    try {
      await writeDurably(draft, bytes)
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }
}

async function removeOldDrafts(drafts: string, now: number): Promise<void> {
  for (const name of await readdir(drafts)) {
    const draft = join(drafts, name)
    const found = await orNull(stat(draft))
    if (found !== null && found.mtimeMs < now - DRAFT_MS) await rm(draft, { force: true })
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncDirectory(folder: string): Promise<void> {
  // Windows cannot open a directory; its file system keeps names durable by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Null where there is no such file. */
async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') return null
    throw error
  }
}

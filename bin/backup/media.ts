import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, opendir, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from './file.ts'
import { damaged, isMediaPath, mediaLine } from './format.ts'

const STRETCH_BYTES = 262_144

/** The folder of the media below a data directory. */
export function mediaFolder(data: string): string {
  return join(data, 'media')
}

/** What of the media has gone into a backup, or come out of one. */
export interface MediaCount {
  files: number
  bytes: number
}

/** Where files are written before they get their name. */
const DRAFTS = 'drafts'

/**
 * The files below a folder, as lines of a backup. Files do not change once they have their name; one that is deleted
 * meanwhile is left out, and so are drafts.
 */
export async function* mediaLines(
  folder: string,
  count: MediaCount,
  onFile: () => void = () => undefined,
): AsyncGenerator<string> {
  if (!existsSync(folder)) return
  for await (const path of pathsIn(folder, '')) {
    let offset = 0
    try {
      for await (const chunk of createReadStream(join(folder, path), { highWaterMark: STRETCH_BYTES })) {
        const bytes = chunk as Buffer
        yield mediaLine(path, offset, bytes)
        offset += bytes.length
      }
    } catch (error) {
      // Before its first stretch only: a file that was opened can be read to its end.
      if (offset === 0 && (error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    if (offset === 0) yield mediaLine(path, 0, Buffer.alloc(0))
    count.files++
    count.bytes += offset
    onFile()
  }
}

/** How many files there are about. */
export async function countMedia(folder: string): Promise<number> {
  let files = 0
  if (existsSync(folder)) for await (const _path of pathsIn(folder, '')) files++
  return files
}

async function* pathsIn(folder: string, below: string): AsyncGenerator<string> {
  for await (const entry of await opendir(join(folder, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.name === DRAFTS || !isMediaPath(path)) continue
    if (entry.isDirectory()) yield* pathsIn(folder, path)
    else if (entry.isFile()) yield path
  }
}

/** Takes the stretches of files in the order of a backup, and writes them below a folder. */
export interface MediaWriter {
  take(stretch: { readonly path: string; readonly offset: number; readonly bytes: Buffer }): Promise<void>
  /** Makes the last file durable. */
  end(): Promise<void>
}

/** From the lower one up to the upper one. */
async function syncFolders(lower: string, upper: string): Promise<void> {
  await syncFolder(lower)
  if (lower !== upper) await syncFolders(dirname(lower), upper)
}

/** Files readable by the owner alone; none may be there already. */
export function createMediaWriter(folder: string): MediaWriter {
  let current: { readonly path: string; readonly file: FileHandle; size: number } | null = null

  async function end(): Promise<void> {
    const ended = current
    current = null
    await ended?.file.sync()
    await ended?.file.close()
  }

  async function take({ path, offset, bytes }: Parameters<MediaWriter['take']>[0]): Promise<void> {
    if (current?.path !== path || offset === 0) {
      await end()
      const name = join(folder, path)
      const made = await mkdir(dirname(name), { recursive: true, mode: 0o700 })
      current = { path, file: await open(name, 'wx', 0o600), size: 0 }
      await syncFolders(dirname(name), made === undefined ? dirname(name) : dirname(made))
    }
    if (current.size !== offset) throw damaged(`a stretch of the file ${path} is missing`)
    await current.file.writeFile(bytes)
    current.size += bytes.length
  }

  return { take, end }
}

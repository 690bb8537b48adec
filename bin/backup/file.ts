import { existsSync, readdirSync, type Stats, statSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { BackupError } from './backupError.ts'

// A backup under construction has another name than the whole one, beside it.

export function partialName(file: string, random: Random): string {
  return `${file}.${random.id()}.partial`
}

/** The files in the folder of `file` that are under construction, or are left of a process that was killed. */
export function partialsBeside(file: string): readonly string[] {
  try {
    const names = readdirSync(dirname(file)).filter((name) => /\.[\w-]{22}\.partial$/.test(name))
    return names.map((name) => join(dirname(file), name))
  } catch {
    // Whoever writes there says why it cannot.
    return []
  }
}

export function refuseExisting(file: string): void {
  if (existsSync(file)) throw exists(file)
}

/** Gives a whole file its name, durably; never in the place of another. */
export async function publish(partial: string, file: string): Promise<void> {
  try {
    await link(partial, file)
    await rm(partial)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(file)
    // Not every file system has links.
    refuseExisting(file)
    await rename(partial, file)
  }
  await syncFolder(dirname(file))
}

/** The name of a file is durable with its folder. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What there is to read of it. Throws `BACKUP_FILE_UNUSABLE`. */
export function statBackup(file: string): Stats {
  try {
    const found = statSync(file)
    if (found.isFile()) return found
  } catch (error) {
    throw unusable(file, error)
  }
  throw new BackupError('BACKUP_FILE_UNUSABLE', `The backup must be a file, but ${file} is none.`)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'what is named as a folder is none',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'its disk can only be read',
  EFBIG: 'it grows larger than may be there. Raise the limit, or name another disk',
  ENOSPC: 'its disk is full. Free some room, or name another disk',
  EDQUOT: 'its disk is full for this user. Free some room, or name another disk',
}

/** An error of the file system in words; every other as it is, and so those about other files. */
export function unusable(file: string, error: unknown): unknown {
  const { code = '', path = file } = (error ?? {}) as NodeJS.ErrnoException
  const reason = REASONS[code]
  if (reason === undefined || !path.startsWith(file)) return error
  const message = `The file ${file} must be readable or writable, but ${reason} (${code}).`
  return new BackupError('BACKUP_FILE_UNUSABLE', message, { cause: error })
}

function exists(file: string): BackupError {
  return new BackupError('BACKUP_FILE_EXISTS', `The file ${file} must not be there yet, but is.`)
}

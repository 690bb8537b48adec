import { closeSync, mkdirSync, openSync, readSync, realpathSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { misuse } from '../document/misuse.ts'
import { StorageError } from '../port.ts'

/** Where LMDB marks a file as its own: after the header of the first page, in the byte order of the machine. */
const MARK = { at: 24, value: 0xbeefc0de }

/**
 * The real path of a store's directory. Makes it when it is absent, readable by the owner alone: what lies in it is
 * personal. `STORE_UNAVAILABLE` when it cannot be used.
 */
export function storeDirectory(directory: string): string {
  if (directory === '') throw misuse('The store needs a directory, but got an empty path.')
  let path: string
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    path = realpathSync(directory)
  } catch (cause) {
    throw new StorageError('STORE_UNAVAILABLE', `The store's directory "${directory}" cannot be made or read.`, {
      cause,
    })
  }
  checkFile(join(path, 'data.mdb'))
  return path
}

/** LMDB crashes the process over a file that is not one of its own, so that its mark is looked for first. */
function checkFile(path: string): void {
  const start = Buffer.alloc(MARK.at + 4)
  try {
    const file = openSync(path, 'r')
    readSync(file, start)
    closeSync(file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new StorageError('STORE_UNAVAILABLE', `The store's file "${path}" cannot be read.`, { cause })
  }
  const mark = endianness() === 'LE' ? start.readUInt32LE(MARK.at) : start.readUInt32BE(MARK.at)
  // A file that was made a moment ago is empty.
  if (mark === MARK.value || start.every((byte) => byte === 0)) return
  throw new StorageError(
    'STORE_UNAVAILABLE',
    `The file "${path}" is not a store. Move it away, or name another directory.`,
  )
}

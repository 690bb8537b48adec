import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { fault } from '../errors/fault.ts'
import { systemRandom } from '../random/systemRandom.ts'

/**
 * The text of `<directory>/keys/root.secret`, made at the first start: 32 random bytes in base64url, readable by the
 * owner alone. When several processes start at once, all of them read the one that came first.
 */
export function openRootSecret(directory: string): string {
  const home = join(directory, 'keys')
  const file = rootSecretFile(directory)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  return read(file) ?? make(home, file)
}

/** Where the root secret of a data directory is, once it was made. */
export function rootSecretFile(directory: string): string {
  return join(directory, 'keys', 'root.secret')
}

function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim()
    refuseOpenFile(file)
    return text
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function refuseOpenFile(file: string): void {
  // Windows has no such bits.
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  if (!open) return
  throw fault('CONFIGURATION_INVALID', {
    message: `The root secret must be readable by its owner alone. Run: chmod 600 ${file}`,
  })
}

// A link to a file that is written and synced already: whoever sees the name sees the whole secret, and only the first
// of several processes gets the name.
function make(home: string, file: string): string {
  const draft = join(home, `root.secret.${systemRandom.id()}.draft`)
  writeDurably(draft, systemRandom.bytes(32))
  try {
    linkSync(draft, file)
    syncDirectory(home)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  return read(file) ?? ''
}

function writeDurably(file: string, secret: Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, `${Buffer.from(secret).toString('base64url')}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

function syncDirectory(home: string): void {
  // Windows cannot open a directory; its file system keeps names durable by itself.
  if (process.platform === 'win32') return
  const handle = openSync(home, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === code
}

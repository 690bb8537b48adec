import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory of its own for a store, and how to be rid of it. */
export function createDirectory(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'concord-store-'))
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}

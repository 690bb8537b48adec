import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backup } from '../../../bin/commands/backup.ts'
import { restore, type RestoreFlags } from '../../../bin/commands/restore.ts'
import type { Restored } from '../../../bin/backup/restore.ts'
import { type Configuration, readConfiguration } from '../../../bin/configuration.ts'
import { openConfiguredStorage, createLog } from '../../../bin/house/house.ts'
import type { StoredRow, WholeStorage } from '../../../subgraphs/storage/port.ts'
import { ROOT_SECRET, temporaryDirectory } from '../../support/demoData.ts'

export const RELEASE = '9.9.9'

/** A folder with data directories and backups in it; removed by `dispose`. */
export function backupFiles() {
  const directory = temporaryDirectory()
  let made = 0
  const path = (name: string): string => join(directory, name)

  /** A data directory of its own, empty; it is in `store` when one is named. */
  function place(more: object = {}): Configuration {
    const data = path(`data${++made}`)
    return readConfiguration(
      undefined,
      {},
      { data, keys: { rootSecret: ROOT_SECRET }, log: { level: 'silent' }, ...more },
    )
  }

  async function opened<T>(configuration: Configuration, use: (storage: WholeStorage) => Promise<T>): Promise<T> {
    const storage = await openConfiguredStorage(configuration, createLog(configuration))
    try {
      return await use(storage)
    } finally {
      await storage.close()
    }
  }

  const quiet = { write: () => true }

  /** Everything in a store, by collection; those that are empty are left out. */
  function contents(configuration: Configuration): Promise<Record<string, readonly StoredRow[]>> {
    return opened(configuration, async (storage) => {
      const snapshot = await storage.snapshot()
      const rows: Record<string, readonly StoredRow[]> = {}
      for (const { name } of snapshot.collections) {
        const found = await snapshot.scan(name, null, 1_000)
        if (found.length > 0) rows[name] = found
      }
      return rows
    })
  }

  /** A copy of a backup with its lines changed, and everything else as it was. */
  function changed(from: string, to: string, change: (lines: string[]) => readonly string[]): string {
    const bytes = readFileSync(path(from))
    const start = bytes.indexOf('\n') + 1
    const lines = [
      bytes.toString('utf8', 0, start - 1),
      ...gunzipSync(bytes.subarray(start)).toString('utf8').split('\n'),
    ]
    const [first = '', ...rest] = change(lines.filter((line) => line !== ''))
    const body = gzipSync(rest.map((line) => `${line}\n`).join(''))
    writeFileSync(path(to), Buffer.concat([Buffer.from(`${first}\n`), body]))
    return to
  }

  function writeMedia(configuration: Configuration, name: string, bytes: Buffer): void {
    const file = join(configuration.data, 'media', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }

  return {
    path,
    place,
    opened,
    contents,
    changed,
    writeMedia,
    readMedia: (configuration: Configuration, name: string) => readFileSync(join(configuration.data, 'media', name)),
    isUntouched: (configuration: Configuration) => !existsSync(configuration.data),
    backup: (configuration: Configuration, name: string) => backup(configuration, path(name), RELEASE, quiet),
    restore: (configuration: Configuration, name: string, flags: RestoreFlags = {}): Promise<Restored> =>
      restore(configuration, path(name), flags, quiet),
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** The code of the refusal that this ends with. */
export function codeOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  )
}

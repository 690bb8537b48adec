import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../../../../bin/configuration.ts'
import { createLog, openConfiguredStorage } from '../../../../bin/house/house.ts'
import type { StoredRow } from '../../../../subgraphs/storage/port.ts'

/** What there is: documents by collection and id, media by path; of each a text that is the same where it is the same. */
export type Contents = ReadonlyMap<string, string>

/**
 * What an installation holds, but for what its processes say of themselves. Times from `since` on are all alike, and so
 * are the seeds that a restore draws.
 */
export async function contentsOf(configuration: Configuration, since: number): Promise<Contents> {
  const found = new Map<string, string>()
  const storage = await openConfiguredStorage(configuration, createLog(configuration))
  try {
    const snapshot = await storage.snapshot()
    for (const { name } of snapshot.collections.filter((each) => !each.name.startsWith('house_'))) {
      let rows: readonly StoredRow[] = []
      do {
        rows = await snapshot.scan(name, rows.at(-1)?.document._id ?? null, 500)
        for (const { version, document } of rows)
          found.set(`${name} ${document._id}`, textOf({ version, ...document }, name, since))
      } while (rows.length > 0)
    }
    snapshot.close()
  } finally {
    await storage.close()
  }
  for (const [path, bytes] of mediaOf(configuration))
    found.set(`media ${path}`, createHash('sha256').update(bytes).digest('base64url'))
  return found
}

/** The first things that differ, in words; none: they are the same. */
export function differences(is: Contents, must: Contents): readonly string[] {
  const keys = [...new Set([...is.keys(), ...must.keys()])]
  return keys
    .filter((key) => is.get(key) !== must.get(key))
    .slice(0, 3)
    .map((key) => `${key} must be ${must.get(key) ?? 'absent'}, but is ${is.get(key) ?? 'absent'}`)
}

function textOf(document: object, collection: string, since: number): string {
  return JSON.stringify(document, (key, value: unknown) => {
    if (typeof value === 'number' && value >= since && value <= Date.now()) return 'since'
    return key === 'seed' && collection === 'accounts_crossposts' && value === (document as { seed?: string }).seed
      ? 'a seed'
      : value
  })
}

function* mediaOf({ data }: Configuration): Generator<readonly [string, Buffer]> {
  const folder = join(data, 'media')
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) yield [path.slice(folder.length), readFileSync(path)]
  }
}

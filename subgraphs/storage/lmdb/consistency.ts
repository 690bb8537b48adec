import type { IndexSpace, Shelf } from './catalog.ts'
import { createCatalog, DONE } from './catalog.ts'
import { entryKeys } from './entries.ts'
import type { Environment } from './environment.ts'
import { acquireEnvironment } from './environment.ts'
import { AFTER_ALL, bytesOf } from './keys.ts'
import type { Row } from './rows.ts'
import { parseRow } from './rows.ts'

/** What an inspection of a store looked at, and what it found to be wrong (a sentence each, ids but no contents). */
export interface Inspection {
  readonly documents: number
  readonly entries: number
  readonly problems: readonly string[]
}

/**
 * Reads a whole store, in one snapshot, and compares documents and index entries: every document can be read and has
 * exactly its entries, every entry has its document, no two documents share a unique value. Blocks the process while it
 * reads; for tests and for an operator who asks.
 */
export async function inspectLmdb(directory: string): Promise<Inspection> {
  const { environment, release } = await acquireEnvironment(directory)
  try {
    return environment.read(() => inspect(environment))
  } finally {
    await release()
  }
}

function inspect(environment: Environment): Inspection {
  const problems: string[] = []
  let documents = 0
  let entries = 0
  for (const shelf of createCatalog(environment).shelves()) {
    // An index that is being built lacks entries, but has none too many.
    const expected = new Map(shelf.spaces.map((space) => [space, 0]))
    for (const { key, value } of environment.database.getRange(rangeOf(shelf.prefix))) {
      documents++
      const row = readRow(shelf, key, value, problems)
      if (row !== null) checkEntries(environment, row, expected, key, problems)
    }
    for (const [space, count] of expected) {
      const found = environment.database.getKeysCount(rangeOf(space.prefix))
      entries += found
      if (found !== count) problems.push(`${shelf.name}.${space.index.name} has ${found} entries, but needs ${count}`)
    }
  }
  return { documents, entries, problems }
}

function rangeOf(prefix: string): { start: string; end: string } {
  return { start: prefix, end: prefix + AFTER_ALL }
}

function readRow(shelf: Shelf, key: string, text: string, problems: string[]): Row | null {
  const name = `${shelf.name}/${key.slice(shelf.prefix.length)}`
  try {
    const row = parseRow(text)
    const { _id, rev } = row.document
    if (shelf.prefix + bytesOf(_id as string) !== key) problems.push(`${name} holds another document`)
    if (!Number.isSafeInteger(rev) || (rev as number) < 1) problems.push(`${name} has no rev`)
    return row
  } catch {
    problems.push(`${name} cannot be read`)
    return null
  }
}

/** Looks for the entries of a document, and adds to `expected` how many each index must have. */
function checkEntries(
  { database }: Environment,
  { document }: Row,
  expected: Map<IndexSpace, number>,
  key: string,
  problems: string[],
): void {
  for (const [space, count] of expected) {
    const wanted = entryKeys(space, document, false)
    const found = wanted.filter((entry) => database.doesExist(entry.key))
    if (found.length < wanted.length && space.builtTo === DONE) {
      problems.push(`${space.index.name} lacks an entry of ${key.slice(3)}`)
    }
    for (const { tuple } of space.index.unique ? wanted : []) {
      if (database.getKeysCount(rangeOf(tuple)) > 1)
        problems.push(`${space.index.name} is not unique at ${key.slice(3)}`)
    }
    expected.set(space, count + found.length)
  }
}

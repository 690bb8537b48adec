import { notUnique } from '../document/definition.ts'
import type { CollectionDefinition, StoredDocument } from '../port.ts'
import type { Catalog, IndexSpace, Shelf } from './catalog.ts'
import { DONE, shapeOf } from './catalog.ts'
import { applyEntries, entryKeys, ownerOf } from './entries.ts'
import type { Environment } from './environment.ts'
import { AFTER_ALL } from './keys.ts'
import { parseRow } from './rows.ts'

/** Documents per transaction: a few milliseconds, in which other writers wait. */
const BATCH = 250

/** What building reports, when it has anything to do. */
export type BuildReport = (fields: { collection: string; index: string }, message: string) => void

/**
 * The collection as it lies in the store, with every index of the definition built.
 *
 * An index is built in batches. From the moment that it stands in the catalog, every write of every process keeps it;
 * the builder adds the entries of documents that nobody writes, and notes how far it came. So two processes may build
 * one index at once, and a builder that was killed is continued by the next one.
 */
export async function openShelf<D extends StoredDocument>(
  environment: Environment,
  catalog: Catalog,
  definition: CollectionDefinition<D>,
  report: BuildReport,
): Promise<Shelf> {
  const wanted = new Set(definition.indexes.map(shapeOf))
  let shelf = environment.read(() => catalog.shelf(definition.name))
  if (shelf === undefined || shelf.spaces.filter(({ shape }) => wanted.has(shape)).length < wanted.size) {
    shelf = await environment.write(() => {
      const known = catalog.shelf(definition.name)
      return catalog.add(definition, known === undefined || isEmpty(environment, known) ? DONE : null)
    })
  }
  for (const space of shelf.spaces) {
    if (!wanted.has(space.shape) || space.builtTo === DONE) continue
    report({ collection: definition.name, index: space.index.name }, 'Building an index')
    while (!(await buildBatch(environment, catalog, definition.name, space)));
    report({ collection: definition.name, index: space.index.name }, 'Built an index')
  }
  return shelf
}

function isEmpty({ database }: Environment, shelf: Shelf): boolean {
  for (const _ of database.getKeys({ start: shelf.prefix, end: shelf.prefix + AFTER_ALL, limit: 1 })) return false
  return true
}

/** Builds the next stretch; true when the index is done. */
async function buildBatch(
  environment: Environment,
  catalog: Catalog,
  name: string,
  space: IndexSpace,
): Promise<boolean> {
  const outcome = await environment.write(() => {
    const shelf = catalog.shelf(name)
    const now = shelf?.spaces.find(({ prefix }) => prefix === space.prefix)
    // Another process found that it cannot be unique, and took it back.
    if (shelf === undefined || now === undefined) return 'double'
    if (now.builtTo === DONE) return 'done'
    const builtTo = addStretch(environment, shelf, now)
    if (builtTo === null) catalog.forget(now)
    else catalog.progress(now, builtTo)
    return builtTo === null ? 'double' : builtTo === DONE ? 'done' : 'more'
  })
  if (outcome !== 'double') return outcome === 'done'
  await clearEntries(environment, space)
  throw notUnique(name, space.index)
}

/** Adds the entries of the next documents; answers how far it came, or null when two of them are not unique. */
function addStretch(environment: Environment, shelf: Shelf, space: IndexSpace): string | null {
  const start = space.builtTo ?? shelf.prefix
  const rows = environment.database.getRange({
    start,
    end: shelf.prefix + AFTER_ALL,
    exclusiveStart: true,
    limit: BATCH,
  })
  const stretch = [...rows]
  for (const { key, value } of stretch) {
    const found = entryKeys(space, parseRow(value).document, false)
    for (const entry of found) {
      const owner = space.index.unique ? ownerOf(environment, space, entry.tuple) : undefined
      if (owner !== undefined && owner !== key.slice(shelf.prefix.length)) return null
    }
    applyEntries(environment, { added: found.map((entry) => entry.key), removed: [], claims: [] })
  }
  return stretch.length < BATCH ? DONE : stretch.at(-1)!.key
}

/** Removes what is left of an index that the catalog does not know any more, so that nobody adds to it. */
async function clearEntries({ database, write }: Environment, space: IndexSpace): Promise<void> {
  const range = { start: space.prefix, end: space.prefix + AFTER_ALL, limit: BATCH }
  const clearSome = (): number => {
    const keys = [...database.getKeys({ ...range })]
    for (const key of keys) void database.remove(key)
    return keys.length
  }
  while ((await write(clearSome)) === BATCH);
}

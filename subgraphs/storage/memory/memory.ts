import type { CompiledCollection } from '../document/definition.ts'
import { compileCollection, indexNamed } from '../document/definition.ts'
import { holds } from '../document/guard.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import { entriesOf } from '../document/indexes.ts'
import { misuse } from '../document/misuse.ts'
import { applyOperations, checkOperations } from '../document/patch.ts'
import { readPath } from '../document/paths.ts'
import type { PlainObject } from '../document/plain.ts'
import { copyPlainObject } from '../document/plain.ts'
import type { PageQuery } from '../document/requests.ts'
import { checkRevision, countQuery, idOf, pageQuery } from '../document/requests.ts'
import { compareScalars, compareStrings, rankOf } from '../document/scalars.ts'
import { tooNew, upgrade } from '../document/upgrade.ts'
import type { Collection, CollectionDefinition, Scalar, Storage, StoredDocument } from '../port.ts'
import { StorageError } from '../port.ts'

/** A document as it lies in the store: a copy that nobody else holds, and the version of its shape. */
interface Stored {
  readonly version: number
  readonly document: PlainObject
}

type Shelf = Map<string, Stored>

/**
 * The simplest adapter: everything in one process's memory, each question answered by looking at every document. For
 * tests and as the reading of the contract; durable only as long as the process lives.
 */
export function createMemoryStorage(): Storage {
  const shelves = new Map<string, Shelf>()
  const uniques = new Map<string, Map<string, CompiledIndex>>()
  let closed = false

  return {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const compiled = compileCollection(definition)
      const shelf = shelfOf(shelves, definition.name)
      const unique = shelfOf(uniques, definition.name)
      for (const index of compiled.indexes.values()) if (index.unique) unique.set(index.name, index)
      return openCollection(compiled, shelf, unique, () => {
        if (closed) throw new StorageError('STORE_CLOSED', 'The store is closed: open it again before using it.')
      })
    },
    async check() {
      if (closed) throw new StorageError('STORE_CLOSED', 'The store is closed.')
    },
    async close() {
      closed = true
    },
  }
}

function shelfOf<K, V>(shelves: Map<string, Map<K, V>>, name: string): Map<K, V> {
  let shelf = shelves.get(name)
  if (shelf === undefined) shelves.set(name, (shelf = new Map()))
  return shelf
}

function openCollection<D extends StoredDocument>(
  compiled: CompiledCollection<D>,
  shelf: Shelf,
  unique: ReadonlyMap<string, CompiledIndex>,
  checkOpen: () => void,
): Collection<D> {
  const { definition, fixed } = compiled
  const shown = (stored: Stored): D =>
    copyPlainObject(upgrade(definition, stored.version, stored.document), definition.name) as unknown as D
  const put = (document: PlainObject): void => {
    for (const index of compiled.indexes.values()) entriesOf(index, document)
    shelf.set(document['_id'] as string, { version: definition.version, document })
  }

  return {
    async getMany(ids) {
      checkOpen()
      return ids.map((id) => {
        const stored = shelf.get(id)
        return stored === undefined ? null : shown(stored)
      })
    },

    async insert(given) {
      checkOpen()
      const document = toStore(given, definition.name, 1)
      const taken = (index: CompiledIndex): boolean => isTaken(index, document, shelf)
      if (shelf.has(idOf(document)) || [...unique.values()].some(taken)) return 'conflict'
      put(document)
      return 'inserted'
    },

    async replace(given, expectedRev) {
      checkOpen()
      checkRevision(expectedRev)
      const document = toStore(given, definition.name, expectedRev + 1)
      const stored = shelf.get(idOf(document))
      if (stored === undefined || stored.document['rev'] !== expectedRev) return 'conflict'
      if (stored.version > definition.version) throw tooNew(definition, stored.version)
      checkFixed(fixed, stored.document, document)
      put(document)
      return 'replaced'
    },

    async patch(id, guard, operations) {
      checkOpen()
      checkOperations(operations, fixed)
      const stored = shelf.get(id)
      if (stored === undefined) return null
      const document = copyPlainObject(upgrade(definition, stored.version, stored.document), definition.name)
      if (!holds(document, guard)) return null
      applyOperations(document, operations)
      document['rev'] = (document['rev'] as number) + 1
      put(document)
      return shown({ version: definition.version, document })
    },

    async page(name, eq, request) {
      checkOpen()
      const index = indexNamed(compiled, name)
      const query = pageQuery(index, eq, request)
      const found = matches(index, query, shelf)
      return { items: found.slice(0, query.limit).map(shown), hasMore: found.length > query.limit }
    },

    async countMany(name, equalities, cap) {
      checkOpen()
      const index = indexNamed(compiled, name)
      const counts = countTuples(index, shelf)
      return countQuery(index, equalities, cap).map((tuple) => Math.min(cap, counts.get(keyOf(tuple)) ?? 0))
    },

    async delete(id, expectedRev) {
      checkOpen()
      if (expectedRev !== undefined) checkRevision(expectedRev)
      const stored = shelf.get(id)
      if (stored === undefined || (expectedRev ?? stored.document['rev']) !== stored.document['rev']) return false
      return shelf.delete(id)
    },
  }
}

function toStore(given: object, collection: string, rev: number): PlainObject {
  const { _id, rev: _, ...fields } = copyPlainObject({ ...given }, collection)
  return { _id: idOf({ _id }), rev, ...fields }
}

function isTaken(index: CompiledIndex, document: PlainObject, shelf: Shelf): boolean {
  const wanted = keyOf(entriesOf(index, document).tuples[0]!)
  return [...shelf.values()].some((stored) => keyOf(entriesOf(index, stored.document).tuples[0]!) === wanted)
}

function checkFixed(fixed: ReadonlySet<string>, now: PlainObject, next: PlainObject): void {
  for (const field of fixed) {
    const path = field.split('.')
    if (readPath(now, path) !== readPath(next, path)) throw misuse(`"${field}" is unique and never changes.`)
  }
}

/** What matches the query, in index order. */
function matches(index: CompiledIndex, query: PageQuery, shelf: Shelf): Stored[] {
  const wanted = new Set(query.tuples.map(keyOf))
  const sign = index.descending ? -1 : 1
  const compare = (left: Ordered, right: Ordered): number =>
    sign * (compareScalars(left.order, right.order) || compareStrings(left.id, right.id))
  const found: Ordered[] = []
  for (const stored of shelf.values()) {
    const { tuples, order } = entriesOf(index, stored.document)
    if (!tuples.some((tuple) => wanted.has(keyOf(tuple))) || !isWithin(query, order)) continue
    const at = { order, id: stored.document['_id'] as string, stored }
    if (query.after === null || compare(query.after as Ordered, at) < 0) found.push(at)
  }
  return found.sort(compare).map(({ stored }) => stored)
}

interface Ordered {
  readonly order: Scalar
  readonly id: string
  readonly stored: Stored
}

function isWithin({ lower, upper }: PageQuery, order: Scalar): boolean {
  if (lower !== null) {
    const side = rankOf(order) === rankOf(lower.value) ? compareScalars(order, lower.value) : -1
    if (side < 0 || (side === 0 && !lower.inclusive)) return false
  }
  if (upper !== null) {
    const side = rankOf(order) === rankOf(upper.value) ? compareScalars(order, upper.value) : 1
    if (side > 0 || (side === 0 && !upper.inclusive)) return false
  }
  return true
}

function countTuples(index: CompiledIndex, shelf: Shelf): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { document } of shelf.values()) {
    for (const tuple of entriesOf(index, document).tuples) {
      const key = keyOf(tuple)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function keyOf(tuple: readonly Scalar[]): string {
  return JSON.stringify(tuple)
}

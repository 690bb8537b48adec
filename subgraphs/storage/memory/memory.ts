import type { CompiledCollection } from '../document/definition.ts'
import { compileCollection, indexNamed, notUnique } from '../document/definition.ts'
import { holds } from '../document/guard.ts'
import { createShapeWriter, newestShape, type ShapeWriter, type Written } from '../document/downgrade.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import { entriesOf, entriesOrNone } from '../document/indexes.ts'
import { applyOperations, checkOperations } from '../document/patch.ts'
import type { PlainObject } from '../document/plain.ts'
import { copyPlainObject, wellFormed } from '../document/plain.ts'
import type { PageQuery } from '../document/requests.ts'
import { checkRevision, countQuery, pageQuery } from '../document/requests.ts'
import { compareScalars, compareStrings, rankOf } from '../document/scalars.ts'
import { checkFixed, toLoad, toStore } from '../document/stored.ts'
import { upgrade } from '../document/upgrade.ts'
import type {
  Collection,
  CollectionDefinition,
  Equality,
  Guard,
  NewDocument,
  Page,
  PageRequest,
  PatchOperations,
  Scalar,
  StoredDocument,
  StoredRow,
  WholeStorage,
  WrittenVersion,
} from '../port.ts'
import { StorageError } from '../port.ts'
import type { Row } from './snapshot.ts'
import { createSnapshot } from './snapshot.ts'

export interface MemoryOptions {
  /** Default: the version of each definition. */
  readonly written?: WrittenVersion
}

/**
 * The simplest adapter: everything in one process's memory, each question answered by looking at every document. For
 * tests and as the reading of the contract; durable only as long as the process lives.
 */
export function createMemoryStorage({ written = newestShape }: MemoryOptions = {}): WholeStorage {
  const shelves = new Map<string, Shelf>()
  let closed = false
  const checkOpen = (): void => {
    if (closed) throw new StorageError('STORE_CLOSED', 'The store is closed: open it again before using it.')
  }
  const open = <D extends StoredDocument>(definition: CollectionDefinition<D>): MemoryCollection<D> => {
    let shelf = shelves.get(definition.name)
    if (shelf === undefined) shelves.set(definition.name, (shelf = { rows: new Map(), unique: new Map() }))
    return new MemoryCollection(compileCollection(definition), shelf, checkOpen, written)
  }
  return {
    collection: open,
    load: async (definition, rows) => open(definition).load(rows),
    async snapshot() {
      checkOpen()
      const rows = [...shelves].map(([name, shelf]) => [name, [...shelf.rows.values()]] as const)
      return createSnapshot(rows, checkOpen)
    },
    async check() {
      checkOpen()
    },
    async close() {
      closed = true
    },
  }
}

/** The documents of one name, and what the unique indexes of all its definitions hold. */
interface Shelf {
  readonly rows: Map<string, Row>
  readonly unique: Map<string, UniqueIndex>
}

interface UniqueIndex {
  readonly index: CompiledIndex
  /** The `_id` of the document that has these values. */
  readonly owners: Map<string, string>
}

class MemoryCollection<D extends StoredDocument> implements Collection<D> {
  readonly #compiled: CompiledCollection<D>
  readonly #definition: CollectionDefinition<D>
  readonly #shelf: Shelf
  readonly #checkOpen: () => void
  readonly #shapes: ShapeWriter

  constructor(compiled: CompiledCollection<D>, shelf: Shelf, checkOpen: () => void, written: WrittenVersion) {
    this.#compiled = compiled
    this.#definition = compiled.definition
    this.#shelf = shelf
    this.#shapes = createShapeWriter(compiled.definition, written)
    const doubles = [...compiled.indexes.values()].find((index) => index.unique && !addUnique(shelf, index))
    this.#checkOpen = () => {
      checkOpen()
      if (doubles !== undefined) throw notUnique(compiled.definition.name, doubles)
    }
  }

  async getMany(ids: readonly string[]): Promise<readonly (D | null)[]> {
    this.#checkOpen()
    return ids.map((id) => {
      const row = this.#shelf.rows.get(wellFormed(id))
      return row === undefined ? null : this.#shown(row)
    })
  }

  async insert(given: NewDocument<D>): Promise<'inserted' | 'conflict'> {
    this.#checkOpen()
    const document = toStore(given, this.#definition.name, 1)
    this.#checkIndexable(document)
    if (this.#shelf.rows.has(document._id) || this.#isTaken(document)) return 'conflict'
    this.#put(this.#shapes.fresh(document))
    return 'inserted'
  }

  async replace(given: NewDocument<D>, expectedRev: number): Promise<'replaced' | 'conflict'> {
    this.#checkOpen()
    checkRevision(expectedRev)
    const document = toStore(given, this.#definition.name, expectedRev + 1)
    this.#checkIndexable(document)
    const row = this.#shelf.rows.get(document._id)
    if (row === undefined || row.document['rev'] !== expectedRev) return 'conflict'
    checkFixed(this.#compiled, this.#copyOf(row), document)
    this.#put(this.#shapes.over(row.version, document))
    return 'replaced'
  }

  async patch(id: string, guard: Guard, operations: PatchOperations): Promise<D | null> {
    this.#checkOpen()
    checkOperations(operations, this.#compiled.fixed)
    const row = this.#shelf.rows.get(wellFormed(id))
    if (row === undefined) return null
    const document = this.#copyOf(row)
    if (!holds(document, guard)) return null
    applyOperations(document, operations)
    document['rev'] = (document['rev'] as number) + 1
    this.#checkIndexable(document)
    this.#put(this.#shapes.over(row.version, document))
    return copyPlainObject(document, this.#definition.name) as unknown as D
  }

  async page(name: string, eq: Equality, request: PageRequest): Promise<Page<D>> {
    this.#checkOpen()
    const index = indexNamed(this.#compiled, name)
    const query = pageQuery(index, eq, request)
    const found = matches(index, query, this.#shelf.rows.values())
    return { items: found.slice(0, query.limit).map((row) => this.#shown(row)), hasMore: found.length > query.limit }
  }

  async countMany(name: string, equalities: readonly Equality[], cap: number): Promise<readonly number[]> {
    this.#checkOpen()
    const index = indexNamed(this.#compiled, name)
    const wanted = countQuery(index, equalities, cap)
    const counts = countTuples(index, this.#shelf.rows.values())
    return wanted.map((tuple) => Math.min(cap, counts.get(keyOf(tuple)) ?? 0))
  }

  async delete(id: string, expectedRev?: number): Promise<boolean> {
    this.#checkOpen()
    if (expectedRev !== undefined) checkRevision(expectedRev)
    const row = this.#shelf.rows.get(wellFormed(id))
    if (row === undefined || (expectedRev !== undefined && row.document['rev'] !== expectedRev)) return false
    for (const { index, owners } of this.#shelf.unique.values()) {
      for (const key of keysOf(index, row.document)) owners.delete(key)
    }
    return this.#shelf.rows.delete(wellFormed(id))
  }

  /** As `WholeStorage.load` has it. */
  async load(rows: readonly StoredRow[]): Promise<readonly string[]> {
    this.#checkOpen()
    const given = rows.map((row) => ({ version: row.version, document: toLoad(row, this.#definition) }))
    return given.flatMap(({ version, document }) => {
      if (this.#shelf.rows.has(document._id) || this.#isTaken(document)) return [document._id]
      this.#put({ version, document })
      return []
    })
  }

  #copyOf(row: Row): PlainObject {
    return copyPlainObject(upgrade(this.#definition, row.version, row.document), this.#definition.name)
  }

  #shown(row: Row): D {
    return this.#copyOf(row) as unknown as D
  }

  #checkIndexable(document: PlainObject): void {
    for (const index of this.#compiled.indexes.values()) entriesOf(index, document)
  }

  #isTaken(document: PlainObject): boolean {
    return [...this.#shelf.unique.values()].some(({ index, owners }) =>
      keysOf(index, document).some((key) => owners.has(key)),
    )
  }

  #put({ version, document }: Written): void {
    const id = document['_id'] as string
    this.#shelf.rows.set(id, { version, document })
    for (const { index, owners } of this.#shelf.unique.values()) {
      for (const key of keysOf(index, document)) owners.set(key, id)
    }
  }
}

/** Makes the unique index, if it is not there; false when documents that are stored already are not unique. */
function addUnique(shelf: Shelf, index: CompiledIndex): boolean {
  const name = keyOf(index.fields)
  if (shelf.unique.has(name)) return true
  const owners = new Map<string, string>()
  for (const { document } of shelf.rows.values()) {
    for (const key of keysOf(index, document)) {
      if (owners.has(key)) return false
      owners.set(key, document['_id'] as string)
    }
  }
  shelf.unique.set(name, { index, owners })
  return true
}

function keysOf(index: CompiledIndex, document: PlainObject): string[] {
  return entriesOrNone(index, document).tuples.map(keyOf)
}

interface Place {
  readonly order: Scalar
  readonly id: string
}

/** What matches the query, in index order. */
function matches(index: CompiledIndex, query: PageQuery, rows: Iterable<Row>): Row[] {
  const wanted = new Set(query.tuples.map(keyOf))
  const sign = index.descending ? -1 : 1
  const compare = (left: Place, right: Place): number =>
    sign * (compareScalars(left.order, right.order) || compareStrings(left.id, right.id))
  const found: (Place & { row: Row })[] = []
  for (const row of rows) {
    const { tuples, order } = entriesOrNone(index, row.document)
    if (!tuples.some((tuple) => wanted.has(keyOf(tuple))) || !isWithin(query, order)) continue
    const place = { order, id: row.document['_id'] as string, row }
    if (query.after === null || compare(query.after, place) < 0) found.push(place)
  }
  return found.sort(compare).map(({ row }) => row)
}

function isWithin({ lower, upper }: PageQuery, order: Scalar): boolean {
  for (const [bound, sign] of [[lower, 1] as const, [upper, -1] as const]) {
    if (bound === null) continue
    if (rankOf(order) !== rankOf(bound.value)) return false
    const side = sign * compareScalars(order, bound.value)
    if (side < 0 || (side === 0 && !bound.inclusive)) return false
  }
  return true
}

function countTuples(index: CompiledIndex, rows: Iterable<Row>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { document } of rows) {
    for (const tuple of entriesOrNone(index, document).tuples) {
      const key = keyOf(tuple)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function keyOf(tuple: readonly Scalar[]): string {
  return JSON.stringify(tuple)
}

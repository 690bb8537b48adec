import type { CompiledCollection } from '../document/definition.ts'
import { indexNamed } from '../document/definition.ts'
import { createShapeWriter, type ShapeWriter, type Written } from '../document/downgrade.ts'
import { holds } from '../document/guard.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import { entriesOf } from '../document/indexes.ts'
import { misuse } from '../document/misuse.ts'
import { applyOperations, checkOperations } from '../document/patch.ts'
import type { PlainObject } from '../document/plain.ts'
import { checkRevision, countQuery, isId, pageQuery } from '../document/requests.ts'
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
  StoredDocument,
  StoredRow,
  WrittenVersion,
} from '../port.ts'
import type { BuildReport } from './build.ts'
import { openShelf } from './build.ts'
import type { Catalog, IndexSpace, Shelf } from './catalog.ts'
import { shapeOf } from './catalog.ts'
import type { EntryChange, KeptIndex } from './entries.ts'
import { applyEntries, areFree, entryChange } from './entries.ts'
import type { Environment } from './environment.ts'
import { storeClosed, storeDamaged } from './errors.ts'
import { bytesOf, idBytesOf, spanOf, tupleBytes } from './keys.ts'
import type { Row } from './rows.ts'
import { parseRow, rowText } from './rows.ts'
import type { Counter, Scanner } from './scan.ts'
import { createCounter, createScanner, mergeTuples } from './scan.ts'

/** What all collections of one open store share. */
export interface StoreContext {
  readonly environment: Environment
  readonly catalog: Catalog
  readonly report: BuildReport
  readonly isClosed: () => boolean
  readonly written: WrittenVersion
}

/** An index of this definition, ready to be read. */
interface OpenIndex {
  readonly index: CompiledIndex
  readonly prefix: string
  readonly scanner: Scanner
}

/** A collection over LMDB: reads are synchronous looks into the map, writes join the next commit. */
export class LmdbCollection<D extends StoredDocument> implements Collection<D> {
  readonly #compiled: CompiledCollection<D>
  readonly #definition: CollectionDefinition<D>
  readonly #context: StoreContext
  readonly #shapes: ShapeWriter
  readonly #environment: Environment
  readonly #indexes = new Map<string, OpenIndex>()
  readonly #ownShapes: ReadonlySet<string>
  readonly #counter: Counter
  #prefix = ''
  #opening: Promise<void> | null = null
  #kept: { readonly shelf: Shelf; readonly indexes: readonly KeptIndex[] } | null = null

  constructor(compiled: CompiledCollection<D>, context: StoreContext) {
    this.#compiled = compiled
    this.#definition = compiled.definition
    this.#context = context
    this.#shapes = createShapeWriter(compiled.definition, context.written)
    this.#environment = context.environment
    this.#ownShapes = new Set(compiled.definition.indexes.map(shapeOf))
    this.#counter = createCounter(context.environment)
    // Indexes are built from now on; a failure is told by the first call, which tries again.
    this.#ready().catch(() => {})
  }

  async getMany(ids: readonly string[]): Promise<readonly (D | null)[]> {
    await this.#ready()
    return this.#environment.read(() =>
      ids.map((id) => {
        const row = isId(id) ? this.#rowAt(this.#keyOf(id)) : null
        return row === null ? null : this.#shown(row)
      }),
    )
  }

  async insert(given: NewDocument<D>): Promise<'inserted' | 'conflict'> {
    await this.#ready()
    const document = toStore(given, this.#definition.name, 1)
    const key = this.#keyOf(document._id)
    this.#checkIndexable(document)
    return this.#environment.write(() => {
      if (this.#environment.database.doesExist(key)) return 'conflict'
      const written = this.#shapes.fresh(document)
      const change = this.#entryChange(null, written)
      if (!areFree(this.#environment, change.claims)) return 'conflict'
      this.#put(key, written, change)
      return 'inserted'
    })
  }

  async replace(given: NewDocument<D>, expectedRev: number): Promise<'replaced' | 'conflict'> {
    await this.#ready()
    checkRevision(expectedRev)
    const document = toStore(given, this.#definition.name, expectedRev + 1)
    const key = this.#keyOf(document._id)
    this.#checkIndexable(document)
    return this.#environment.write(() => {
      const text = this.#environment.database.get(key)
      // Entries are those of the document as it is stored, which an upgrade step may change: parsed twice.
      const before = text === undefined ? null : parseRow(text)
      if (text === undefined || before?.document['rev'] !== expectedRev) return 'conflict'
      checkFixed(this.#compiled, this.#upgraded(parseRow(text)), document)
      const written = this.#shapes.over(before.version, document)
      const change = this.#entryChange(before.document, written)
      if (!areFree(this.#environment, change.claims)) return 'conflict'
      this.#put(key, written, change)
      return 'replaced'
    })
  }

  async patch(id: string, guard: Guard, operations: PatchOperations): Promise<D | null> {
    await this.#ready()
    checkOperations(operations, this.#compiled.fixed)
    if (!isId(id)) return null
    const key = this.#keyOf(id)
    return this.#environment.write(() => {
      const text = this.#environment.database.get(key)
      if (text === undefined) return null
      const document = this.#upgraded(parseRow(text))
      if (!holds(document, guard)) return null
      applyOperations(document, operations)
      document['rev'] = (document['rev'] as number) + 1
      // As in `replace`: the document as it is stored.
      const before = parseRow(text)
      const written = this.#shapes.over(before.version, document)
      const change = this.#entryChange(before.document, written)
      if (!areFree(this.#environment, change.claims)) throw this.#takenByPatch()
      this.#put(key, written, change)
      return document as unknown as D
    })
  }

  async page(name: string, eq: Equality, request: PageRequest): Promise<Page<D>> {
    await this.#ready()
    const { index, prefix, scanner } = this.#indexNamed(name)
    const query = pageQuery(index, eq, request)
    const tuples = query.tuples.map((tuple) => prefix + tupleBytes(tuple))
    const span = spanOf(index, query)
    return this.#environment.read(() => {
      const found =
        tuples.length === 1
          ? scanner.take(tuples[0]!, span, query.limit + 1)
          : mergeTuples(scanner, tuples, span, query.limit + 1, index.descending)
      const items = found.slice(0, query.limit).map((rest) => this.#shown(this.#indexedRow(idBytesOf(rest, index))))
      return { items, hasMore: found.length > query.limit }
    })
  }

  async countMany(name: string, equalities: readonly Equality[], cap: number): Promise<readonly number[]> {
    await this.#ready()
    const { index, prefix } = this.#indexNamed(name)
    const tuples = countQuery(index, equalities, cap)
    return this.#environment.read(() => tuples.map((tuple) => this.#counter.upTo(prefix + tupleBytes(tuple), cap)))
  }

  async delete(id: string, expectedRev?: number): Promise<boolean> {
    await this.#ready()
    if (expectedRev !== undefined) checkRevision(expectedRev)
    if (!isId(id)) return false
    const key = this.#keyOf(id)
    return this.#environment.write(() => {
      const row = this.#rowAt(key)
      if (row === null || (expectedRev !== undefined && row.document['rev'] !== expectedRev)) return false
      void this.#environment.database.remove(key)
      applyEntries(this.#environment, entryChange(this.#keptIndexes(), row.document, null))
      return true
    })
  }

  /** As `WholeStorage.load` has it, in one commit. */
  async load(rows: readonly StoredRow[]): Promise<readonly string[]> {
    await this.#ready()
    const given = rows.map((row) => ({ version: row.version, document: toLoad(row, this.#definition) }))
    return this.#environment.write(() =>
      given.flatMap(({ version, document }) => (this.#loadOne(version, document) ? [] : [document._id])),
    )
  }

  #loadOne(version: number, document: PlainObject & { _id: string }): boolean {
    const { database } = this.#environment
    const key = this.#keyOf(document._id)
    const written = { version, document }
    const change = this.#entryChange(null, written)
    if (database.doesExist(key) || !areFree(this.#environment, change.claims)) return false
    this.#put(key, written, change)
    return true
  }

  async #ready(): Promise<void> {
    if (this.#context.isClosed()) throw storeClosed()
    if (this.#prefix !== '') return
    await this.#open()
    if (this.#context.isClosed()) throw storeClosed()
  }

  async #open(): Promise<void> {
    const { environment, catalog, report } = this.#context
    this.#opening ??= openShelf(environment, catalog, this.#definition, report)
      .then((shelf) => this.#use(shelf))
      .finally(() => (this.#opening = null))
    await this.#opening
  }

  #use(shelf: Shelf): void {
    for (const index of this.#definition.indexes) {
      const space = shelf.spaces.find(({ shape }) => shape === shapeOf(index)) as IndexSpace
      const compiled = indexNamed(this.#compiled, index.name)
      const scanner = createScanner(this.#environment, compiled)
      this.#indexes.set(index.name, { index: compiled, prefix: space.prefix, scanner })
    }
    this.#prefix = shelf.prefix
  }

  #indexNamed(name: string): OpenIndex {
    // `indexNamed` has the message for a name that is not there.
    return this.#indexes.get(name) ?? (indexNamed(this.#compiled, name) as never)
  }

  /** The indexes of all definitions of this collection, as they are now. Inside a write transaction. */
  #keptIndexes(): readonly KeptIndex[] {
    const shelf = this.#context.catalog.shelf(this.#definition.name)
    if (shelf === undefined) throw storeDamaged(`"${this.#definition.name}" is not in its catalog any more`)
    if (this.#kept?.shelf !== shelf) {
      const indexes = shelf.spaces.map((space) => ({ space, own: this.#ownShapes.has(space.shape) }))
      this.#kept = { shelf, indexes }
    }
    return this.#kept.indexes
  }

  #checkIndexable(document: PlainObject): void {
    for (const index of this.#compiled.indexes.values()) entriesOf(index, document)
  }

  #keyOf(id: string): string {
    return this.#prefix + bytesOf(id)
  }

  #rowAt(key: string): Row | null {
    const text = this.#environment.database.get(key)
    return text === undefined ? null : parseRow(text)
  }

  #indexedRow(idBytes: string): Row {
    const row = this.#rowAt(this.#prefix + idBytes)
    if (row === null) throw storeDamaged(`an index of "${this.#definition.name}" has an entry without a document`)
    return row
  }

  #upgraded(row: Row): PlainObject {
    return upgrade(this.#definition, row.version, row.document)
  }

  #shown(row: Row): D {
    return this.#upgraded(row) as unknown as D
  }

  #entryChange(before: PlainObject | null, { version, document }: Written): EntryChange {
    const kept = this.#keptIndexes()
    // A document that is not in today's shape may lack what an index needs, as where an index is built over it.
    const isOfToday = version === this.#definition.version
    const indexes = isOfToday ? kept : kept.map(({ space }) => ({ space, own: false }))
    return entryChange(indexes, before, document)
  }

  #put(key: string, { version, document }: Written, change: EntryChange): void {
    void this.#environment.database.put(key, rowText(version, document))
    applyEntries(this.#environment, change)
  }

  /** Only possible beside a newer definition that made a field unique which this one takes for an ordinary one. */
  #takenByPatch(): Error {
    return misuse(`A patch of "${this.#definition.name}" would give two documents the same unique value.`)
  }
}

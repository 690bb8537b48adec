import type { Filter, FindOptions } from 'mongodb'
import type { CompiledCollection } from '../document/definition.ts'
import { indexNamed } from '../document/definition.ts'
import { createShapeWriter, type ShapeWriter, type Written } from '../document/downgrade.ts'
import { holds } from '../document/guard.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import { entriesOf } from '../document/indexes.ts'
import { applyOperations, checkOperations } from '../document/patch.ts'
import { parsePath, readPath } from '../document/paths.ts'
import { misuse } from '../document/misuse.ts'
import type { PlainObject } from '../document/plain.ts'
import { wellFormed } from '../document/plain.ts'
import { checkRevision, countQuery, isId, pageQuery } from '../document/requests.ts'
import { checkFixed, toStore } from '../document/stored.ts'
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
  WrittenVersion,
} from '../port.ts'
import type { Connection, RowCollection } from './connection.ts'
import { crowded, isDuplicateKey, isRefusedUpdate } from './errors.ts'
import { createIndexes, storedName } from './indexes.ts'
import type { PatchCommand } from './patch.ts'
import { compilePatch } from './patch.ts'
import { equalityFilters, mergeRows, sortOf, stretchesOf } from './queries.ts'
import type { MongoRow } from './rows.ts'
import { documentOf, rowOf, rowPath } from './rows.ts'

/** Ids per command: with the longest ids it stays below the 16 MB of a command. */
const IDS_AT_ONCE = 10_000

/** How often a write begins again that lost, each time, to another one between its look and its write. */
const MOST_TRIES = 20

/**
 * A collection over MongoDB: a call is one command. More are sent by a `replace` or `patch` that changed nothing, which
 * looks at the document to tell why (it lost, it breaks a rule, or the document is still of an older version and is now
 * written in the new shape, under guard of its `rev`), and by every one of them while documents are written in an older
 * shape (`WrittenVersion`); by a page of more than 150 values of an equality, or one that
 * comes to the end of what has the type of its position; and by `countMany`, one for each equality.
 */
export class MongoCollection<D extends StoredDocument> implements Collection<D> {
  readonly #compiled: CompiledCollection<D>
  readonly #definition: CollectionDefinition<D>
  readonly #connection: Connection
  readonly #rows: RowCollection
  readonly #shapes: ShapeWriter
  #opening: Promise<void> | null = null
  #isOpen = false

  constructor(compiled: CompiledCollection<D>, connection: Connection, written: WrittenVersion) {
    this.#compiled = compiled
    this.#definition = compiled.definition
    this.#connection = connection
    this.#shapes = createShapeWriter(compiled.definition, written)
    this.#rows = connection.rows(compiled.definition.name)
    // Indexes are built from now on; a failure is told by the first call, which tries again.
    this.#call(async () => {}).catch(() => {})
  }

  /** Sent again once, by the driver, when the connection broke: it only reads. */
  getMany(ids: readonly string[]): Promise<readonly (D | null)[]> {
    return this.#call(async () => {
      const wanted = [...new Set(ids.filter(isId).map(wellFormed))]
      const found = new Map<string, MongoRow>()
      for (let at = 0; at < wanted.length; at += IDS_AT_ONCE) {
        const some = wanted.slice(at, at + IDS_AT_ONCE)
        const rows = await this.#find({ _id: { $in: some } }, { batchSize: some.length + 1 })
        for (const row of rows) found.set(row._id, row)
      }
      const given = new Set<MongoRow>()
      return ids.map((id) => {
        const row = isId(id) ? found.get(wellFormed(id)) : undefined
        if (row === undefined) return null
        const own = given.has(row) ? structuredClone(row) : row
        given.add(row)
        return this.#shown(own)
      })
    })
  }

  /** Not sent again where it may have acted: the second would meet its own document and call it a conflict. */
  insert(document: NewDocument<D>): Promise<'inserted' | 'conflict'> {
    return this.#call(async () => {
      const stored = toStore(document, this.#definition.name, 1)
      this.#checkIndexable(stored)
      const row = rowOf(this.#shapes.fresh(stored))
      try {
        await this.#connection.write((session) => this.#rows.insertOne(row, { session }))
        return 'inserted'
      } catch (error) {
        if (isDuplicateKey(error)) return 'conflict'
        throw error
      }
    })
  }

  /** Not sent again where it may have acted: the second would meet the new `rev` and call it a conflict. */
  replace(next: NewDocument<D>, expectedRev: number): Promise<'replaced' | 'conflict'> {
    return this.#call(async () => {
      checkRevision(expectedRev)
      const document = toStore(next, this.#definition.name, expectedRev + 1)
      this.#checkIndexable(document)
      const { version } = this.#definition
      const own = { _id: document._id, rev: expectedRev }
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        if (this.#shapes.isNewest()) {
          const outcome = await this.#put({ ...own, version, ...this.#fixedOf(document) }, { version, document })
          if (outcome !== 'missed') return outcome
        }
        const row = await this.#look(document._id)
        if (row === null || row.rev !== expectedRev) return 'conflict'
        checkFixed(this.#compiled, this.#upgraded(row), document)
        if (row.version === version && this.#shapes.isNewest()) continue
        const outcome = await this.#put({ ...own, version: row.version }, this.#shapes.over(row.version, document))
        if (outcome !== 'missed') return outcome
      }
      throw crowded(this.#definition.name, MOST_TRIES)
    })
  }

  /** Not sent again where it may have acted: the guard may hold no longer, and an increment would count twice. */
  patch(id: string, guard: Guard, operations: PatchOperations): Promise<D | null> {
    return this.#call(async () => {
      checkOperations(operations, this.#compiled.fixed)
      if (!isId(id)) return null
      let command = this.#shapes.isNewest() ? compilePatch(this.#compiled, wellFormed(id), guard, operations) : null
      let seen = 0
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const after = command === null ? null : await this.#update(command)
        if (after === 'refused') command = null
        else if (after !== null) return this.#shown(after)
        const row = await this.#look(wellFormed(id))
        const document = row === null ? null : this.#patched(row, guard, operations)
        if (row === null || document === null) return null
        // It was in another state when the command came: once more. Not if it is as it was: then the look decides.
        const isChanging = command !== null && row.version === this.#definition.version && row.rev !== seen
        seen = row.rev
        if (isChanging) continue
        const written = this.#shapes.over(row.version, document)
        const outcome = await this.#put({ _id: row._id, rev: row.rev, version: row.version }, written)
        if (outcome === 'conflict') throw this.#takenByPatch()
        if (outcome === 'replaced') return document as unknown as D
      }
      throw crowded(this.#definition.name, MOST_TRIES)
    })
  }

  /** Sent again once, by the driver, when the connection broke: it only reads. */
  page(name: string, eq: Equality, request: PageRequest): Promise<Page<D>> {
    return this.#call(async () => {
      const index = indexNamed(this.#compiled, name)
      const query = pageQuery(index, eq, request)
      const filters = equalityFilters(index, query.tuples)
      const read = (stretch: Filter<MongoRow>): Promise<readonly MongoRow[]> =>
        this.#stretch(index, filters, stretch, query.limit + 1)
      const [first, ...later] = stretchesOf(index, query)
      const found = first === undefined ? [] : [...(await read(first))]
      if (found.length <= query.limit) found.push(...(await Promise.all(later.map(read))).flat())
      const items = found.slice(0, query.limit).map((row) => this.#shown(row))
      return { items, hasMore: found.length > query.limit }
    })
  }

  /** Sent again once, by the driver, when the connection broke: it only reads. */
  countMany(name: string, equalities: readonly Equality[], cap: number): Promise<readonly number[]> {
    return this.#call(async () => {
      const index = indexNamed(this.#compiled, name)
      const options = { limit: cap, hint: storedName(index) }
      const count = async (tuple: readonly Scalar[]): Promise<number> => {
        const [filter] = equalityFilters(index, [tuple])
        if (filter === undefined) return 0
        return this.#connection.read((session) => this.#rows.countDocuments(filter, { ...options, session }))
      }
      return Promise.all(countQuery(index, equalities, cap).map(count))
    })
  }

  /** Not sent again where it may have acted: the second would find nothing and answer that it removed nothing. */
  delete(id: string, expectedRev?: number): Promise<boolean> {
    return this.#call(async () => {
      if (expectedRev !== undefined) checkRevision(expectedRev)
      if (!isId(id)) return false
      const filter = { _id: wellFormed(id), ...(expectedRev !== undefined && { rev: expectedRev }) }
      const { deletedCount } = await this.#connection.write((session) => this.#rows.deleteOne(filter, { session }))
      return deletedCount === 1
    })
  }

  #call<T>(act: () => Promise<T>): Promise<T> {
    return this.#connection.call(async () => {
      if (!this.#isOpen) await this.#open()
      return act()
    })
  }

  async #open(): Promise<void> {
    this.#opening ??= this.#connection
      .inTurn(() => createIndexes(this.#rows, this.#compiled))
      .then(() => void (this.#isOpen = true))
      .finally(() => (this.#opening = null))
    await this.#opening
  }

  #find(filter: Filter<MongoRow>, options: FindOptions): Promise<MongoRow[]> {
    return this.#connection.read((session) => this.#rows.find(filter, { ...options, session }).toArray())
  }

  /**
   * What the primary has now, also when the majority does not have it yet: a write that found nothing to change was
   * decided on that state, and so is the reason. Nothing of it is given to callers.
   */
  async #look(id: string): Promise<MongoRow | null> {
    const [row] = await this.#find({ _id: id }, { limit: 1, readConcern: { level: 'local' } })
    return row ?? null
  }

  /** Up to `limit` rows of a stretch, merged where the values of the equality take more than one command. */
  async #stretch(
    index: CompiledIndex,
    filters: readonly Filter<MongoRow>[],
    stretch: Filter<MongoRow>,
    limit: number,
  ): Promise<readonly MongoRow[]> {
    const options = { sort: sortOf(index), limit, batchSize: limit + 1, hint: storedName(index) }
    const found = await Promise.all(filters.map((filter) => this.#find({ ...filter, ...stretch }, options)))
    return found.length === 1 ? found[0]! : mergeRows(index, found).slice(0, limit)
  }

  async #put(filter: Filter<MongoRow>, written: Written): Promise<'replaced' | 'missed' | 'conflict'> {
    const { _id, ...row } = rowOf(written)
    try {
      const replaced = await this.#connection.write((session) => this.#rows.replaceOne(filter, row, { session }))
      return replaced.matchedCount === 1 ? 'replaced' : 'missed'
    } catch (error) {
      if (isDuplicateKey(error)) return 'conflict'
      throw error
    }
  }

  async #update({ filter, update }: PatchCommand): Promise<MongoRow | null | 'refused'> {
    try {
      return await this.#connection.write((session) =>
        this.#rows.findOneAndUpdate(filter, update, { returnDocument: 'after', session }),
      )
    } catch (error) {
      if (isDuplicateKey(error)) throw this.#takenByPatch()
      if (isRefusedUpdate(error)) return 'refused'
      throw error
    }
  }

  /** The document after the patch, or null when the guard does not hold; throws for what the patch must not do. */
  #patched(row: MongoRow, guard: Guard, operations: PatchOperations): PlainObject | null {
    const document = this.#upgraded(row)
    if (!holds(document, guard)) return null
    applyOperations(document, operations)
    document['rev'] = row.rev + 1
    this.#checkIndexable(document)
    return document
  }

  /** The unique fields, which a replacement must not change. */
  #fixedOf(document: PlainObject): Record<string, unknown> {
    return Object.fromEntries(
      [...this.#compiled.fixed].map((field) => [rowPath(field), readPath(document, parsePath(field))]),
    )
  }

  #checkIndexable(document: PlainObject): void {
    for (const index of this.#compiled.indexes.values()) entriesOf(index, document)
  }

  #upgraded(row: MongoRow): PlainObject {
    return upgrade(this.#definition, row.version, documentOf(row))
  }

  #shown(row: MongoRow): D {
    return this.#upgraded(row) as unknown as D
  }

  /** Only possible beside a newer definition that made a field unique which this one takes for an ordinary one. */
  #takenByPatch(): Error {
    return misuse(`A patch of "${this.#definition.name}" would give two documents the same unique value.`)
  }
}

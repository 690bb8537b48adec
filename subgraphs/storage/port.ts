/**
 * The storage port: all that a domain may ask of a store. One adapter embeds LMDB, one speaks to MongoDB, one keeps
 * everything in memory for tests; `test/contract/storage.ts` is the suite that each of them passes.
 *
 * Rules that hold for every adapter:
 * - Every write is atomic on one document. There is no transaction over several documents: an aggregate is one document,
 *   and a rule over two documents is kept by the order of the writes (what denies is written first).
 * - A promise of a write resolves only when the write is durable: it survives the death of the process. A write that was
 *   under way when its process died is there whole or not at all; which of the two shows with the next write of any
 *   process, if not before.
 * - Documents given and returned are plain JSON values (no `undefined`, Date, bigint, Buffer or NaN), at most 64 levels
 *   deep; what is returned is a copy that the caller may keep. Field names are not empty, do not begin with `$`, hold no
 *   dot and are not `__proto__` or `_bsontype`. Half a surrogate pair in a string becomes U+FFFD, as UTF-8 has it.
 * - A path (`settings.private`) leads through objects, never through an array.
 * - What breaks this contract is refused with `STORE_MISUSE` and changes nothing.
 * - Reads see every write that was acknowledged before they began in the same process, and see writes of other
 *   processes soon after (a plain read may be a turn old). Whatever must not act on an old state is a guarded `patch`.
 */

/**
 * A value that can be compared, indexed and guarded on. Strings order by their UTF-8 bytes; values of different types
 * order null, numbers, strings, booleans.
 */
export type Scalar = string | number | boolean | null

/** What every stored document has. */
export interface StoredDocument {
  /** Unique within its collection, 1 to 512 bytes of UTF-8, never changes. */
  readonly _id: string
  /** 1 when inserted, 1 more after each write. The adapter sets it. */
  readonly rev: number
}

/** A document as it is handed to `insert` or `replace`: the adapter sets `rev`. */
export type NewDocument<D extends StoredDocument> = Omit<D, 'rev'>

export interface IndexDefinition {
  readonly name: string
  /**
   * Paths compared for equality, in this order, six at the most. At most one of them may hold an array of scalars: each
   * distinct element is an entry, an empty array has none. Absent is the same as null. An index sees documents as they
   * are stored: an upgrade moves a document in it only when the document is next written.
   */
  readonly eq: readonly string[]
  /**
   * The path that orders entries with equal `eq`, a scalar (a string of at most 512 bytes of UTF-8); ties are ordered by
   * `_id`. Default: by `_id` alone.
   */
  readonly order?: string
  /** Direction of `order` and of the tie-break by `_id`. Default: `'asc'`. */
  readonly dir?: 'asc' | 'desc'
  /**
   * No two documents have equal `eq`. Such fields are required, scalar, and never change after the insert. Where stored
   * documents are not unique already, every call of the collection rejects with `STORE_MISUSE`.
   */
  readonly unique?: boolean
}

/** From one shape of a document to the next one or the one before, without `_id` and `rev`. Changes nothing in place. */
export type ShapeStep = (document: Record<string, unknown>) => Record<string, unknown>

/**
 * The version in which documents of a collection are to be written, so that every process that runs can read them; that
 * of the definition where it is higher. An adapter asks at each write: a process learns while it runs that all others
 * are of its release. A document that is stored in a newer shape stays in it. `runtime/shapes` has the one of a house.
 */
export type WrittenVersion = (collection: string) => number

export interface CollectionDefinition<D extends StoredDocument> {
  readonly name: string
  /**
   * Version of the shape `D`, a whole number from 1. Stored with each document and not shown to callers. A call that
   * meets a document of a newer version rejects with `STORE_TOO_NEW` (`delete` does not look).
   */
  readonly version: number
  /**
   * `upgrades[n]` turns a document of version `n` into one of version `n + 1`, without `_id` and `rev`. Applied on read,
   * so that old and new processes can run side by side; the next write stores the new shape. Default: none.
   */
  readonly upgrades?: Readonly<Record<number, ShapeStep>>
  /**
   * `downgrades[n]` turns a document of version `n` into one of version `n - 1`, the way back of `upgrades[n - 1]`: what
   * it leaves out must be what that step brings. While processes of an older release run (`WrittenVersion`), documents
   * are written as they know them. One that the older shape has no words for is written in the oldest that has: what
   * the step back and forth does not give again is never lost, and an older process is refused that document, as any
   * that is too new for it. Default: none; documents are then written in the shape of `version` at all times.
   */
  readonly downgrades?: Readonly<Record<number, ShapeStep>>
  readonly indexes: readonly IndexDefinition[]
  /** Carries the type `D`; never set. */
  readonly document?: D
}

/** Where a page ended: the value of the index's `order` field (null when it has none) and the `_id`. */
export interface Position {
  readonly order: Scalar
  readonly id: string
}

export interface PageRequest {
  /** How many documents at most: 1 to 1,000. */
  readonly limit: number
  /** Only entries after this position, exclusive. A position stays valid when the document at it is deleted. */
  readonly after?: Position
  /**
   * Bounds on the index's `order` field, independent of direction. A bound holds for values of its own type only:
   * `{ gt: 5 }` finds neither strings nor null.
   */
  readonly range?: { readonly gt?: Scalar; readonly gte?: Scalar; readonly lt?: Scalar; readonly lte?: Scalar }
}

export interface Page<D> {
  readonly items: readonly D[]
  /** Whether at least one more entry follows the last item. */
  readonly hasMore: boolean
}

/**
 * A value for each `eq` field of the index. At most one value may be an array (up to 5,000 values; none finds nothing):
 * the entries of all of them are merged in the index's order, each document once, which reads no more documents than it
 * returns (plus one per call).
 */
export type Equality = Readonly<Record<string, Scalar | readonly Scalar[]>>

/** Equality of scalars on dotted paths; null means absent or null. All must hold. None of them leads to an array. */
export type Guard = Readonly<Record<string, Scalar>>

/**
 * Changes on dotted paths, applied together. A path stands in one operator only and not inside another path; never
 * `_id`, `rev` or a unique field. Objects on the way to a path are made where they are absent. No operation at all is
 * allowed: it only counts up `rev`.
 */
export interface PatchOperations {
  readonly set?: Readonly<Record<string, unknown>>
  /** What is absent already is left so. */
  readonly unset?: readonly string[]
  /** Adds to a number; to 0 where it is absent. */
  readonly inc?: Readonly<Record<string, number>>
  /** Appends to an array; to an empty one where it is absent. */
  readonly push?: Readonly<Record<string, readonly unknown[]>>
  /** Appends the scalars that are not there yet. */
  readonly addToSet?: Readonly<Record<string, readonly Scalar[]>>
  /** Removes every element that equals one of these scalars; an absent array is left so. */
  readonly pull?: Readonly<Record<string, readonly Scalar[]>>
}

export interface Collection<D extends StoredDocument> {
  /** The documents with these ids, in the order of `ids`; null where there is none. One store call, any number of ids. */
  getMany(ids: readonly string[]): Promise<readonly (D | null)[]>

  /** Adds a document, or answers `'conflict'` when its `_id` or a unique index is taken, and changes nothing then. */
  insert(document: NewDocument<D>): Promise<'inserted' | 'conflict'>

  /**
   * Replaces the document when its `rev` is still `expectedRev`; `'conflict'` (also when it is gone) changes nothing.
   * A changed unique field is misuse.
   */
  replace(next: NewDocument<D>, expectedRev: number): Promise<'replaced' | 'conflict'>

  /**
   * Reads the newest committed document, tests the guard and applies the operations, as one atomic step. Answers the
   * document after the change, or null when it is missing or the guard does not hold (nothing changes then).
   */
  patch(id: string, guard: Guard, operations: PatchOperations): Promise<D | null>

  /** Documents whose `eq` fields equal these, in index order. `limit + 1` index entries are read at the most per value. */
  page(index: string, eq: Equality, request: PageRequest): Promise<Page<D>>

  /**
   * How many entries the index has for each of these equalities (no arrays in them), each counted up to `cap` (a whole
   * number from 1). One store call; the cost grows with what is counted.
   */
  countMany(index: string, equalities: readonly Equality[], cap: number): Promise<readonly number[]>

  /** Removes the document; with `expectedRev` only when it still has it. Answers whether it was removed. */
  delete(id: string, expectedRev?: number): Promise<boolean>
}

/**
 * The ids of documents that were written (inserted, replaced, patched or deleted) since the answer before; or `'UNKNOWN'`:
 * something was written, and the store does not say where.
 */
export type Changes = readonly string[] | 'UNKNOWN'

export interface Storage {
  /**
   * The collection of this definition; its calls wait until missing indexes are built. Cheap to call again. Definitions
   * of different versions may be in use at once: each write keeps the indexes of all of them.
   */
  collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D>
  /**
   * Tells, until the signal is aborted, which documents of this collection were written, by whichever process, soon after
   * they can be read as they are now. Whatever is written after the first answer is told at least once; several writes of
   * one document may be told together, and the order says nothing. Answers an empty list when nothing was written for a
   * while, or at once: whoever asks sets the pace. Begins with the first `next()`.
   *
   * Rejects with a `StorageError` when it cannot go on: what is written from then on is not told, and whoever asks reads
   * what it needs and may begin anew. So does a server that has no changes to tell. Absent in adapters that have none.
   */
  changes?<D extends StoredDocument>(definition: CollectionDefinition<D>, signal: AbortSignal): AsyncIterable<Changes>
  /** Resolves when the store can be read and written; rejects with a `StorageError` that says why not. */
  check(): Promise<void>
  /** Waits for writes under way, then lets go of the store. Calls after it reject with `STORE_CLOSED`. */
  close(): Promise<void>
}

/** A document as it lies in a store: neither upgraded nor without the version of its shape. */
export interface StoredRow {
  readonly version: number
  readonly document: StoredDocument & Readonly<Record<string, unknown>>
}

/** Everything in a store, collection by collection, while others go on writing. */
export interface Snapshot {
  /**
   * Whether all of it is one moment, the one of the call. Otherwise each document is whole, as it was at some moment
   * between the call and its scan: one that was there all the time is found once, one that was inserted or deleted
   * meanwhile is found or not.
   */
  readonly isOneMoment: boolean
  /** All collections that were ever written, by name, with about how many documents each has. */
  readonly collections: readonly { readonly name: string; readonly documents: number }[]
  /**
   * Up to `limit` (1 to 1,000) documents of a collection whose `_id` comes after this one, in an order of `_id` that is
   * the store's own; null begins. None is left when fewer come than were asked for.
   */
  scan(collection: string, after: string | null, limit: number): Promise<readonly StoredRow[]>
  /** Lets go of it: until then a store may keep what was deleted since. Closing the store does so too. */
  close(): void
}

/**
 * A store as its operator has it, who copies it whole. Domains are given `Storage`, which has no call that reads what
 * nobody named.
 */
export interface WholeStorage extends Storage {
  snapshot(): Promise<Snapshot>
  /**
   * Adds documents as another store had them: with their `rev`, and in the shape of their version, which must not be
   * newer than the definition's. Answers the `_id` of those that were left out since their `_id` or a unique index is
   * taken. Each of the others is durable when it resolves; when it rejects, any of them may be there.
   */
  load<D extends StoredDocument>(
    definition: CollectionDefinition<D>,
    rows: readonly StoredRow[],
  ): Promise<readonly string[]>
}

/** `STORE_MISUSE`: the caller broke this contract (unknown index, limit out of bounds, …); a bug, not a condition. */
export type StorageErrorCode =
  'STORE_UNAVAILABLE' | 'STORE_TIMEOUT' | 'STORE_FULL' | 'STORE_CLOSED' | 'STORE_MISUSE' | 'STORE_TOO_NEW'

/** Thrown by adapters for everything that is not an answer. `STORE_UNAVAILABLE` and `STORE_TIMEOUT` may have acted. */
export class StorageError extends Error {
  readonly code: StorageErrorCode

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
    this.code = code
  }
}

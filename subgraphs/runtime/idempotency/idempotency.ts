import { hash } from 'node:crypto'
import type { CollectionDefinition, Scalar, Storage, StoredDocument } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import { fault } from '../errors/fault.ts'
import { canonicalJson } from '../json/canonicalJson.ts'
import { createSweeper } from '../lifetimes/sweeper.ts'
import type { Random } from '../random/random.ts'
import { derivedId } from './derivedId.ts'

/** How long a key is remembered (identity.md, "Ids"). */
export const IDEMPOTENCY_LIFETIME_MS = 24 * 60 * 60 * 1000

/** What can be remembered of an act: a plain JSON value. Keep it small: ids and codes, not whole documents. */
export type Remembered = Scalar | readonly Remembered[] | { readonly [field: string]: Remembered }

/** Who acts: a key means nothing outside these four. */
export interface Act {
  /** The profile's local id, or the calling service of an internal operation. */
  readonly actor: string
  /** The client of the token, or null where the subgraph may not know it. */
  readonly client: string | null
  /** The mutation's field name. */
  readonly mutation: string
  /** The client's `idempotencyKey`: 1 to 128 characters. */
  readonly key: string
  /** The mutation's input; its own `idempotencyKey` takes no part in the comparison. */
  readonly input: object
}

export interface Attempt {
  /**
   * The local id for a document that this act creates; the same in every attempt of it. With several documents, each
   * has its own `label`. `insert` answers `'conflict'` when an earlier attempt came that far: then go on.
   */
  readonly documentId: (label?: string) => string
}

export interface Idempotency {
  /**
   * Runs `effect` so that an act takes place once, and answers what it returned; later calls with the same key answer
   * that value without running it, for 24 hours by the wall clock. Throws the faults `IDEMPOTENCY_KEY_REUSED` (same key,
   * other input) and `BAD_USER_INPUT` (a key of the wrong length), and whatever `effect` throws: then nothing is
   * remembered, and the next call tries again.
   *
   * `effect` may run more than once, in parallel too: when the process died between its writes and the record of its
   * result, and when two calls race. Each attempt gets the same document ids, so that inserts are idempotent by
   * themselves; any other write in it must be idempotent as well (guarded patches, `addToSet`). It answers the same
   * value whether its insert came first or found a conflict.
   */
  once<Result extends Remembered>(act: Act, effect: (attempt: Attempt) => Promise<Result>): Promise<Result>
}

interface IdempotencyRecord extends StoredDocument {
  /** SHA-256 of the canonical input. */
  readonly input: string
  /** The random root of the document ids of this act; a key used again after its 24 hours gets a new one. */
  readonly root: string
  /** Absent until the effect has answered. */
  readonly done?: { readonly result: Remembered }
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  /** Constant: the index's only equality. */
  readonly all: true
}

export interface IdempotencyOptions {
  readonly storage: Storage
  /** The name of the collection that holds the keys, for example `photoIdempotency`: one per subgraph. */
  readonly collection: string
  readonly clock: Clock
  readonly random: Random
}

/** Idempotency keys over the storage port. Three writes for a new act, none for a repeated one. */
export function createIdempotency({ storage, collection, clock, random }: IdempotencyOptions): Idempotency {
  const records = storage.collection(definitionOf(collection))
  const sweep = createSweeper({ collection: records, index: 'byExpiry', equality: { all: true }, clock })

  async function once<Result extends Remembered>(
    act: Act,
    effect: (attempt: Attempt) => Promise<Result>,
  ): Promise<Result> {
    if (act.key.length < 1 || act.key.length > 128) {
      throw fault('BAD_USER_INPUT', {
        message: `"idempotencyKey" must have 1 to 128 characters, but got: ${act.key.length}.`,
      })
    }
    const record = await claim(scopeOf(collection, act), digestOf(collection, act.input))
    if (record.done) return record.done.result as Result
    const result = await effect({ documentId: (label = '') => derivedId(record.root, label) })
    return remember(record, result)
  }

  /** The record of this act: found, or made before anything else happens. */
  async function claim(_id: string, input: string): Promise<IdempotencyRecord> {
    for (;;) {
      const now = clock.wall()
      const [found] = await records.getMany([_id])
      if (found && found.expiresAt > now) {
        if (found.input !== input) throw fault('IDEMPOTENCY_KEY_REUSED')
        return found
      }
      const fresh = { _id, input, root: random.id(), expiresAt: now + IDEMPOTENCY_LIFETIME_MS, all: true } as const
      const written = found ? await records.replace(fresh, found.rev) : await records.insert(fresh)
      // Lost to another call with this key: look again at what it wrote.
      if (written === 'conflict') continue
      await sweep()
      return { ...fresh, rev: found ? found.rev + 1 : 1 }
    }
  }

  /** Keeps the first result of this act; a race's loser answers the winner's. */
  async function remember<Result extends Remembered>(record: IdempotencyRecord, result: Result): Promise<Result> {
    const kept = await records.patch(record._id, { root: record.root, done: null }, { set: { done: { result } } })
    if (kept) return result
    const [current] = await records.getMany([record._id])
    return current?.root === record.root && current.done ? (current.done.result as Result) : result
  }

  return { once }
}

function definitionOf(name: string): CollectionDefinition<IdempotencyRecord> {
  return { name, version: 1, indexes: [{ name: 'byExpiry', eq: ['all'], order: 'expiresAt' }] }
}

// The collection takes part in both hashes: the same act in two apps leaves nothing in their stores that is equal.
function scopeOf(collection: string, { actor, client, mutation, key }: Act): string {
  return derivedId('idempotency', collection, actor, client ?? '', mutation, key)
}

function digestOf(collection: string, input: object): string {
  const { idempotencyKey: _key, ...rest } = input as { idempotencyKey?: unknown }
  return hash('sha256', canonicalJson([collection, rest]), 'base64url')
}

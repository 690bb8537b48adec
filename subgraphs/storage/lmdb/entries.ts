import { entriesOf, entriesOrNone } from '../document/indexes.ts'
import type { PlainObject } from '../document/plain.ts'
import type { Scalar } from '../port.ts'
import type { IndexSpace } from './catalog.ts'
import type { Environment } from './environment.ts'
import { AFTER_ALL, idBytesOf, restBytes, tupleBytes } from './keys.ts'

/** An index that a write must keep. `own`: the writer's own definition has it, so that it may refuse a document. */
export interface KeptIndex {
  readonly space: IndexSpace
  readonly own: boolean
}

/** The value of an entry, whose key says everything. */
const NOTHING = '.'

/** How the entries of one document change: what to add and to remove, and the tuples claimed in unique indexes. */
export interface EntryChange {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly claims: readonly string[]
}

/** The change from one state of a document to the next; null where there is none. `STORE_MISUSE` for a bad `after`. */
export function entryChange(
  indexes: readonly KeptIndex[],
  before: PlainObject | null,
  after: PlainObject | null,
): EntryChange {
  const change = { added: [] as string[], removed: [] as string[], claims: [] as string[] }
  for (const { space, own } of indexes) {
    const old = before === null ? [] : entryKeys(space, before, false)
    const next = after === null ? [] : entryKeys(space, after, own)
    for (const { key } of old) if (!next.some((entry) => entry.key === key)) change.removed.push(key)
    for (const { key, tuple } of next) {
      if (old.some((entry) => entry.key === key)) continue
      change.added.push(key)
      if (space.index.unique && !old.some((entry) => entry.tuple === tuple)) change.claims.push(tuple)
    }
  }
  return change
}

interface Entry {
  readonly key: string
  /** The part of the key that its eq values make up, index number included. */
  readonly tuple: string
}

/** The entries of a document in an index. `strict` refuses what cannot be indexed instead of leaving it out. */
export function entryKeys(space: IndexSpace, document: PlainObject, strict: boolean): Entry[] {
  const { tuples, order } = strict ? entriesOf(space.index, document) : entriesOrNone(space.index, document)
  if (tuples.length === 0) return []
  const rest = restBytes(space.index, order, document)
  return tuples.map((values: readonly Scalar[]) => {
    const tuple = space.prefix + tupleBytes(values)
    return { key: tuple + rest, tuple }
  })
}

/** Whether none of the claimed tuples is taken. Inside a write transaction. */
export function areFree({ database }: Environment, claims: readonly string[]): boolean {
  return claims.every((claim) => firstKey(database, claim) === undefined)
}

/** The bytes of the `_id` that holds the tuple in a unique index; undefined when it is free. */
export function ownerOf({ database }: Environment, space: IndexSpace, tuple: string): string | undefined {
  const key = firstKey(database, tuple)
  return key === undefined ? undefined : idBytesOf(key.slice(tuple.length), space.index)
}

/** Carries the change out. Inside a write transaction. */
export function applyEntries({ database }: Environment, change: EntryChange): void {
  for (const key of change.removed) void database.remove(key)
  for (const key of change.added) void database.put(key, NOTHING)
}

function firstKey(database: Environment['database'], prefix: string): string | undefined {
  for (const key of database.getKeys({ start: prefix, end: prefix + AFTER_ALL, limit: 1 })) return key
  return undefined
}

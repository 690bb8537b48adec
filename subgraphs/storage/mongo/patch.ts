import type { Filter, UpdateFilter } from 'mongodb'
import { Double } from 'mongodb'
import type { CompiledCollection } from '../document/definition.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import { entriesOf } from '../document/indexes.ts'
import { applyOperations } from '../document/patch.ts'
import { parsePath, readPath } from '../document/paths.ts'
import type { PlainObject } from '../document/plain.ts'
import { scalar } from '../document/scalars.ts'
import type { Guard, PatchOperations, Scalar, StoredDocument } from '../port.ts'
import { StorageError } from '../port.ts'
import type { MongoRow } from './rows.ts'
import { rowPath } from './rows.ts'

/** One `findOneAndUpdate`: where the filter holds, the update does what the port says, neither more nor less. */
export interface PatchCommand {
  readonly filter: Filter<MongoRow>
  readonly update: UpdateFilter<MongoRow>
}

/** Below this a number that is added cannot make a finite one infinite. */
const NEVER_OVERFLOWS = 2 ** 970

/** A null by itself: an array with a null in it has that type too. */
const LONE_NULL = { $type: 'null', $not: { $type: 'array' } }

/** What MongoDB would do otherwise than the port: see `conditionsOf`. */
type Unwanted = 'array' | 'null'

/**
 * The patch as one command, or null when only a look at the document tells what is right: where it may break a rule of
 * an index or overflow a number. The operations have been checked (`checkOperations`).
 */
export function compilePatch<D extends StoredDocument>(
  collection: CompiledCollection<D>,
  id: string,
  guard: Guard,
  operations: PatchOperations,
): PatchCommand | null {
  const unwanted = new Map<string, Set<Unwanted>>()
  const probe = probeOf(operations)
  if (probe === null || '_id' in guard || mayOverflow(operations)) return null
  for (const index of collection.indexes.values()) if (!fits(index, probe, unwanted)) return null
  const { version } = collection.definition
  const conditions = conditionsOf(guard, operations, unwanted)
  return { filter: { _id: id, version, ...conditions }, update: updateOf(operations, probe) }
}

/**
 * The operators, with the values as they are to be stored, which stand in the probe. Numbers are added as doubles: two
 * ints of BSON would become a 64-bit one, which is no number of JavaScript.
 */
function updateOf(
  { set, unset, inc, push, addToSet, pull }: PatchOperations,
  probe: PlainObject,
): UpdateFilter<MongoRow> {
  const brought = (path: string): unknown => readPath(probe, parsePath(path))
  const appended = (path: string): unknown => ({ $each: brought(path) })
  const update = {
    $set: operands(set, brought),
    $unset: Object.fromEntries((unset ?? []).map((path) => [rowPath(path), ''])),
    $inc: { rev: 1, ...operands(inc, (path) => new Double(brought(path) as number)) },
    $push: operands(push, appended),
    $addToSet: operands(addToSet, appended),
    $pullAll: operands(pull, (path) => pull![path]!.map((value) => scalar(value, `A value of pull of "${path}"`))),
  }
  // An operator without a path is an error for some servers.
  const given = Object.entries(update).filter(([, paths]) => Object.keys(paths).length > 0)
  return Object.fromEntries(given)
}

function operands(given: object | undefined, operand: (path: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.keys(given ?? {}).map((path) => [rowPath(path), operand(path)]))
}

function mayOverflow({ inc }: PatchOperations): boolean {
  return Object.values(inc ?? {}).some((by) => Math.abs(by) >= NEVER_OVERFLOWS)
}

/** What the operations make of nothing: the values that they bring, in their places. Null when even that is refused. */
function probeOf(operations: PatchOperations): PlainObject | null {
  const probe: PlainObject = {}
  try {
    applyOperations(probe, operations)
    return probe
  } catch (error) {
    if (error instanceof StorageError) return null
    throw error
  }
}

/**
 * Whether what the operations bring can be indexed, whatever else the document holds. An array in one field of an index
 * allows none in the others, which becomes a condition.
 */
function fits(index: CompiledIndex, probe: PlainObject, unwanted: Map<string, Set<Unwanted>>): boolean {
  // Fields of a unique index are never patched, and not in the probe.
  const own = index.unique ? { ...index, unique: false } : index
  try {
    entriesOf(own, probe)
  } catch (error) {
    if (error instanceof StorageError) return false
    throw error
  }
  const many = index.eq.find((path) => Array.isArray(readPath(probe, path)))
  if (many !== undefined) for (const path of index.eq) if (path !== many) add(unwanted, path.join('.'), 'array')
  return true
}

/**
 * The guard, and what keeps MongoDB to the rules of the port: it would lead a path through an array (or into one, by a
 * number) and compare a guard with the elements of an array, and some servers take a null that is patched for nothing.
 * Where such a condition does not hold, nothing matches, and the document is looked at to say why.
 */
function conditionsOf(
  guard: Guard,
  { set = {}, unset = [], inc = {}, push = {}, addToSet = {}, pull = {} }: PatchOperations,
  unwanted: Map<string, Set<Unwanted>>,
): Record<string, object> {
  const equal = new Map<string, Scalar>()
  const never = (paths: readonly string[], ...kinds: readonly Unwanted[]): void => {
    for (const path of paths) for (const kind of kinds) add(unwanted, path, kind)
  }
  for (const [path, value] of Object.entries(guard)) {
    equal.set(path, scalar(value, `The guard on "${path}"`))
    never([...above(path), path], 'array')
  }
  const changed = Object.keys({ ...inc, ...push, ...addToSet })
  never([...unset, ...Object.keys(pull)].flatMap(above), 'array')
  never([...changed, ...Object.keys(set)].flatMap(above), 'array', 'null')
  const conditions: Record<string, object> = {}
  for (const path of new Set([...equal.keys(), ...unwanted.keys()])) {
    const kinds = unwanted.get(path)
    conditions[rowPath(path)] = {
      ...(equal.has(path) && { $eq: equal.get(path) }),
      ...(kinds !== undefined && { $not: { $type: [...kinds] } }),
    }
  }
  const filled = [...changed, ...Object.keys(pull)].map((path) => ({ [rowPath(path)]: LONE_NULL }))
  return { ...conditions, ...(filled.length > 0 && { $nor: filled }) }
}

function add(unwanted: Map<string, Set<Unwanted>>, path: string, kind: Unwanted): void {
  const kinds = unwanted.get(path)
  if (kinds === undefined) unwanted.set(path, new Set([kind]))
  else kinds.add(kind)
}

/** The paths that this one leads through. */
function above(path: string): string[] {
  const fields = parsePath(path)
  return fields.slice(1).map((_, at) => fields.slice(0, at + 1).join('.'))
}

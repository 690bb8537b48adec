import type { Filter } from 'mongodb'
import type { CompiledIndex } from '../document/indexes.ts'
import { readPath } from '../document/paths.ts'
import type { Bound, PageQuery } from '../document/requests.ts'
import { compareScalars, compareStrings, rankOf } from '../document/scalars.ts'
import type { Scalar } from '../port.ts'
import type { MongoRow } from './rows.ts'
import { documentOf, rowPath } from './rows.ts'

/**
 * MongoDB merges the sorted scans of up to 200 tuples; of more it would read all entries and sort them. Below 200, as a
 * null may count twice.
 */
const TUPLES_AT_ONCE = 150

/** The tuples as filters of equality, in as few as MongoDB merges by itself. A unique index has no entry with a null. */
export function equalityFilters(index: CompiledIndex, tuples: readonly (readonly Scalar[])[]): Filter<MongoRow>[] {
  const found = index.unique ? tuples.filter((tuple) => !tuple.includes(null)) : tuples
  const filters: Filter<MongoRow>[] = []
  for (let at = 0; at < found.length; at += TUPLES_AT_ONCE) {
    filters.push(equalityOf(index, found.slice(at, at + TUPLES_AT_ONCE)))
  }
  return filters
}

/** The tuples differ in one field at the most (`pageQuery`). */
function equalityOf(index: CompiledIndex, tuples: readonly (readonly Scalar[])[]): Filter<MongoRow> {
  const conditions = index.fields.map((field, at) => {
    const values = [...new Set(tuples.map((tuple) => tuple[at]!))]
    return [rowPath(field), values.length === 1 ? values[0] : { $in: values }]
  })
  return Object.fromEntries(conditions) as Filter<MongoRow>
}

/**
 * The stretches of an index that a page reads, in its direction: each is one range of values of one type, since MongoDB's
 * comparisons hold within a type only. After a position the first is that of the position's type, and almost always
 * enough; without position and bounds there is one, of everything.
 */
export function stretchesOf(index: CompiledIndex, query: PageQuery): Filter<MongoRow>[] {
  const { after, lower, upper } = query
  const [near, far] = index.descending ? [upper, lower] : [lower, upper]
  if (index.order === null) return [after === null ? {} : { _id: { [index.descending ? '$lt' : '$gt']: after.id } }]
  const span = { path: rowPath(index.order.join('.')), descending: index.descending, near, far }
  if (after === null) return near === null && far === null ? [{}] : rangeOf(span, null)
  const rank = rankOf(after.order)
  const bound = near ?? far
  if (bound === null) return [...rangeOf(span, after), ...laterTypes(span, rank)]
  const ahead = (rankOf(bound.value) - rank) * signOf(span)
  return ahead < 0 ? [] : rangeOf(span, ahead === 0 ? after : null)
}

interface Span {
  /** Of the order, in a row. */
  readonly path: string
  readonly descending: boolean
  /** Where the range begins and ends, in the direction of the index. */
  readonly near: Bound | null
  readonly far: Bound | null
}

/** A range of values of one type, after a position of the same type when there is one; at most one filter. */
function rangeOf(span: Span, after: PageQuery['after']): Filter<MongoRow>[] {
  const start = startOf(span, after)
  const value = (start ?? span.far)!.value
  if (value === null) {
    const isNothing = [span.near, span.far].some((bound) => bound?.inclusive === false)
    return isNothing ? [] : [{ [span.path]: null, ...(start?.tie && { _id: beyond(span, start.tie) }) }]
  }
  const [from, to] = span.descending ? (['$lt', '$gt'] as const) : (['$gt', '$lt'] as const)
  const range = {
    ...(start !== null && { [operator(from, start.inclusive)]: start.value }),
    ...(span.far !== null && { [operator(to, span.far.inclusive)]: span.far.value }),
  }
  const filter = { [span.path]: range }
  if (start === null || start.tie === null) return [filter]
  return [{ ...filter, $or: [{ [span.path]: { [from]: start.value } }, { _id: beyond(span, start.tie) }] }]
}

/** The nearer end of the range: its own bound, or the position, where entries of equal order go on after its `_id`. */
function startOf(span: Span, after: PageQuery['after']): (Bound & { readonly tie: string | null }) | null {
  const { near } = span
  if (after === null) return near === null ? null : { ...near, tie: null }
  const side = near === null ? 1 : compareScalars(after.order, near.value) * signOf(span)
  if (near !== null && (side < 0 || (side === 0 && !near.inclusive))) return { ...near, tie: null }
  return { value: after.order, inclusive: true, tie: after.id }
}

/** All values of the types that come after this one, each a range of its own. */
function laterTypes({ path, descending }: Span, rank: number): Filter<MongoRow>[] {
  const all = [{ [path]: null }, { [path]: { $gte: -Infinity } }, { [path]: { $gte: '' } }, { [path]: { $gte: false } }]
  return descending ? all.slice(0, rank).toReversed() : all.slice(rank + 1)
}

function beyond({ descending }: Span, id: string): object {
  return { [descending ? '$lt' : '$gt']: id }
}

function operator(open: '$gt' | '$lt', inclusive: boolean): string {
  return inclusive ? `${open}e` : open
}

function signOf({ descending }: Span): 1 | -1 {
  return descending ? -1 : 1
}

/** The order of an index, for the server. */
export function sortOf({ order, descending }: CompiledIndex): Record<string, 1 | -1> {
  const direction = descending ? -1 : 1
  return { ...(order !== null && { [rowPath(order.join('.'))]: direction }), _id: direction }
}

/** Rows that are sorted each by itself, in the order of the index, each document once. */
export function mergeRows(index: CompiledIndex, found: readonly (readonly MongoRow[])[]): readonly MongoRow[] {
  const sign = index.descending ? -1 : 1
  const placed = new Map(found.flat().map((row) => [row._id, { row, order: orderIn(index, row) }]))
  return [...placed.values()]
    .sort((a, b) => sign * (compareScalars(a.order, b.order) || compareStrings(a.row._id, b.row._id)))
    .map(({ row }) => row)
}

function orderIn({ order }: CompiledIndex, row: MongoRow): Scalar {
  return order === null ? null : ((readPath(documentOf(row), order) ?? null) as Scalar)
}

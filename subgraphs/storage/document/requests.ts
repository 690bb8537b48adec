import type { Equality, PageRequest, Position, Scalar } from '../port.ts'
import type { CompiledIndex } from './indexes.ts'
import { checkOrderLength } from './indexes.ts'
import { kindOf, misuse } from './misuse.ts'
import { wellFormed } from './plain.ts'
import { rankOf, scalar } from './scalars.ts'

const LARGEST_PAGE = 1_000
const MOST_VALUES = 5_000
const LONGEST_ID = 512

/** One end of a range over the order field. */
export interface Bound {
  readonly value: Scalar
  readonly inclusive: boolean
}

/** A checked page request. `tuples` are the distinct tuples of `eq` values to merge. */
export interface PageQuery {
  readonly tuples: readonly (readonly Scalar[])[]
  readonly limit: number
  readonly after: Position | null
  readonly lower: Bound | null
  readonly upper: Bound | null
}

/** Whether a document can have this id. None other is ever stored, so a read of it finds nothing. */
export function isId(id: unknown): id is string {
  if (typeof id !== 'string' || id === '') return false
  return id.length <= LONGEST_ID / 3 || Buffer.byteLength(id, 'utf8') <= LONGEST_ID
}

/** The `_id` of a document to be written. */
export function idOf(id: unknown): string {
  if (isId(id)) return wellFormed(id)
  throw misuse(`_id must be a string of 1 to ${LONGEST_ID} bytes, but got: ${id === '' ? 'an empty one' : kindOf(id)}.`)
}

export function checkRevision(rev: number): void {
  if (!Number.isSafeInteger(rev) || rev < 1) throw misuse(`A rev is a whole number from 1, but got: ${kindOf(rev)}.`)
}

export function pageQuery(index: CompiledIndex, eq: Equality, request: PageRequest): PageQuery {
  const { limit } = request
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw misuse(`The limit of a page must be 1 to ${LARGEST_PAGE}, but got: ${kindOf(limit)}.`)
  }
  const { lower, upper } = boundsOf(index, request.range)
  return { tuples: tuplesOf(index, eq), limit, after: positionOf(index, request.after), lower, upper }
}

/** The tuples to count and the cap, checked. */
export function countQuery(index: CompiledIndex, equalities: readonly Equality[], cap: number): (readonly Scalar[])[] {
  if (!Number.isSafeInteger(cap) || cap < 1) throw misuse(`The cap must be a whole number from 1, but got: ${cap}.`)
  return equalities.map((eq) => {
    checkFields(index, eq)
    return index.fields.map((field) => scalar(eq[field], `The value of "${field}"`))
  })
}

function tuplesOf(index: CompiledIndex, eq: Equality): (readonly Scalar[])[] {
  checkFields(index, eq)
  let tuples: Scalar[][] = [[]]
  let arrays = 0
  for (const field of index.fields) {
    const given = eq[field] as Scalar | readonly Scalar[]
    if (Array.isArray(given) && ++arrays > 1) throw misuse('At most one value of an equality may be an array.')
    const values = Array.isArray(given) ? distinct(given, field) : [scalar(given, `The value of "${field}"`)]
    tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]))
  }
  return tuples
}

function distinct(values: readonly unknown[], field: string): Scalar[] {
  if (values.length > MOST_VALUES) {
    throw misuse(`"${field}" may have ${MOST_VALUES} values at the most, but got: ${values.length}.`)
  }
  return [...new Set(values.map((value) => scalar(value, `A value of "${field}"`)))]
}

function checkFields(index: CompiledIndex, eq: Equality): void {
  const given = Object.keys(eq)
  if (given.length === index.fields.length && index.fields.every((field) => Object.hasOwn(eq, field))) return
  throw misuse(
    `The index "${index.name}" needs a value for each of (${index.fields.join(', ')}), but got: (${given.join(', ')}).`,
  )
}

function positionOf(index: CompiledIndex, after: Position | undefined): Position | null {
  if (after === undefined) return null
  if (!isId(after.id)) throw misuse('The position of a page must have the _id of a document.')
  const order = scalar(after.order, 'The order of a position')
  if (index.order === null && order !== null) throw misuse(`"${index.name}" has no order: its positions have null.`)
  if (typeof order === 'string') checkOrderLength(order, index)
  return { order, id: wellFormed(after.id) }
}

function boundsOf(index: CompiledIndex, range: PageRequest['range']): { lower: Bound | null; upper: Bound | null } {
  if (range === undefined) return { lower: null, upper: null }
  if (index.order === null) throw misuse(`The index "${index.name}" has no order field to take a range of.`)
  const lower = boundOf(index, range.gt, range.gte)
  const upper = boundOf(index, range.lt, range.lte)
  if (lower !== null && upper !== null && rankOf(lower.value) !== rankOf(upper.value)) {
    throw misuse('Both bounds of a range must be of one type.')
  }
  return { lower, upper }
}

function boundOf(index: CompiledIndex, open: Scalar | undefined, closed: Scalar | undefined): Bound | null {
  if (open !== undefined && closed !== undefined) throw misuse('A range may have one lower and one upper bound.')
  const given = open ?? closed
  if (given === undefined && open === undefined && closed === undefined) return null
  const value = scalar(given ?? null, 'A bound of a range')
  if (typeof value === 'string') checkOrderLength(value, index)
  return { value, inclusive: closed !== undefined }
}

/** The limit of a scan, of a snapshot that must not be closed. */
export function checkScan(limit: number, closed: boolean): void {
  if (closed) throw misuse('The snapshot is closed: make another one.')
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= LARGEST_PAGE) return
  throw misuse(`The limit of a scan must be 1 to ${LARGEST_PAGE}, but got: ${kindOf(limit)}.`)
}

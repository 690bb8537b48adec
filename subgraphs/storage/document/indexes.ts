import type { IndexDefinition, Scalar } from '../port.ts'
import { StorageError } from '../port.ts'
import { kindOf, misuse } from './misuse.ts'
import type { Path } from './paths.ts'
import { parsePath, readPath } from './paths.ts'
import type { Plain, PlainObject } from './plain.ts'

/** Longest string (bytes of UTF-8) in an `order` field. */
export const LONGEST_ORDER = 512

/** An index definition with its paths cut, made once per definition. */
export interface CompiledIndex {
  readonly name: string
  readonly fields: readonly string[]
  readonly eq: readonly Path[]
  readonly order: Path | null
  readonly descending: boolean
  readonly unique: boolean
}

/** What an index holds of one document: an entry for each tuple of `eq` values, all with the same order value. */
export interface Entries {
  readonly tuples: readonly (readonly Scalar[])[]
  readonly order: Scalar
}

export function compileIndex(definition: IndexDefinition): CompiledIndex {
  return {
    name: definition.name,
    fields: definition.eq,
    eq: definition.eq.map(parsePath),
    order: definition.order === undefined ? null : parsePath(definition.order),
    descending: definition.dir === 'desc',
    unique: definition.unique === true,
  }
}

/**
 * The entries of a document as it is stored. An absent field counts as null; an empty array has no entry, repeated
 * elements have one. Throws `STORE_MISUSE` for what an index cannot hold.
 */
export function entriesOf(index: CompiledIndex, document: PlainObject): Entries {
  return { tuples: tuplesOf(index, document), order: orderOf(index, document) }
}

/**
 * Like `entriesOf`, with no entries where it would throw: for an index of somebody else's definition (an older or newer
 * process beside this one), which must not keep this one from writing.
 */
export function entriesOrNone(index: CompiledIndex, document: PlainObject): Entries {
  try {
    return entriesOf(index, document)
  } catch (error) {
    if (error instanceof StorageError) return { tuples: [], order: null }
    throw error
  }
}

function tuplesOf(index: CompiledIndex, document: PlainObject): readonly (readonly Scalar[])[] {
  const tuple: Scalar[] = []
  let many: { at: number; values: Set<Scalar> } | null = null
  for (const [at, path] of index.eq.entries()) {
    const value = readPath(document, path) ?? null
    if (!Array.isArray(value)) {
      tuple.push(indexable(value, index, path))
      continue
    }
    if (many !== null) throw misuse(`The index "${index.name}" may have an array in one field, but found two.`)
    if (index.unique) throw misuse(`The unique field "${path.join('.')}" must be a scalar, but got: an array.`)
    many = { at, values: new Set(value.map((element) => indexable(element, index, path))) }
    tuple.push(null)
  }
  if (index.unique && tuple.includes(null)) {
    throw misuse(`The unique fields of "${index.name}" (${index.fields.join(', ')}) are required, but one is absent.`)
  }
  if (many === null) return [tuple]
  const { at, values } = many
  return [...values].map((value) => tuple.with(at, value))
}

function orderOf(index: CompiledIndex, document: PlainObject): Scalar {
  if (index.order === null) return null
  const value = indexable(readPath(document, index.order) ?? null, index, index.order)
  if (typeof value === 'string') checkOrderLength(value, index)
  return value
}

function indexable(value: Plain, index: CompiledIndex, path: Path): Scalar {
  if (typeof value !== 'object' || value === null) return value
  throw misuse(`The index "${index.name}" holds scalars, but "${path.join('.')}" has ${kindOf(value)}.`)
}

/** Refuses an order value that is too long. UTF-8 takes at most three bytes a UTF-16 unit, so short ones need no count. */
export function checkOrderLength(value: string, index: CompiledIndex): void {
  if (value.length <= LONGEST_ORDER / 3 || Buffer.byteLength(value, 'utf8') <= LONGEST_ORDER) return
  throw misuse(`The order value of the index "${index.name}" must be at most ${LONGEST_ORDER} bytes of UTF-8.`)
}

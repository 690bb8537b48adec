import { createHash } from 'node:crypto'
import type { CompiledIndex } from '../document/indexes.ts'
import type { PlainObject } from '../document/plain.ts'
import type { Bound, PageQuery } from '../document/requests.ts'
import type { Scalar } from '../port.ts'

/*
 * How keys look. A key is a string of bytes, held in JavaScript as a string with one character per byte (latin1):
 * comparing two such strings with `<` compares bytes, as LMDB does, and no key has to be copied to be cut.
 *
 *   catalog    c · a name
 *   document   d · collection number (2 bytes) · UTF-8 of _id
 *   entry      e · index number (2 bytes) · a token per eq value · the order value, if the index has one · UTF-8 of _id
 *
 * An eq token only has to be equal for equal values and to tell where it ends: long strings go in as their SHA-256. An
 * order value sorts as the value does. The longest key is 3 + 6·66 + 1027 + 512 = 1,938 bytes; LMDB takes 1,978.
 */

/** How lmdb writes and reads keys: one byte per character, straight into its buffer. */
export const BYTE_KEYS = {
  writeKey(key: string, target: Buffer, start: number): number {
    const end = start + key.length
    // lmdb takes a RangeError as the sign that its buffer is full and goes on with a new one; `write` would cut.
    if (end > target.length) throw new RangeError('The key does not fit into the buffer')
    target.write(key, start, 'latin1')
    return end
  },
  readKey(source: Buffer, start: number, end: number): string {
    return source.toString('latin1', start, end)
  },
}

/** Greater than every byte of UTF-8 and every tag: `prefix + AFTER_ALL` ends the range of a prefix. */
export const AFTER_ALL = '\xff'

const TAG = { null: '\x01', number: '\x02', string: '\x03', false: '\x04', true: '\x05', hashed: '\x06' } as const
const LONGEST_INLINE = 64
const END_OF_TEXT = '\0\0'

export function catalogKey(name: string): string {
  return `c${name}`
}

/** What the keys of all documents of a collection begin with. */
export function documentPrefix(collection: number): string {
  return `d${twoBytes(collection)}`
}

/** What the keys of all entries of an index begin with. */
export function entryPrefix(index: number): string {
  return `e${twoBytes(index)}`
}

function twoBytes(number: number): string {
  return String.fromCharCode(number >> 8, number & 0xff)
}

// oxlint-disable-next-line no-control-regex -- the range from NUL to DEL is what ASCII means
const ASCII = /^[\0-\x7f]*$/

/** The UTF-8 bytes of a text, a character each. Nearly all keys are ASCII, which is its own UTF-8. */
export function bytesOf(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
}

/** The bytes that all entries of these eq values begin with, after the index's number. */
export function tupleBytes(tuple: readonly Scalar[]): string {
  let bytes = ''
  for (const value of tuple) bytes += eqToken(value)
  return bytes
}

function eqToken(value: Scalar): string {
  if (typeof value !== 'string') return orderBytes(value)
  const bytes = bytesOf(value)
  if (bytes.length <= LONGEST_INLINE) return TAG.string + String.fromCharCode(bytes.length) + bytes
  return TAG.hashed + createHash('sha256').update(bytes, 'latin1').digest().toString('latin1')
}

/** Bytes that sort as the value does among all scalars. Text is ended by two NULs; a NUL inside becomes NUL 0xFF. */
export function orderBytes(value: Scalar): string {
  if (value === null) return TAG.null
  if (typeof value === 'boolean') return value ? TAG.true : TAG.false
  if (typeof value === 'number') return TAG.number + numberBytes(value)
  return TAG.string + bytesOf(value).replaceAll('\0', '\0\xff') + END_OF_TEXT
}

const scratch = Buffer.alloc(8)

/** IEEE 754, big-endian; the sign bit is turned for positive numbers and every bit for negative ones, so that they sort. */
function numberBytes(value: number): string {
  scratch.writeDoubleBE(value)
  if (value < 0) for (let at = 0; at < 8; at++) scratch[at] = ~scratch[at]!
  else scratch[0]! ^= 0x80
  return scratch.toString('latin1')
}

/** What follows the order value in the rest of an entry key after its eq tokens: the bytes of `_id`. */
export function idBytesOf(rest: string, index: CompiledIndex): string {
  if (index.order === null) return rest
  const tag = rest[0]
  if (tag === TAG.number) return rest.slice(9)
  if (tag === TAG.string) return rest.slice(rest.indexOf(END_OF_TEXT, 1) + END_OF_TEXT.length)
  return rest.slice(1)
}

/** Where a page lies within the entries of each of its tuples: between `low` and `high`, as bytes after the tuple. */
export interface Span {
  readonly low: string
  readonly high: string
}

/** The span of a query. No entry is equal to a bound of it, save the entry at `after` itself, which is excluded. */
export function spanOf(index: CompiledIndex, query: PageQuery): Span {
  let { low, high } = rangeSpan(query.lower, query.upper)
  if (query.after !== null) {
    const at = (index.order === null ? '' : orderBytes(query.after.order)) + bytesOf(query.after.id)
    if (index.descending) high = at < high ? at : high
    else low = at > low ? at : low
  }
  return { low, high }
}

/** An entry goes on with its `_id` after the order value, so that it sorts after the bare bytes of that value. */
function rangeSpan(lower: Bound | null, upper: Bound | null): Span {
  const typed = lower ?? upper
  if (typed === null) return { low: '', high: AFTER_ALL }
  const [first, afterLast] = typeRange(typed.value)
  const low = lower === null ? first : orderBytes(lower.value) + (lower.inclusive ? '' : AFTER_ALL)
  const high = upper === null ? afterLast : orderBytes(upper.value) + (upper.inclusive ? AFTER_ALL : '')
  return { low, high }
}

function typeRange(value: Scalar): readonly [string, string] {
  if (value === null) return [TAG.null, TAG.number]
  if (typeof value === 'number') return [TAG.number, TAG.string]
  return typeof value === 'string' ? [TAG.string, TAG.false] : [TAG.false, TAG.hashed]
}

/** The bytes after the tuple of a document's entries: its order value and its `_id`. */
export function restBytes(index: CompiledIndex, order: Scalar, document: PlainObject): string {
  return (index.order === null ? '' : orderBytes(order)) + bytesOf(document['_id'] as string)
}

import { kindOf, misuse } from './misuse.ts'

/** A value that JSON can hold. */
export type Plain = string | number | boolean | null | Plain[] | PlainObject

export interface PlainObject {
  [field: string]: Plain
}

// With the `u` flag a surrogate pair is one character, so that this finds only halves without their other half.
const LONE_SURROGATE = /[\uD800-\uDFFF]/u

const DEEPEST = 64

/**
 * The text as UTF-8 can hold it: half a surrogate pair becomes U+FFFD. Done to every string on its way in, because a
 * store that keeps UTF-8 would do it too, and a key written one way must be found the other way.
 */
export function wellFormed(text: string): string {
  return LONE_SURROGATE.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text
}

/** A copy that shares nothing with `value`. Throws `STORE_MISUSE`, naming the path, for what is not plain JSON. */
export function copyPlain(value: unknown, path: string, depth = 0): Plain {
  if (typeof value === 'string') return wellFormed(value)
  if (value === null || typeof value === 'boolean') return value
  // Adding zero makes -0 a 0, as JSON does.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (depth > DEEPEST) throw misuse(`A stored value must be at most ${DEEPEST} levels deep, but "${path}" is deeper.`)
  if (Array.isArray(value)) return value.map((element, at) => copyPlain(element, `${path}.${at}`, depth + 1))
  if (isPlainObject(value)) return copyFields(value, path, depth + 1)
  throw misuse(`"${path}" must be a plain JSON value, but got: ${kindOf(value)}. Turn it into JSON before storing it.`)
}

/** Like `copyPlain`, for a value that must be an object. */
export function copyPlainObject(value: unknown, path: string): PlainObject {
  if (isPlainObject(value)) return copyFields(value, path, 0)
  throw misuse(`"${path}" must be a plain object, but got: ${kindOf(value)}.`)
}

function copyFields(source: Record<string, unknown>, path: string, depth: number): PlainObject {
  const copy: PlainObject = {}
  for (const field of Object.keys(source)) {
    checkFieldName(field, path)
    copy[field] = copyPlain(source[field], path === '' ? field : `${path}.${field}`, depth)
  }
  return copy
}

/** `_bsontype` tells MongoDB's driver that an object is a value of BSON, whoever wrote it there. */
const MEANING_SOMETHING = new Set(['', '__proto__', '_bsontype'])

/** Refuses names that a path could not reach or that mean something to a database or to JavaScript. */
export function checkFieldName(field: string, path: string): void {
  if (!MEANING_SOMETHING.has(field) && !field.startsWith('$') && !/[.\0]/.test(field)) return
  throw misuse(
    `A field name must not be empty, begin with "$", hold a dot or NUL, or be "__proto__" or "_bsontype", ` +
      `but got: ${JSON.stringify(field)} in "${path}". Store names that people choose as values, not as field names.`,
  )
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

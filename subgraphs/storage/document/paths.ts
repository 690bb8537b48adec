import { kindOf, misuse } from './misuse.ts'
import type { Plain, PlainObject } from './plain.ts'
import { checkFieldName, isPlainObject } from './plain.ts'

/** A dotted path, cut at its dots. */
export type Path = readonly string[]

export function parsePath(path: string): Path {
  const fields = path.split('.')
  for (const field of fields) checkFieldName(field, path)
  return fields
}

/** The value at the path; undefined when it is absent. A path leads through objects only, never through an array. */
export function readPath(document: PlainObject, path: Path): Plain | undefined {
  let value: Plain | undefined = document
  for (const field of path) {
    if (Array.isArray(value)) throw misuse(`The path "${path.join('.')}" must not lead through an array.`)
    if (!isPlainObject(value) || !Object.hasOwn(value, field)) return undefined
    value = value[field] as Plain
  }
  return value
}

/** The object that holds the last field of the path, made where it is absent; `STORE_MISUSE` where it cannot be. */
export function holderOf(document: PlainObject, path: Path): PlainObject {
  let holder = document
  for (const field of path.slice(0, -1)) {
    const next: Plain = Object.hasOwn(holder, field) ? holder[field]! : (holder[field] = {})
    if (!isPlainObject(next)) {
      throw misuse(`The path "${path.join('.')}" must lead through objects, but "${field}" is ${kindOf(next)}.`)
    }
    holder = next
  }
  return holder
}

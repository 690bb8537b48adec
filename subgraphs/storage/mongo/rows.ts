import type { Written } from '../document/downgrade.ts'
import type { PlainObject } from '../document/plain.ts'

/**
 * A document as it lies in MongoDB. The fields of the caller have a place of their own, so that none of them meets a name
 * of ours, whatever it is called.
 */
export interface MongoRow {
  readonly _id: string
  readonly rev: number
  /** The version of the shape of `fields`. */
  readonly version: number
  readonly fields: PlainObject
}

/**
 * BSON gives back what JSON can hold: a whole number of 32 bits is stored as an int, every other as a double, which is
 * what a number of JavaScript is; -0, `undefined` and half surrogate pairs never come this far (`copyPlain`). The order
 * of fields is kept where a whole value is written; a patch appends new fields in the server's order.
 */
export function rowOf({ version, document }: Written): MongoRow {
  const { _id, rev, ...fields } = document
  return { _id: _id as string, rev: rev as number, version, fields }
}

export function documentOf({ _id, rev, fields }: MongoRow): PlainObject {
  return { _id, rev, ...fields }
}

/** Where a path of the caller leads in a row. */
export function rowPath(path: string): string {
  return path === '_id' || path === 'rev' || path.startsWith('_id.') || path.startsWith('rev.')
    ? path
    : `fields.${path}`
}

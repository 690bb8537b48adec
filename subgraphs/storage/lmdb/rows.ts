import type { PlainObject } from '../document/plain.ts'

/** A document as it lies in the store, with the version of its shape. */
export interface Row {
  readonly version: number
  readonly document: PlainObject
}

export function rowText(version: number, document: PlainObject): string {
  return JSON.stringify([version, document])
}

export function parseRow(text: string): Row {
  const [version, document] = JSON.parse(text) as [number, PlainObject]
  return { version, document }
}

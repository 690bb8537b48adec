import type { Scalar } from '../port.ts'
import { kindOf, misuse } from './misuse.ts'
import { wellFormed } from './plain.ts'

/** Scalars of different types order by type: null, numbers, strings, booleans (as MongoDB orders them). */
export function rankOf(value: Scalar): number {
  if (value === null) return 0
  if (typeof value === 'number') return 1
  return typeof value === 'string' ? 2 : 3
}

/** Orders two scalars as every adapter does: by type, then by value, strings by their UTF-8 bytes. */
export function compareScalars(left: Scalar, right: Scalar): number {
  const byType = rankOf(left) - rankOf(right)
  if (byType !== 0 || left === right || left === null || right === null) return byType
  if (typeof left === 'string') return compareStrings(left, right as string)
  return left < right ? -1 : 1
}

/** Orders two strings by their UTF-8 bytes (JavaScript's `<` compares UTF-16, which differs beyond U+FFFF). */
export function compareStrings(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'))
}

/** The value as it is stored, or `STORE_MISUSE` when it is none of the four scalar types. */
export function scalar(value: unknown, what: string): Scalar {
  if (typeof value === 'string') return wellFormed(value)
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  throw misuse(`${what} must be a string, a finite number, a boolean or null, but got: ${kindOf(value)}.`)
}

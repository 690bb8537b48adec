import { StorageError } from '../port.ts'

/** The error for a caller that broke the port's contract: a bug to be mended, never a condition to be handled. */
export function misuse(message: string): StorageError {
  return new StorageError('STORE_MISUSE', message)
}

/** How a refused value is shown in a message: its kind, and never its content, which may be somebody's. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : String(value)
  if (typeof value !== 'object') return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`
  const name = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name
  return name === undefined || name === 'Object' ? 'an object' : `a ${name}`
}

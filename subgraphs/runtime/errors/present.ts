/** What a non-null field rests on; when it is gone, the field fails and what it belongs to is null. */
export function present<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`There must be ${what}, but the store has none.`)
  return value
}

/** A bounded memory: what was used longest ago is forgotten first. */
export interface Lru<Value> {
  /** The value, which thereby counts as used just now. */
  get(key: string): Value | undefined
  /** Remembers `value`; one that weighs more than the whole capacity is not kept. Default weight: 1. */
  set(key: string, value: Value, weight?: number): void
  delete(key: string): void
  /** How many are remembered. */
  readonly size: number
}

/** `capacity` bounds the sum of the weights of all that is kept. */
export function createLru<Value>(capacity: number): Lru<Value> {
  // A Map keeps the order of insertion: its first entry is the one that was used longest ago.
  const entries = new Map<string, { readonly value: Value; readonly weight: number }>()
  let total = 0

  function forget(key: string): void {
    total -= entries.get(key)?.weight ?? 0
    entries.delete(key)
  }

  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, weight = 1) {
      forget(key)
      if (weight > capacity) return
      entries.set(key, { value, weight })
      total += weight
      for (const oldest of entries.keys()) {
        if (total <= capacity) return
        forget(oldest)
      }
    },
    delete: forget,
    get size() {
      return entries.size
    },
  }
}

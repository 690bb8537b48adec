export interface ReplayMemory {
  /** Whether this is the first time; remembers it until `exp`. Both times in seconds since the epoch. */
  admit(jti: string, exp: number, now: number): boolean
  /** Whether it was admitted and is remembered; remembers nothing. */
  has(jti: string, exp: number): boolean
  /** How many are remembered. */
  size(): number
}

/**
 * Remembers what was used, no longer than it could be used again: one set per second of expiry, dropped whole when that
 * second has passed. Holds what was admitted in the longest lifetime of a header, and nothing older.
 */
export function createReplayMemory(): ReplayMemory {
  const bySecond = new Map<number, Set<string>>()
  let cleaned = Number.NEGATIVE_INFINITY

  function forget(now: number): void {
    const second = Math.floor(now)
    if (second <= cleaned) return
    cleaned = second
    for (const key of bySecond.keys()) if (key < second) bySecond.delete(key)
  }

  return {
    admit(jti, exp, now) {
      forget(now)
      const second = Math.ceil(exp)
      const used = bySecond.get(second)
      if (used === undefined) bySecond.set(second, new Set([jti]))
      else if (used.has(jti)) return false
      else used.add(jti)
      return true
    },
    has: (jti, exp) => bySecond.get(Math.ceil(exp))?.has(jti) ?? false,
    size: () => [...bySecond.values()].reduce((sum, used) => sum + used.size, 0),
  }
}

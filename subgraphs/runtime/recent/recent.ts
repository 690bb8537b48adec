/** A bounded memory of what was asked for lately. */
export interface Recent<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/**
 * Remembers at least the `size` keys used last and at most twice as many. Two generations: when the young one is full it
 * becomes the old one, whose entries move up when they are used and vanish otherwise. A hit costs one look-up, where a
 * list in order of use would write on each.
 */
export function createRecent<V>(size: number): Recent<V> {
  let young = new Map<string, V>()
  let old = new Map<string, V>()

  function set(key: string, value: V): void {
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  function get(key: string): V | undefined {
    const fresh = young.get(key)
    if (fresh !== undefined) return fresh
    const aged = old.get(key)
    if (aged !== undefined) set(key, aged)
    return aged
  }

  return { get, set }
}

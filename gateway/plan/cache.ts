/**
 * A bounded map that forgets what was not used for the longest time. `find` makes what is missing; making is
 * synchronous, so that equal requests at one time make it once. What making throws is not kept.
 */
export class LruCache<Value> {
  private readonly entries = new Map<string, Value>()
  private readonly capacity: number

  /** `capacity`: how many entries are kept, at least 1. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`The capacity of a cache must be an integer of 1 or more, but got: ${capacity}`)
    }
    this.capacity = capacity
  }

  get size(): number {
    return this.entries.size
  }

  find(key: string, make: () => Value): Value {
    const known = this.entries.get(key)
    if (known !== undefined) {
      this.entries.delete(key)
      this.entries.set(key, known)
      return known
    }
    const made = make()
    if (this.entries.size >= this.capacity) this.forgetOldest()
    this.entries.set(key, made)
    return made
  }

  private forgetOldest(): void {
    for (const key of this.entries.keys()) {
      this.entries.delete(key)
      return
    }
  }
}

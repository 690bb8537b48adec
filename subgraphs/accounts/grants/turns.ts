/** Lets what belongs to one key happen one after the other, in the order of asking; different keys do not wait. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * Turns of this process. Writers that race on one document would read, lose and read again; standing in a line each
 * needs one try. Other processes are still raced with: the line is only for speed, no rule rests on it.
 */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key)
    const mine = before === undefined ? work() : before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}

/** Counts what is under way, and tells when nothing is. */
export interface Holders {
  /** Counts until `work` has settled, and answers as it does. */
  during<Result>(work: Promise<Result>): Promise<Result>
  /** Resolves when nothing is counted. */
  none(): Promise<void>
}

export function createHolders(): Holders {
  let count = 0
  let waiting: (() => void)[] = []

  function leave(): void {
    count--
    if (count > 0) return
    for (const tell of waiting) tell()
    waiting = []
  }

  return {
    during(work) {
      count++
      return work.finally(leave)
    },
    none: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  }
}

/** Runs at most `most` pieces of work at once; the others wait for their turn in the order in which they came. */
export function createTurns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0

  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      // Whoever waits takes the place over: it is never free in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

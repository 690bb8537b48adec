/** So many may be at work at once; the others wait in turn. */
export interface Slots {
  /** Resolves, once one is free, to what frees it again (once; more often does nothing). `first`: ahead of the others. */
  take(first?: boolean): Promise<() => void>
}

export function createSlots(count: number): Slots {
  const ahead: (() => void)[] = []
  const inTurn: (() => void)[] = []
  let free = count

  async function take(first = false): Promise<() => void> {
    if (free > 0) free--
    else await new Promise<void>((resolve) => (first ? ahead : inTurn).push(resolve))
    let taken = true
    return () => {
      if (taken) giveBack()
      taken = false
    }
  }

  // Handed on where somebody waits, so that nobody who comes later is faster.
  function giveBack(): void {
    const next = ahead.shift() ?? inTurn.shift()
    if (next === undefined) free++
    else next()
  }

  return { take }
}

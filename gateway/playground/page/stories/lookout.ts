interface LookoutOptions<Found> {
  readonly read: () => Promise<Found>
  readonly tell: (found: Found) => void
  /** Asked after each look: in how many milliseconds to look again; null: not by itself. */
  readonly due: () => number | null
  /** Runs once in so many milliseconds; answers how to prevent that. */
  readonly later: Later
}

export type Later = (ms: number, run: () => void) => () => void

/** Looks for as long as somebody watches, and no oftener than something is due. */
export interface Lookout {
  /** Looks at once, then whenever it is due; answers how to end that. */
  readonly watch: () => () => void
  /** Looks at once. One that began before and is not over yet tells nothing any more. */
  readonly look: () => Promise<void>
  /** What is being looked at is about to change: a look that is not over yet tells nothing any more. */
  readonly drop: () => void
}

export function createLookout<Found>({ read, tell, due, later }: LookoutOptions<Found>): Lookout {
  let watchers = 0
  let looks = 0
  let cancel = (): void => undefined

  async function look(): Promise<void> {
    const turn = ++looks
    cancel()
    const found = await read()
    if (turn !== looks) return
    tell(found)
    const ms = watchers === 0 ? null : due()
    if (ms !== null) cancel = later(ms, () => void look())
  }

  return {
    look,
    drop() {
      looks += 1
      cancel()
    },
    watch() {
      watchers += 1
      void look()
      return () => {
        watchers -= 1
        if (watchers === 0) cancel()
      }
    },
  }
}

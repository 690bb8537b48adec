import type { Storage } from '../../subgraphs/storage/port.ts'
import { createHeldStorage, quiet } from './heldStorage.ts'

export interface RacingStorage {
  readonly storage: Storage
  /**
   * Runs these acts at once. Their store calls are held back until every act waits for one, and are then let through one
   * by one: `choices` says which of the waiting ones is next (each modulo their number; the first when used up).
   */
  race<T>(choices: readonly number[], acts: readonly (() => Promise<T>)[]): Promise<T[]>
}

/** A store for tests of what happens between two calls of one act. Outside of `race` it answers at once. */
export function createRacingStorage(inner: Storage): RacingStorage {
  let racing = false
  const held = createHeldStorage({ inner, holds: () => racing, tag: () => null })

  async function race<T>(choices: readonly number[], acts: readonly (() => Promise<T>)[]): Promise<T[]> {
    racing = true
    const state = { running: true }
    const all = Promise.all(acts.map((act) => act())).finally(() => (state.running = false))
    for (let turn = 0; state.running; turn++) {
      await quiet()
      const waiting = held.waiting()
      void waiting[(choices[turn] ?? 0) % (waiting.length || 1)]?.go()
    }
    racing = false
    return all
  }

  return { storage: held.process().storage, race }
}

import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { silentLog } from '../../subgraphs/runtime/log/log.ts'
import type { CollectionDefinition, Storage } from '../../subgraphs/storage/port.ts'
import { PROCESSES } from '../../subgraphs/runtime/processes/processes.ts'
import { createFamily } from './family.ts'
import type { House } from './house.ts'

/** The collections that the family opens its store with; no store is touched, and nothing is begun. */
export function familyDefinitions(house: Omit<House, 'storage' | 'close'>): readonly CollectionDefinition<never>[] {
  const found = new Map<string, CollectionDefinition<never>>([[PROCESSES.name, PROCESSES as never]])
  const storage: Storage = {
    collection(definition) {
      found.set(definition.name, definition as never)
      // Nobody calls it: only what was opened is looked at.
      return {} as never
    },
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  // Whatever waits for a time waits for ever.
  const clock: Clock = { ...house.clock, wait: () => new Promise(() => undefined) }
  const close = (): Promise<void> => Promise.resolve()
  createFamily({ ...house, clock, log: silentLog, storage, close }, { mediaUrl: '' })
  return [...found.values()]
}

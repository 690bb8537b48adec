import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import type { CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { DEMO } from '../demo/demo.ts'
import { createFamily } from './family.ts'
import type { House } from './house.ts'

/** Every collection of this release, by name: those that the family opens, and the demo's. */
export async function definitionsOf(
  house: Omit<House, 'storage'>,
): Promise<ReadonlyMap<string, CollectionDefinition<StoredDocument>>> {
  const found = new Map<string, CollectionDefinition<StoredDocument>>()
  const memory = createMemoryStorage()
  const storage: Storage = {
    ...memory,
    collection(definition) {
      found.set(definition.name, definition)
      return memory.collection(definition)
    },
  }
  const family = createFamily({ ...house, storage }, { mediaUrl: '' })
  storage.collection(DEMO)
  await Promise.all(Object.values(family).map(async (subgraph) => subgraph.stop?.()))
  await memory.close()
  return found
}

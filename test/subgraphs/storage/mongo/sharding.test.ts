import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfiguration } from '../../../../bin/configuration.ts'
import { createFamily } from '../../../../bin/house/family.ts'
import { openHouse } from '../../../../bin/house/house.ts'
import { isEventLog, topicsNamed } from '../../../../subgraphs/runtime/events/topic.ts'
import type { CollectionDefinition, Storage } from '../../../../subgraphs/storage/port.ts'
import { createDirectory } from '../lmdb/directory.ts'

const TABLE = new URL('../../../../subgraphs/storage/mongo/SHARDING.md', import.meta.url)

test('every collection has its shard key stated, and none is stated that there is not', async () => {
  const stated = [...readFileSync(TABLE, 'utf8').matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name ?? '')
  const names = (await definitions()).map(({ name }) => name)
  expect(stated.toSorted()).toEqual([...new Set(names)].filter((name) => name !== 'demo').toSorted())
})

test('no index is unique: MongoDB keeps none such where the shard key is another', async () => {
  const unique = (await definitions()).flatMap(({ name, indexes }) =>
    indexes.filter((index) => index.unique === true).map((index) => `${name}.${index.name}`),
  )
  expect(unique).toEqual([])
})

test('what is named as a log of events is one, since a backup leaves it out by its name', async () => {
  const logs = (await definitions()).filter(({ name }) => isEventLog(name))
  expect(logs).toEqual(logs.map(({ name }) => topicsNamed(name)))
})

/** What the family opens its store with. */
async function definitions(): Promise<CollectionDefinition<never>[]> {
  const { directory, remove } = createDirectory()
  const house = await openHouse(readConfiguration(undefined, {}, { data: directory, log: { level: 'silent' } }))
  const found: CollectionDefinition<never>[] = []
  const storage: Storage = {
    ...house.storage,
    collection(definition) {
      found.push(definition as unknown as CollectionDefinition<never>)
      return house.storage.collection(definition)
    },
  }
  const family = createFamily({ ...house, storage }, { mediaUrl: '' })
  await Promise.all(Object.values(family).map(async (subgraph) => subgraph.stop?.()))
  await house.close()
  remove()
  return found
}

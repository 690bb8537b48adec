import { expect, test } from 'vitest'
import { type Metrics, silentMetrics } from '../../../../subgraphs/runtime/metrics/metrics.ts'
import { countStoreCalls } from '../../../../subgraphs/runtime/metrics/storeFigures.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { StorageError, type CollectionDefinition, type StoredDocument } from '../../../../subgraphs/storage/port.ts'

const FROGS: CollectionDefinition<StoredDocument> = { name: 'frogs', version: 1, indexes: [] }

test('calls to the store are counted by collection and method, failures by code, and passed on as they are', async () => {
  const seen: string[] = []
  const counter: Metrics['counter'] = (figure) => (values) =>
    void seen.push([figure.name, ...Object.values<string>(values)].join(' '))
  const storage = createMemoryStorage()
  const frogs = countStoreCalls(storage, { ...silentMetrics, counter }).collection(FROGS)
  expect(await frogs.insert({ _id: 'kermit' })).toBe('inserted')
  expect(await frogs.getMany(['kermit'])).toMatchObject([{ _id: 'kermit', rev: 1 }])
  await expect(frogs.page('none', {}, { limit: 1 })).rejects.toThrow(StorageError)
  expect(seen).toEqual([
    'concord_store_calls_total frogs insert',
    'concord_store_calls_total frogs getMany',
    'concord_store_calls_total frogs page',
    'concord_store_errors_total frogs STORE_MISUSE',
  ])
})

test('where nothing is counted, nothing stands between', () => {
  const storage = createMemoryStorage()
  expect(countStoreCalls(storage, silentMetrics)).toBe(storage)
})

import { expect, test } from 'vitest'
import { countCalls } from '../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { storageContract } from '../../contract/storage.ts'
import { loose, post, postIndexes } from '../../contract/storage/setting.ts'

storageContract({
  name: 'a counted store',
  async open(written) {
    const whole = createMemoryStorage(written && { written })
    // Calls are counted where domains make them; an operator's copies are not.
    const storage = { ...whole, ...countCalls(whole).storage }
    return { storage, dispose: () => storage.close() }
  },
})

test('calls are counted by collection and method, until the next reset', async () => {
  const counted = countCalls(createMemoryStorage())
  const posts = loose(counted.storage, { name: 'posts', version: 1, indexes: postIndexes })
  await posts.insert(post('a'))
  await posts.getMany(['a', 'b', 'c'])
  await posts.getMany(['a'])
  await posts.page('all', {}, { limit: 1 })
  expect(counted.calls()).toEqual({ 'posts.insert': 1, 'posts.getMany': 2, 'posts.page': 1 })
  expect(counted.total()).toBe(4)
  counted.reset()
  expect([counted.calls(), counted.total()]).toEqual([{}, 0])
})

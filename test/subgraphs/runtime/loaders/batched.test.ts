import { describe, expect, test } from 'vitest'
import { batched, byId } from '../../../../subgraphs/runtime/loaders/batched.ts'
import { shelf } from '../connections/shelf.ts'

describe('batched', () => {
  test('asks once for all keys of a tick, each once, and remembers', async () => {
    const asked: (readonly string[])[] = []
    const loader = batched(async (keys) => {
      asked.push(keys)
      return keys.map((key) => key.length)
    })
    expect(await Promise.all(['a', 'bb', 'a'].map((key) => loader.load(key)))).toEqual([1, 2, 1])
    expect(await loader.load('bb')).toBe(2)
    expect(asked).toEqual([['a', 'bb']])
  })
})

test('byId answers documents, null where there is none', async () => {
  const { collection } = await shelf([{ owner: 'ana', at: 1 }])
  const loader = byId(collection)
  expect(await Promise.all([loader.load('n0'), loader.load('n1')])).toMatchObject([{ _id: 'n0', owner: 'ana' }, null])
})

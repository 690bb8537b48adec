import { describe, expect, test } from 'vitest'
import type { StorageAdapter } from './setting.ts'
import { createSetting, expectRefusal, insertAll, loose, one, post, postIndexes, useStore } from './setting.ts'

export function lifecycleContract(adapter: StorageAdapter): void {
  describe('the life of a store', () => {
    const setting = useStore(adapter)

    test('check resolves while the store can be used', async () => {
      expect(await setting().storage.check()).toBeUndefined()
    })

    test('close waits for writes under way', async () => {
      const { posts, storage } = setting()
      await posts.insert(post('first'))
      const writes = [posts.insert(post('a')), posts.patch('first', {}, { inc: { n: 1 } }), posts.delete('nobody')]
      await storage.close()
      expect(await Promise.all(writes)).toMatchObject(['inserted', { n: 1 }, false])
    })

    test('after close every call is refused, and close may be called again', async () => {
      const { posts, storage } = setting()
      await posts.insert(post('a'))
      await storage.close()
      await storage.close()
      const calls = [
        () => posts.getMany(['a']),
        () => posts.insert(post('b')),
        () => posts.replace(post('a'), 1),
        () => posts.patch('a', {}, {}),
        () => posts.page('all', {}, { limit: 1 }),
        () => posts.countMany('all', [{}], 1),
        () => posts.delete('a'),
        () => storage.check(),
        () => loose(storage, { name: 'late', version: 1, indexes: postIndexes }).getMany(['a']),
      ]
      for (const call of calls) await expectRefusal(call, 'STORE_CLOSED')
    })

    test('a collection may be asked for again, at no cost', async () => {
      const { storage } = setting()
      const definition = { name: 'again', version: 1, indexes: [] }
      await loose(storage, definition).insert(post('a'))
      expect(await one(loose(storage, definition), 'a')).not.toBeNull()
    })

    test('what was written is there when the data is opened again', async () => {
      const { store, posts, storage } = setting()
      if (store.reopen === undefined) return
      await insertAll(posts, [post('a'), post('b', { tags: ['x'] })])
      await posts.delete('a')
      await storage.close()
      const again = createSetting({ ...store, storage: await store.reopen() })
      expect(await again.posts.getMany(['a', 'b'])).toMatchObject([null, { rev: 1 }])
      expect(await again.posts.countMany('byTag', [{ tags: 'x' }], 9)).toEqual([1])
    })

    test('the same data may be open twice in a process, and closed once', async () => {
      const { store, posts, storage } = setting()
      if (store.reopen === undefined) return
      const beside = createSetting({ ...store, storage: await store.reopen() })
      await posts.insert(post('a'))
      expect(await one(beside.posts, 'a')).not.toBeNull()
      await storage.close()
      expect(await beside.posts.patch('a', {}, { inc: { n: 1 } })).toMatchObject({ n: 1 })
      await expectRefusal(posts.getMany(['a']), 'STORE_CLOSED')
    })
  })
}

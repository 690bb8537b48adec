import { describe, expect, test } from 'vitest'
import type { StorageAdapter } from './setting.ts'
import { insertAll, one, post, useStore } from './setting.ts'

export function readContract(adapter: StorageAdapter): void {
  describe('getMany', () => {
    const setting = useStore(adapter)

    test('answers in the order of the ids, null where there is none, the same id as often as it is asked for', async () => {
      const { posts } = setting()
      await insertAll(posts, [post('a'), post('b')])
      const found = await posts.getMany(['b', 'nobody', 'a', 'b'])
      expect(found.map((document) => document?._id ?? null)).toEqual(['b', null, 'a', 'b'])
    })

    test('of no ids is nothing', async () => {
      expect(await setting().posts.getMany([])).toEqual([])
    })

    test('of ids that no document can have finds none', async () => {
      expect(await setting().posts.getMany(['', 'x'.repeat(513), 'é'.repeat(257)])).toEqual([null, null, null])
    })

    test('takes any number of ids in a call', async () => {
      const { posts } = setting()
      const documents = Array.from({ length: 500 }, (_, n) => post(`p${n}`, { n }))
      await insertAll(posts, documents)
      const ids = documents.map(({ _id }) => _id).toReversed()
      expect((await posts.getMany(ids)).map((document) => document?._id)).toEqual(ids)
    })

    test('shows the document as it was given, and its rev', async () => {
      const { posts } = setting()
      const fields = {
        text: 'héllo 👋\0!',
        nested: { list: [1, [2, null], { deep: true }] },
        empty: {},
        none: [],
        n: -0.5,
      }
      await posts.insert(post('a', fields))
      expect(await one(posts, 'a')).toEqual({ _id: 'a', rev: 1, author: 'ana', at: 1, tags: [], ...fields })
    })

    test('keeps a large document whole', async () => {
      const { posts } = setting()
      const text = 'Ω and some ASCII 👋 '.repeat(60_000)
      await posts.insert(post('a', { text }))
      expect((await one(posts, 'a'))?.['text']).toBe(text)
    })

    test('finds ids of any text, up to 512 bytes', async () => {
      const { posts } = setting()
      const ids = [
        'x'.repeat(512),
        'é'.repeat(256),
        'a\0b',
        '\0',
        '日本',
        '👋',
        'with space',
        '../..',
        '__proto__',
        '1',
      ]
      await insertAll(
        posts,
        ids.map((id) => post(id)),
      )
      expect((await posts.getMany(ids)).map((document) => document?._id)).toEqual(ids)
    })

    test('gives copies: what the caller does with them, or with what it gave, changes nothing', async () => {
      const { posts } = setting()
      const given = post('a', { tags: ['one'] })
      await posts.insert(given)
      ;(given['tags'] as string[]).push('two')
      const first = (await one(posts, 'a'))!
      ;(first['tags'] as string[]).push('three')
      expect((await one(posts, 'a'))?.['tags']).toEqual(['one'])
    })

    test('has half a surrogate pair as U+FFFD, in fields and in ids', async () => {
      const { posts } = setting()
      await posts.insert(post('a\uD800', { text: 'b\uDFFFc' }))
      expect(await one(posts, 'a\uFFFD')).toMatchObject({ _id: 'a\uFFFD', text: 'b\uFFFDc' })
      expect((await one(posts, 'a\uD800'))?._id).toBe('a\uFFFD')
    })

    test('keeps collections apart', async () => {
      const { posts } = setting()
      const others = setting().collection([])
      await posts.insert(post('a', { mine: true }))
      expect(await one(others, 'a')).toBeNull()
      expect(await others.insert(post('a', { mine: false }))).toBe('inserted')
      expect((await one(posts, 'a'))?.['mine']).toBe(true)
    })
  })
}

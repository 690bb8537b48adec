import { describe, expect, test } from 'vitest'
import type { StorageAdapter } from './setting.ts'
import { idsOf, insertAll, one, post, postIndexes, slugIndex, useStore, wrong } from './setting.ts'

export function writeContract(adapter: StorageAdapter): void {
  describe('insert', () => {
    const setting = useStore(adapter)

    test('gives the document rev 1, whatever rev came with it', async () => {
      const { posts } = setting()
      expect(await posts.insert(wrong({ ...post('a'), rev: 7 }))).toBe('inserted')
      expect(await one(posts, 'a')).toMatchObject({ rev: 1 })
    })

    test('of an _id that is taken is a conflict and changes nothing', async () => {
      const { posts } = setting()
      await posts.insert(post('a', { text: 'first' }))
      expect(await posts.insert(post('a', { text: 'second', author: 'bo' }))).toBe('conflict')
      expect(await one(posts, 'a')).toMatchObject({ text: 'first', rev: 1 })
      expect((await posts.page('byAuthor', { author: 'bo' }, { limit: 5 })).items).toEqual([])
    })

    test('of a unique value that is taken is a conflict and changes nothing', async () => {
      const posts = setting().collection([...postIndexes, slugIndex])
      await posts.insert(post('a', { slug: 'hello' }))
      expect(await posts.insert(post('b', { slug: 'hello', author: 'bo' }))).toBe('conflict')
      expect(await one(posts, 'b')).toBeNull()
      expect((await posts.page('byAuthor', { author: 'bo' }, { limit: 5 })).items).toEqual([])
      expect(idsOf(await posts.page('bySlug', { slug: 'hello' }, { limit: 5 }))).toEqual(['a'])
    })

    test('is unique over several fields together, and tells types and long values apart', async () => {
      const posts = setting().collection([{ name: 'pair', eq: ['from', 'to'], unique: true }])
      const long = 'x'.repeat(3_000)
      const pairs = [
        ['a', 'b'],
        ['ab', 'c'],
        ['a', 'bc'],
        ['b', 'a'],
        [1, '1'],
        ['1', 1],
        [true, 'true'],
        [long, `${long}y`],
      ]
      await insertAll(
        posts,
        pairs.map(([from, to], n) => ({ _id: `p${n}`, from, to })),
      )
      expect(await posts.insert({ _id: 'again', from: 'a', to: 'b' })).toBe('conflict')
      expect(await posts.insert({ _id: 'long', from: long, to: `${long}y` })).toBe('conflict')
    })
  })

  describe('replace', () => {
    const setting = useStore(adapter)

    test('with the rev of the document stores the next one, one rev higher', async () => {
      const { posts } = setting()
      await posts.insert(post('a', { old: true }))
      expect(await posts.replace(post('a', { text: 'new' }), 1)).toBe('replaced')
      expect(await one(posts, 'a')).toEqual({ ...post('a', { text: 'new' }), rev: 2 })
    })

    test('with another rev, or of a document that is gone, is a conflict and changes nothing', async () => {
      const { posts } = setting()
      await posts.insert(post('a'))
      await posts.replace(post('a', { text: 'second' }), 1)
      expect(await posts.replace(post('a', { text: 'late', author: 'bo' }), 1)).toBe('conflict')
      expect(await posts.replace(post('a', { text: 'early' }), 3)).toBe('conflict')
      expect(await posts.replace(post('gone'), 1)).toBe('conflict')
      expect(await one(posts, 'a')).toMatchObject({ text: 'second', rev: 2 })
      expect(await one(posts, 'gone')).toBeNull()
    })

    test('moves the document in every index', async () => {
      const { posts } = setting()
      await posts.insert(post('a', { tags: ['x', 'y'] }))
      await posts.replace(post('a', { author: 'bo', tags: ['y', 'z'] }), 1)
      const counts = await posts.countMany('byTag', [{ tags: 'x' }, { tags: 'y' }, { tags: 'z' }], 9)
      expect(counts).toEqual([0, 1, 1])
      expect(await posts.countMany('byAuthor', [{ author: 'ana' }, { author: 'bo' }], 9)).toEqual([0, 1])
    })

    test('of an unchanged unique value keeps it', async () => {
      const posts = setting().collection([slugIndex])
      await posts.insert({ _id: 'a', slug: 's' })
      expect(await posts.replace({ _id: 'a', slug: 's', text: 'more' }, 1)).toBe('replaced')
      expect(await posts.insert({ _id: 'b', slug: 's' })).toBe('conflict')
    })
  })

  describe('delete', () => {
    const setting = useStore(adapter)

    test('removes the document from the collection and from every index, once', async () => {
      const { posts } = setting()
      await posts.insert(post('a', { tags: ['x'] }))
      expect(await posts.delete('a')).toBe(true)
      expect(await posts.delete('a')).toBe(false)
      expect(await one(posts, 'a')).toBeNull()
      expect(await posts.countMany('byTag', [{ tags: 'x' }], 9)).toEqual([0])
      expect((await posts.page('all', {}, { limit: 5 })).items).toEqual([])
    })

    test('with a rev removes only the document that has it', async () => {
      const { posts } = setting()
      await posts.insert(post('a'))
      expect(await posts.delete('a', 2)).toBe(false)
      expect(await one(posts, 'a')).not.toBeNull()
      expect(await posts.delete('a', 1)).toBe(true)
    })

    test('frees the _id and the unique values', async () => {
      const posts = setting().collection([slugIndex])
      await posts.insert({ _id: 'a', slug: 's' })
      await posts.delete('a')
      expect(await posts.insert({ _id: 'b', slug: 's' })).toBe('inserted')
      expect(await posts.insert({ _id: 'a', slug: 't' })).toBe('inserted')
    })

    test('of an id that no document can have removes nothing', async () => {
      expect(await setting().posts.delete('')).toBe(false)
      expect(await setting().posts.delete('x'.repeat(600), 1)).toBe(false)
    })
  })
}

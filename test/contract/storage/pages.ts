import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import type { NewPost, StorageAdapter } from './setting.ts'
import { endOf, idsOf, insertAll, post, postIndexes, useStore, walk } from './setting.ts'

export function pageContract(adapter: StorageAdapter): void {
  describe('page', () => {
    const setting = useStore(adapter)

    test('gives the documents with equal eq in index order, ties by _id, in the direction of the index', async () => {
      const { posts } = setting()
      await insertAll(posts, [
        post('b'),
        post('a'),
        post('c', { at: 0 }),
        post('d', { author: 'bo' }),
        post('e', { at: 2 }),
      ])
      expect(idsOf(await posts.page('byAuthor', { author: 'ana' }, { limit: 9 }))).toEqual(['e', 'b', 'a', 'c'])
      expect(idsOf(await posts.page('byAuthorAsc', { author: 'ana' }, { limit: 9 }))).toEqual(['c', 'a', 'b', 'e'])
      expect(idsOf(await posts.page('all', {}, { limit: 9 }))).toEqual(['a', 'b', 'c', 'd', 'e'])
    })

    test('says whether more follows, also when the limit is exactly reached', async () => {
      const { posts } = setting()
      await insertAll(posts, [post('a'), post('b'), post('c')])
      const hasMore = async (limit: number): Promise<boolean> => (await posts.page('all', {}, { limit })).hasMore
      expect([await hasMore(2), await hasMore(3), await hasMore(4), await hasMore(1_000)]).toEqual([
        true,
        false,
        false,
        false,
      ])
      expect(await posts.page('byAuthor', { author: 'nobody' }, { limit: 5 })).toEqual({ items: [], hasMore: false })
    })

    test('goes on after a position, exclusive, also when the document at it is gone', async () => {
      const { posts } = setting()
      await insertAll(
        posts,
        [1, 2, 3, 4].map((at) => post(`p${at}`, { at })),
      )
      const first = await posts.page('byAuthor', { author: 'ana' }, { limit: 2 })
      expect(idsOf(first)).toEqual(['p4', 'p3'])
      const request = { limit: 2, after: endOf(first, 'at') }
      expect(idsOf(await posts.page('byAuthor', { author: 'ana' }, request))).toEqual(['p2', 'p1'])
      await posts.delete('p3')
      expect(idsOf(await posts.page('byAuthor', { author: 'ana' }, request))).toEqual(['p2', 'p1'])
      const end = await posts.page('byAuthor', { author: 'ana' }, { limit: 2, after: { order: 1, id: 'p1' } })
      expect(end).toEqual({ items: [], hasMore: false })
    })

    test('holds bounds on the order, open and closed, in both directions, with a position', async () => {
      const { posts } = setting()
      await insertAll(
        posts,
        [1, 2, 3, 4, 5].map((at) => post(`p${at}`, { at })),
      )
      const found = async (index: string, request: object): Promise<string> =>
        idsOf(await posts.page(index, { author: 'ana' }, { limit: 9, ...request })).join(' ')
      expect(await found('byAuthor', { range: { gt: 2 } })).toBe('p5 p4 p3')
      expect(await found('byAuthor', { range: { gte: 2, lt: 4 } })).toBe('p3 p2')
      expect(await found('byAuthorAsc', { range: { gt: 2, lte: 4 } })).toBe('p3 p4')
      expect(await found('byAuthorAsc', { range: { lte: 0 } })).toBe('')
      expect(await found('byAuthorAsc', { range: { gt: 4, lt: 2 } })).toBe('')
      expect(await found('byAuthor', { range: { gt: 1 }, after: { order: 4, id: 'p4' } })).toBe('p3 p2')
      expect(await found('byAuthor', { range: { lt: 4 }, after: { order: 9, id: 'x' } })).toBe('p3 p2 p1')
      expect(await found('byAuthorAsc', { range: { gt: 3 }, after: { order: 1, id: 'p1' } })).toBe('p4 p5')
    })

    test('of a field with an array finds the document under each element once, of an empty one nowhere', async () => {
      const { posts } = setting()
      await insertAll(posts, [post('a', { tags: ['x', 'y', 'x'] }), post('b', { tags: ['y'] }), post('c')])
      expect(idsOf(await posts.page('byTag', { tags: 'x' }, { limit: 9 }))).toEqual(['a'])
      expect(idsOf(await posts.page('byTag', { tags: 'y' }, { limit: 9 }))).toEqual(['b', 'a'])
      expect(idsOf(await posts.page('byTag', { tags: null }, { limit: 9 }))).toEqual([])
    })

    test('finds absent values under null', async () => {
      const posts = setting().collection([{ name: 'byMood', eq: ['mood.now'], order: 'since' }])
      await insertAll(posts, [
        { _id: 'a' },
        { _id: 'b', mood: null, since: 'x' },
        { _id: 'c', mood: { now: null }, since: null },
        { _id: 'd', mood: { now: 'glad' } },
      ])
      expect(idsOf(await posts.page('byMood', { 'mood.now': null }, { limit: 9 }))).toEqual(['a', 'c', 'b'])
      expect(await posts.countMany('byMood', [{ 'mood.now': null }, { 'mood.now': 'glad' }], 9)).toEqual([3, 1])
    })
  })

  describe('page over several values', () => {
    const setting = useStore(adapter)

    test('merges their entries in index order, each document once', async () => {
      const { posts } = setting()
      await insertAll(posts, [
        post('a', { tags: ['x', 'y'], at: 3 }),
        post('b', { tags: ['y'], at: 2 }),
        post('c', { tags: ['z'], at: 9 }),
        post('d', { tags: ['x'], at: 1 }),
      ])
      const both = { tags: ['y', 'x', 'nothing', 'x'] }
      expect(idsOf(await posts.page('byTag', both, { limit: 9 }))).toEqual(['a', 'b', 'd'])
      const first = await posts.page('byTag', both, { limit: 1 })
      expect(first.hasMore).toBe(true)
      const rest = await posts.page('byTag', both, { limit: 2, after: endOf(first, 'at') })
      expect([idsOf(rest), rest.hasMore]).toEqual([['b', 'd'], false])
    })

    test('of no value finds nothing', async () => {
      await setting().posts.insert(post('a'))
      const page = await setting().posts.page('byAuthor', { author: [] }, { limit: 5 })
      expect(page).toEqual({ items: [], hasMore: false })
    })

    test('takes 5,000 of them', async () => {
      const { posts } = setting()
      await insertAll(posts, [post('a', { author: 'w7' }), post('b', { author: 'w4999', at: 2 })])
      const author = Array.from({ length: 5_000 }, (_, n) => `w${n}`)
      expect(idsOf(await posts.page('byAuthor', { author }, { limit: 5 }))).toEqual(['b', 'a'])
    })

    test('is the sorted union of the pages of each value, whatever the documents', async () => {
      let run = 0
      const property = fc.asyncProperty(somePosts, fc.subarray(AUTHORS), limits, async (given, authors, limit) => {
        const posts = setting().collection(postIndexes, { name: `union${++run}` })
        await insertAll(posts, given)
        const wanted = given.filter(({ author }) => authors.includes(author as string)).toSorted(newestFirst)
        const found = await walk(posts, 'byAuthor', { author: authors }, { order: 'at', limit })
        expect(found).toEqual(wanted.map(({ _id }) => _id))
      })
      await fc.assert(property, { numRuns: Math.min(cases(15), 500), seed })
    })
  })

  describe('pages while others write', () => {
    const setting = useStore(adapter)

    test('show every document that stays exactly once, in order, whatever comes and goes', async () => {
      let run = 0
      const property = fc.asyncProperty(somePosts, somePosts, limits, async (stay, others, limit) => {
        const posts = setting().collection(postIndexes, { name: `stable${++run}` })
        await insertAll(posts, stay)
        const coming = others.map((other) => ({ ...other, _id: `other-${other._id}` }))
        const come = [...coming]
        const between = async (): Promise<void> => {
          const next = come.pop()
          if (next !== undefined) await posts.insert(next)
          if (come.length % 2 === 0) await posts.delete(coming.at(-1 - (come.length >> 1))?._id ?? '')
        }
        const seen = await walk(posts, 'byAuthor', { author: AUTHORS }, { order: 'at', limit, between })
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((id) => !id.startsWith('other'))).toEqual(stay.toSorted(newestFirst).map(({ _id }) => _id))
      })
      await fc.assert(property, { numRuns: Math.min(cases(15), 500), seed })
    })
  })
}

const AUTHORS = ['ana', 'bo', 'cem', 'dao']

/** Up to 30 posts of few authors and few times, so that ties are common. */
const somePosts: fc.Arbitrary<NewPost[]> = fc
  .array(fc.record({ author: fc.constantFrom(...AUTHORS), at: fc.integer({ min: 0, max: 6 }) }), { maxLength: 30 })
  .map((fields) => fields.map((field, n) => post(`d${n}`, field)))

const limits = fc.integer({ min: 1, max: 12 })

function newestFirst(left: NewPost, right: NewPost): number {
  return (right['at'] as number) - (left['at'] as number) || (left._id < right._id ? 1 : -1)
}

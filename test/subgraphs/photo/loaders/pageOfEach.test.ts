import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOfEach } from '../../../../subgraphs/photo/loaders/pageOfEach.ts'
import { openPhotoStore } from '../../../../subgraphs/photo/store.ts'
import { positionBy } from '../../../../subgraphs/runtime/connections/connections.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../../support/long.ts'

const INDEX = {
  name: 'byAuthor',
  owner: 'authorId',
  position: positionBy<{ _id: string; publishedAt: number }>('publishedAt'),
} as const

/** A store in which each author has one photo for each of their times. */
async function storeOf(times: readonly (readonly number[])[]) {
  const counted = countCalls(createMemoryStorage())
  const { photos } = openPhotoStore(counted.storage)
  const owners = times.map((_, index) => `author${index}`)
  for (const [index, own] of times.entries()) {
    for (const [number, publishedAt] of own.entries()) {
      const row = { picture: 'red-train', caption: null, takenAt: null, publishedAt }
      await photos.insert({ _id: `${owners[index]}-${number}`, authorId: `author${index}`, ...row })
    }
  }
  counted.reset()
  return { photos, owners, calls: () => counted.total() }
}

describe('pageOfEach', () => {
  it('answers what a page for each owner answers', async () => {
    const someTimes = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), { maxLength: 5 })
    const request = fc.record(
      {
        limit: fc.integer({ min: 1, max: 4 }),
        range: fc.record({ gt: fc.integer({ min: 0, max: 9 }) }),
        after: fc.record({ order: fc.integer({ min: 0, max: 9 }), id: fc.constant('author1-1') }),
      },
      { requiredKeys: ['limit'] },
    )
    await fc.assert(
      fc.asyncProperty(someTimes, request, async (times, asked) => {
        const { photos, owners } = await storeOf(times)
        const pages = await pageOfEach(photos, INDEX, owners, asked)
        for (const authorId of owners) {
          expect(pages.get(authorId)).toEqual(await photos.page('byAuthor', { authorId }, asked))
        }
      }),
      { seed, numRuns: cases(100) },
    )
  })

  it('reads once where the lists are about equally long', async () => {
    const { photos, owners, calls } = await storeOf(Array.from({ length: 20 }, () => [1, 2, 3]))
    await pageOfEach(photos, INDEX, owners, { limit: 2 })
    expect(calls()).toBe(1)
  })

  it('reads again when one list is in the way of the others, and ends', async () => {
    const { photos, owners, calls } = await storeOf([Array.from({ length: 50 }, () => 9), [1], []])
    const pages = await pageOfEach(photos, INDEX, owners, { limit: 2 })
    expect([...pages.values()].map((page) => page.items.length)).toEqual([2, 1, 0])
    expect(calls()).toBe(2)
  })
})

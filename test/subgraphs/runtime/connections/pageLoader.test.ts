import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPageLoader, type ListIndex, pageOfEach } from '../../../../subgraphs/runtime/connections/pageLoader.ts'
import { cases, seed } from '../../../support/long.ts'
import { type Note, shelf, written } from './shelf.ts'

const INDEX: ListIndex<Note> = { name: 'byOwner', owner: 'owner', order: 'at' }
const OPEN: ListIndex<Note> = { ...INDEX, name: 'byOwnerAndState', fixed: { state: 'open' } }
const names = ['a', 'b', 'c', 'd'] as const

const ABOUT: ListIndex<Note> = { name: 'byAbout', owner: 'about', order: 'at' }

const notes = fc.array(
  fc.record({
    owner: fc.constantFrom(...names),
    at: fc.nat(9),
    state: fc.constantFrom('open', 'closed'),
    about: fc.uniqueArray(fc.constantFrom(...names, 'others')),
  }),
  { maxLength: 60 },
)
const request = fc.record(
  {
    limit: fc.integer({ min: 1, max: 5 }),
    after: fc.record({ order: fc.nat(9), id: fc.constantFrom('n0', 'n5', 'n9') }),
  },
  { requiredKeys: ['limit'] },
)
const owners = fc.uniqueArray(fc.constantFrom(...names, 'nobody'), { minLength: 1 })
const range = fc.option(fc.record({ gt: fc.nat(9) }), { nil: undefined })

describe('the page of each owner', () => {
  test.each([
    ['of one field', INDEX],
    ['of several fields', OPEN],
    ['of an array', ABOUT],
  ])('in an index %s is what the owner’s own page would be', async (_kind, index) => {
    const rule = fc.asyncProperty(notes, owners, request, range, async (stored, asked, page, bounds) => {
      const { collection } = await shelf(stored)
      const pages = await pageOfEach(collection, { ...index, ...(bounds && { range: bounds }) }, asked, page)
      for (const owner of asked) {
        const own = { ...page, ...(bounds && { range: bounds }) }
        const eq = { ...index.fixed, [index.owner]: owner }
        expect(pages.get(owner)).toEqual(await collection.page(index.name, eq, own))
      }
    })
    await fc.assert(rule, { seed, numRuns: cases(150) })
  })

  test('takes one call where all have about equally much', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `o${index}`)
    const { collection, reads } = await shelf(many.flatMap((owner, index) => written(owner, 3, index)))
    await pageOfEach(collection, INDEX, many, { limit: 3 })
    expect(reads()).toBe(1)
  })

  test('takes one more call for those in whose way somebody is, and ends', async () => {
    const { collection, reads } = await shelf([...written('loud', 50, 9), ...written('a', 2, 1), ...written('b', 2, 2)])
    const found = await pageOfEach(collection, INDEX, ['a', 'loud', 'b'], { limit: 2 })
    expect([...found.values()].map(({ items, hasMore }) => [items.length, hasMore])).toEqual([
      [2, false],
      [2, true],
      [2, false],
    ])
    expect(reads()).toBe(2)
  })

  test('reads no more than the rest, each for itself, where everybody is in the way of those after them', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `o${index}`)
    const { collection, asked } = await shelf(many.flatMap((owner, index) => written(owner, 100, 100 - index)))
    const found = await pageOfEach(collection, INDEX, many, { limit: 2 })
    expect([...found.values()].every(({ items, hasMore }) => items.length === 2 && hasMore)).toBe(true)
    expect(asked().slice(0, 3)).toEqual([60, 57, 54])
    expect(
      asked()
        .slice(3)
        .every((limit) => limit <= 3),
    ).toBe(true)
    expect(asked().length).toBeLessThanOrEqual(3 + many.length)
  })

  test('of nobody takes no call', async () => {
    const { collection, reads } = await shelf([])
    expect((await pageOfEach(collection, INDEX, [], { limit: 2 })).size).toBe(0)
    expect(reads()).toBe(0)
  })

  test('of one owner reads no more than is asked for', async () => {
    const { collection, asked } = await shelf(written('a', 9, 1))
    await pageOfEach(collection, INDEX, ['a'], { limit: 2 })
    expect(asked()).toEqual([2])
  })
})

describe('a page loader', () => {
  const load = async (stored: Parameters<typeof shelf>[0]) => {
    const { collection, reads } = await shelf(stored)
    return { loader: createPageLoader(collection, INDEX), reads }
  }

  test('reads the pages of one tick together, those with another request apart', async () => {
    const { loader, reads } = await load(names.flatMap((owner) => written(owner, 2, 1)))
    const pages = await Promise.all([
      ...names.map((owner) => loader.load({ owner, request: { limit: 2 } })),
      loader.load({ owner: 'a', request: { limit: 1 } }),
    ])
    expect(pages.map(({ items, hasMore }) => [items.length, hasMore])).toEqual([
      ...names.map(() => [2, false]),
      [1, true],
    ])
    expect(reads()).toBe(2)
  })

  test('remembers a page until it is told to forget', async () => {
    const { loader, reads } = await load(written('a', 2, 1))
    await loader.load({ owner: 'a', request: { limit: 2 } })
    await loader.load({ owner: 'a', request: { limit: 2 } })
    expect(reads()).toBe(1)
    loader.clearAll()
    await loader.load({ owner: 'a', request: { limit: 2 } })
    expect(reads()).toBe(2)
  })
})

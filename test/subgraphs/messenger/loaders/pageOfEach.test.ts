import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OwnedIndex, pageOfEach } from '../../../../subgraphs/messenger/loaders/pageOfEach.ts'
import { positionBy } from '../../../../subgraphs/runtime/connections/connections.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { StoredDocument } from '../../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../../support/long.ts'

interface Note extends StoredDocument {
  readonly owner: string
  readonly at: number
}

const INDEX: OwnedIndex<Note> = { name: 'byOwner', owner: 'owner', position: positionBy('at') }

async function shelf(notes: readonly Pick<Note, 'owner' | 'at'>[]) {
  const counted = countCalls(createMemoryStorage())
  const collection = counted.storage.collection<Note>({
    name: 'notes',
    version: 1,
    indexes: [{ name: 'byOwner', eq: ['owner'], order: 'at', dir: 'desc' }],
  })
  for (const [index, note] of notes.entries()) await collection.insert({ _id: `n${index}`, ...note })
  return { collection, pages: () => counted.calls()['notes.page'] ?? 0 }
}

const written = (owner: string, times: number, at: number) => Array.from({ length: times }, () => ({ owner, at }))

describe('the page of each owner', () => {
  test('is what the owner’s own page would be', async () => {
    const note = fc.record({ owner: fc.constantFrom('a', 'b', 'c', 'd'), at: fc.nat(9) })
    const owners = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'nobody'), { minLength: 1 })
    const after = fc.option(fc.record({ order: fc.nat(9), id: fc.constantFrom('n0', 'n5', 'n9') }), { nil: undefined })
    const rule = fc.asyncProperty(
      fc.array(note, { maxLength: 40 }),
      owners,
      fc.integer({ min: 1, max: 5 }),
      after,
      async (notes, asked, limit, after) => {
        const { collection } = await shelf(notes)
        const request = { limit, range: { gt: 1 }, ...(after && { after }) }
        const pages = await pageOfEach(collection, INDEX, asked, request)
        for (const owner of asked) {
          expect(pages.get(owner)).toEqual(await collection.page('byOwner', { owner }, request))
        }
      },
    )
    await fc.assert(rule, { seed, numRuns: cases(200) })
  })

  test('takes one call where all have about equally much', async () => {
    const owners = Array.from({ length: 100 }, (_, index) => `o${index}`)
    const { collection, pages } = await shelf(owners.flatMap((owner, index) => written(owner, 3, index)))
    await pageOfEach(collection, INDEX, owners, { limit: 3 })
    expect(pages()).toBe(1)
  })

  test('takes one more call for each who is in the others’ way', async () => {
    const { collection, pages } = await shelf([...written('loud', 50, 9), ...written('a', 2, 1), ...written('b', 2, 2)])
    const found = await pageOfEach(collection, INDEX, ['a', 'loud', 'b'], { limit: 2 })
    expect([...found.values()].map(({ items, hasMore }) => [items.length, hasMore])).toEqual([
      [2, false],
      [2, true],
      [2, false],
    ])
    expect(pages()).toBe(2)
  })

  test('of nobody takes no call', async () => {
    const { collection, pages } = await shelf([])
    expect((await pageOfEach(collection, INDEX, [], { limit: 2 })).size).toBe(0)
    expect(pages()).toBe(0)
  })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dueItems,
  itemOperations,
  leaseItems,
  type OutboxState,
  retryAt,
  turnGuard,
  withItem,
  withoutItem,
} from '../../../../subgraphs/runtime/outbox/state.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../../support/long.ts'
import { PARCELS } from './parcels.ts'

test('what is put anew has forgotten its tries and its lease', () => {
  const put = withItem(undefined, 'red', 5)
  const leased = leaseItems(put, ['red'], { lease: 'mine', until: 30, mostTries: 3 })
  expect(leased.items).toEqual({ red: { due: 30, lease: 'mine', tries: 1 } })
  expect(withItem(leased, 'red', 7).items).toEqual(withItem(undefined, 'red', 7).items)
})

test('what is tried again has forgotten its lease only', () => {
  const leased = leaseItems(withItem(undefined, 'red', 5), ['red'], { lease: 'mine', until: 30, mostTries: 3 })
  expect(retryAt(leased, 'red', 9)).toEqual({
    ...leased,
    due: 9,
    turn: 3,
    items: { red: { due: 9, lease: null, tries: 1 } },
  })
})

test('a lease keeps others away until it is over', () => {
  const leased = leaseItems(withItem(undefined, 'red', 5), ['red'], { lease: 'mine', until: 30, mostTries: 3 })
  expect([dueItems(leased, 29), dueItems(leased, 30)]).toEqual([[], ['red']])
})

test('tries are never more than there may be', () => {
  let outbox = withItem(undefined, 'red', 0)
  for (let times = 0; times < 5; times++)
    outbox = leaseItems(outbox, ['red'], { lease: 'mine', until: 0, mostTries: 3 })
  expect(outbox.items['red']?.tries).toBe(3)
})

test('a write guarded by the turn loses to every write of the items since', async () => {
  const parcels = createMemoryStorage().collection(PARCELS)
  await parcels.insert({ _id: 'a', sent: {}, failure: null })
  const seen = (await parcels.getMany(['a']))[0]!
  expect(await parcels.patch('a', {}, itemOperations('red', 5))).toMatchObject({ outbox: { waiting: true, turn: 1 } })
  expect(await parcels.patch('a', turnGuard(seen), { set: { outbox: withItem(seen.outbox, 'blue', 1) } })).toBeNull()
})

test.each(['', 'a.b', '$set', '__proto__', '1st', 'käse', 'a'.repeat(65)])('no item may be called %j', (name) => {
  expect(() => withItem(undefined, name, 0)).toThrow(TypeError)
  expect(() => itemOperations(name, 0)).toThrow(TypeError)
})

const names = fc.constantFrom('red', 'blue', 'green')
const step = fc.record({ how: fc.nat({ max: 4 }), name: names, due: fc.nat({ max: 20 }) })

test('an outbox never says that it is due later than one of its items, and its turn only grows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const parcels = createMemoryStorage().collection(PARCELS)
      await parcels.insert({ _id: 'a', sent: {}, failure: null })
      let turn = 0
      for (const each of steps) {
        const before = (await parcels.getMany(['a']))[0]?.outbox
        const after = await parcels.patch('a', {}, changed(before, each))
        expectSound(after?.outbox, turn)
        turn = after?.outbox?.turn ?? 0
      }
    }),
    { numRuns: cases(100), seed },
  )
})

function changed(outbox: OutboxState | undefined, { how, name, due }: { how: number; name: string; due: number }) {
  if (how === 0) return itemOperations(name, due)
  if (how === 1) return { set: { outbox: withoutItem(outbox, name) } }
  if (how === 2 && outbox) return { set: { outbox: retryAt(outbox, name, due) } }
  if (how === 3 && outbox) {
    return {
      set: { outbox: leaseItems(outbox, dueItems(outbox, due), { lease: 'mine', until: due + 5, mostTries: 3 }) },
    }
  }
  return { set: { outbox: withItem(outbox, name, due) } }
}

function expectSound(outbox: OutboxState | undefined, turnBefore: number): void {
  const dues = Object.values(outbox?.items ?? {}).map(({ due }) => due)
  expect(outbox?.waiting).toBe(dues.length > 0)
  expect(outbox?.due).toBeLessThanOrEqual(Math.min(...dues, Infinity))
  expect(outbox?.turn).toBeGreaterThan(turnBefore)
}

import { expect, test } from 'vitest'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { postOffice } from './parcels.ts'

async function backlog(count: number) {
  const counted = countCalls(createMemoryStorage())
  const office = postOffice({ storage: counted.storage, concurrency: 4 })
  for (let parcel = 0; parcel < count; parcel++) await office.put(`p${parcel}`, 'red')
  counted.reset()
  return { ...office, calls: () => counted.calls() }
}

test('what waits is read in pages, and each of it is tried once', async () => {
  const office = await backlog(300)
  expect(await office.outbox.drain()).toBe(300)
  expect(new Set(office.tried).size).toBe(300)
})

test('the earliest is tried first', async () => {
  const office = await backlog(150)
  await office.clock.advance(1)
  await office.put('late', 'red')
  await office.outbox.drain()
  expect(office.tried.indexOf('late/red 1')).toBeGreaterThanOrEqual(128)
})

test('processes that work on the same backlog seldom race for the same document', async () => {
  const office = await backlog(300)
  const all = [office.outbox, office.another(), office.another()]
  await Promise.all(all.map((outbox) => outbox.drain()))
  expect(office.tried).toHaveLength(300)
  // One claim and one settlement each, were nobody ever faster.
  expect(office.calls()['parcels.patch']).toBeLessThan(1.25 * 2 * 300)
})

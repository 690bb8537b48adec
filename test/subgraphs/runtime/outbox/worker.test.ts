import { expect, test } from 'vitest'
import { EMPTY_OUTBOX, itemOperations, withItem } from '../../../../subgraphs/runtime/outbox/state.ts'
import type { Collection } from '../../../../subgraphs/storage/port.ts'
import { keptLog, LEASE_MS, MOST_TRIES, type Parcel, postOffice } from './parcels.ts'

const now = Promise.resolve()
const never = (): Promise<never> => new Promise(() => {})
const fails = (): Promise<never> => Promise.reject(Object.assign(new Error('for Ada only'), { code: 'ECONNREFUSED' }))

test('what was put is tried by whoever is nudged, and taken out', async () => {
  const office = postOffice()
  await office.put('a', 'red', 'blue')
  office.outbox.nudge('parcels', 'a')
  await office.clock.advance(0)
  expect(office.tried).toEqual(['a/red 1', 'a/blue 1'])
  expect(await office.read('a')).toMatchObject({ sent: { red: 1, blue: 1 }, outbox: { waiting: false, items: {} } })
})

test('without a nudge it is found at the next poll', async () => {
  const office = postOffice()
  office.outbox.start()
  await office.clock.advance(0)
  await office.put('a', 'red')
  await office.clock.advance(1_000)
  expect(office.tried).toEqual(['a/red 1'])
  await office.outbox.stop()
  expect(office.clock.waiting()).toEqual([])
})

test('what is due later waits until then', async () => {
  const office = postOffice()
  await office.parcels.insert({ _id: 'a', sent: {}, failure: null })
  await office.parcels.patch('a', {}, itemOperations('red', office.clock.wall() + 5_000))
  expect(await office.outbox.drain()).toBe(0)
  expect((await office.read('a'))?.outbox?.due).toBe(office.clock.wall() + 5_000)
  await office.clock.advance(5_000)
  expect(await office.outbox.drain()).toBe(1)
})

test('what fails is tried again after a back-off, and given up after the last try', async () => {
  const office = postOffice({ act: fails })
  await office.put('a', 'red')
  office.outbox.start()
  await office.clock.advance(60_000)
  await office.outbox.stop()
  expect(office.tried).toEqual(['a/red 1', 'a/red 2', 'a/red 3'])
  expect(await office.read('a')).toMatchObject({ failure: 'red', outbox: { waiting: false } })
  expect(office.outbox.figures()).toMatchObject([{ collection: 'parcels', tried: 3, failed: 3, givenUp: 1 }])
})

test('a process that died leaves a lease that ends; another one goes on', async () => {
  const office = postOffice()
  await office.put('a', 'red')
  office.another({ act: never }).nudge('parcels', 'a')
  await office.clock.advance(LEASE_MS - 1)
  expect(await office.outbox.drain()).toBe(0)
  await office.clock.advance(1)
  expect(await office.outbox.drain()).toBe(1)
  expect(office.tried).toEqual(['a/red 1', 'a/red 2'])
})

test('a last try that nobody heard of again is given up without another', async () => {
  const office = postOffice({ act: never })
  await office.put('a', 'red')
  office.outbox.start()
  for (let tries = 0; tries <= MOST_TRIES; tries++) await office.clock.advance(LEASE_MS + 1_000)
  expect(office.tried).toHaveLength(MOST_TRIES)
  expect(await office.read('a')).toMatchObject({ failure: 'red', outbox: { waiting: false } })
  await office.outbox.stop()
})

test('a result counts nothing when the item was put anew meanwhile', async () => {
  let tries = 0
  const office = postOffice({
    act: async ({ tries: own }) => {
      if (++tries === 1) await office.put('a', 'red')
      expect(own).toBe(1)
    },
  })
  await office.put('a', 'red')
  expect(await office.outbox.drain()).toBe(2)
  expect((await office.read('a'))?.sent).toEqual({ red: 1 })
})

test('a result is written onto what others have made of the document meanwhile', async () => {
  const office = postOffice({
    act: async () => void (await office.parcels.patch('a', {}, { set: { 'sent.blue': 7 } })),
    settle: (current, outbox) => ({ outbox, set: { 'sent.red': current.sent['blue'] } }),
  })
  await office.put('a', 'red')
  await office.outbox.drain()
  expect(await office.read('a')).toMatchObject({ sent: { red: 7, blue: 7 }, outbox: { waiting: false } })
})

test('a document that others write all the time is settled by what matters of it alone', async () => {
  const busy = (collection: Collection<Parcel>): Collection<Parcel> => ({
    ...bound(collection),
    async patch(id, guard, operations) {
      await collection.patch(id, {}, { inc: { 'sent.others': 1 } })
      return collection.patch(id, guard, operations)
    },
  })
  const office = postOffice({ collection: busy, settle: (_current, outbox) => ({ outbox, guard: {} }) })
  await office.put('a', 'red')
  expect(await office.outbox.drain()).toBe(1)
  expect((await office.read('a'))?.outbox?.waiting).toBe(false)
})

test('whatever outbox a handler makes, its turn is a new one', async () => {
  const office = postOffice({ settle: () => ({ outbox: EMPTY_OUTBOX }) })
  await office.put('a', 'red')
  await office.outbox.drain()
  expect((await office.read('a'))?.outbox).toEqual({ ...EMPTY_OUTBOX, turn: 3 })
})

test('a handler may put its item anew', async () => {
  const office = postOffice({
    settle: ({ _id }, outbox) => ({
      outbox: withItem(outbox, 'red', office.clock.wall() + 60_000),
      set: { failure: _id },
    }),
  })
  await office.put('a', 'red')
  expect(await office.outbox.drain()).toBe(1)
  await office.clock.advance(60_000)
  expect(await office.outbox.drain()).toBe(1)
  expect(office.tried).toEqual(['a/red 1', 'a/red 1'])
})

test('a handler may remove its document', async () => {
  const office = postOffice({ act: async ({ document }) => void (await office.parcels.delete(document._id)) })
  await office.put('a', 'red', 'blue')
  expect(await office.outbox.drain()).toBe(2)
  expect(await office.read('a')).toBeNull()
})

test('what a handler breaks as it settles is tried again, and bars nobody', async () => {
  const log = keptLog()
  const office = postOffice({
    log,
    settle: ({ _id, sent }, outbox) => {
      if (_id === 'a') throw new Error('for Ada only')
      return { outbox, set: { sent: { ...sent, red: 1 } } }
    },
  })
  await office.put('a', 'red')
  await office.put('b', 'red')
  office.outbox.start()
  await office.clock.advance(LEASE_MS - 1)
  await office.outbox.stop()
  expect(office.tried.filter((tried) => tried.startsWith('a'))).toHaveLength(MOST_TRIES)
  expect(await office.read('a')).toMatchObject({ failure: 'red' })
  expect(await office.read('b')).toMatchObject({ sent: { red: 1 } })
  expect(JSON.stringify(log.lines)).not.toContain('Ada')
})

test('a store that is away for a while stops nothing', async () => {
  const away = { is: true }
  const log = keptLog()
  const unavailable = (): Promise<never> => Promise.reject(Object.assign(new Error(), { code: 'STORE_UNAVAILABLE' }))
  const office = postOffice({
    log,
    collection: (collection) => ({
      ...bound(collection),
      page: (...all) => (away.is ? unavailable() : collection.page(...all)),
      patch: (...all) => (away.is ? unavailable() : collection.patch(...all)),
    }),
  })
  await office.put('a', 'red')
  office.outbox.start()
  office.outbox.nudge('parcels', 'a')
  await office.clock.advance(3_000)
  expect(office.tried).toEqual([])
  expect(JSON.stringify(log.lines)).toContain('STORE_UNAVAILABLE')
  away.is = false
  await office.clock.advance(1_000)
  expect(office.tried).toEqual(['a/red 1'])
  await office.outbox.stop()
})

test('what hangs keeps others waiting no longer than its lease', async () => {
  const office = postOffice({ concurrency: 2, act: ({ document }) => (document._id === 'd' ? now : never()) })
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await office.put(id, 'red')
  office.outbox.start()
  await office.clock.advance(LEASE_MS - 1)
  expect(office.tried.filter((tried) => !tried.startsWith('d'))).toHaveLength(2)
  await office.clock.advance(2 * LEASE_MS)
  expect(await office.read('d')).toMatchObject({ sent: { red: 1 } })
  await Promise.all([office.outbox.stop(), office.clock.advance(LEASE_MS)])
})

test('what cannot be claimed keeps nobody waiting', async () => {
  const poisoned = (collection: Collection<Parcel>): Collection<Parcel> => ({
    ...bound(collection),
    patch: (id, ...all) => (id.startsWith('bad') ? Promise.reject(new Error('poison')) : collection.patch(id, ...all)),
  })
  const office = postOffice({ collection: poisoned })
  for (let bad = 0; bad < 128; bad++) await office.put(`bad${bad}`, 'red')
  await office.clock.advance(1)
  await office.put('good', 'red')
  expect(await office.outbox.drain()).toBe(1)
})

test('a nudge goes ahead of what a poll has found', async () => {
  const act = async (): Promise<void> => office.clock.wait(1_000)
  const office = postOffice({ concurrency: 1, act })
  for (const id of ['a', 'b', 'c']) await office.put(id, 'red')
  office.outbox.start()
  await office.clock.advance(0)
  await office.put('new', 'red')
  office.outbox.nudge('parcels', 'new')
  await office.clock.advance(5_000)
  expect(office.tried.indexOf('new/red 1')).toBe(1)
  await office.outbox.stop()
})

test('a nudge finds what it is about, also where reads are a turn old', async () => {
  const old = (collection: Collection<Parcel>): Collection<Parcel> => ({
    ...bound(collection),
    async getMany(ids) {
      const read = await collection.getMany(ids)
      await office.put('a', 'blue')
      return read
    },
  })
  const office = postOffice({ collection: old })
  await office.put('a', 'red')
  office.outbox.nudge('parcels', 'a')
  await office.clock.advance(0)
  expect(office.tried).toEqual(['a/red 1', 'a/blue 1'])
})

test('a drain does what a try puts elsewhere', async () => {
  const office = postOffice({ act: async ({ document }) => (document._id === 'a' ? office.put('b', 'red') : now) })
  await office.put('a', 'red')
  expect(await office.outbox.drain()).toBe(2)
})

test('a drain looks again where somebody else was faster', async () => {
  let looks = 0
  const faster = (collection: Collection<Parcel>): Collection<Parcel> => ({
    ...bound(collection),
    async page(...all) {
      const page = await collection.page(...all)
      if (++looks === 1) await office.put('a', 'blue')
      return page
    },
  })
  const office = postOffice({ collection: faster })
  await office.put('a', 'red')
  expect(await office.outbox.drain()).toBe(2)
})

test('a stop waits for what is under way, and takes nothing more', async () => {
  let end = (): void => {}
  const held = new Promise<void>((resolve) => (end = resolve))
  const office = postOffice({ concurrency: 1, act: () => held })
  await office.put('a', 'red')
  await office.put('b', 'red')
  office.outbox.nudge('parcels', 'a')
  await office.clock.advance(0)
  office.outbox.nudge('parcels', 'b')
  const stopped = office.outbox.stop()
  end()
  await stopped
  expect(await office.read('a')).toMatchObject({ sent: { red: 1 } })
  office.outbox.nudge('parcels', 'b')
  await office.clock.advance(10_000)
  expect(office.tried).toEqual(['a/red 1'])
})

test('it says how far behind it is', async () => {
  const office = postOffice({ act: fails })
  await office.put('a', 'red')
  await office.clock.advance(90_000)
  office.outbox.start()
  await office.clock.advance(0)
  expect(office.outbox.figures()).toEqual([
    { collection: 'parcels', tried: 1, failed: 1, givenUp: 0, oldestDueMs: 90_000 },
  ])
  await office.clock.advance(60_000)
  expect(office.outbox.figures()).toMatchObject([{ tried: 3, failed: 3, givenUp: 1, oldestDueMs: 0 }])
  await office.outbox.stop()
})

/** The methods of a collection, to be replaced one by one. */
function bound(collection: Collection<Parcel>): Collection<Parcel> {
  return {
    getMany: (ids) => collection.getMany(ids),
    insert: (document) => collection.insert(document),
    replace: (next, rev) => collection.replace(next, rev),
    patch: (id, guard, operations) => collection.patch(id, guard, operations),
    page: (index, eq, request) => collection.page(index, eq, request),
    countMany: (index, equalities, cap) => collection.countMany(index, equalities, cap),
    delete: (id, rev) => collection.delete(id, rev),
  }
}

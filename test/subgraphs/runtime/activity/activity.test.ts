import { describe, expect, test } from 'vitest'
import { openActivity } from '../../../../subgraphs/runtime/activity/activity.ts'
import { publishedFigure } from '../../../../subgraphs/runtime/activity/publishedFigure.ts'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `person${index}`)
const noteAll = (storage: Storage, count: number, at: number) =>
  Promise.all(people(count).map((person) => openActivity(storage, 'pond').note(person, at)))

test('a count is published in tens, from ten on', () => {
  expect([0, 9, 10, 19, 20, 221].map(publishedFigure)).toEqual([null, null, 10, 10, 20, 220])
})

describe('noting', () => {
  test('reads and writes once a day for each person, however often they act', async () => {
    const counted = countCalls(createMemoryStorage())
    const activity = openActivity(counted.storage, 'pond')
    for (let hour = 0; hour < 13; hour++) await activity.note('ana', TEST_START + hour * 3_600_000)
    expect(counted.calls()).toEqual({ 'pond_activity.getMany': 1, 'pond_activity.insert': 1 })
    await activity.note('ana', TEST_START + DAY_MS)
    expect(counted.calls()).toEqual({
      'pond_activity.getMany': 2,
      'pond_activity.insert': 1,
      'pond_activity.patch': 1,
    })
  })

  test('at once, by several processes, on two days, loses neither', async () => {
    const storage = createMemoryStorage()
    const acts = [0, 1, 0, 1, 1, 0].flatMap((day) => noteAll(storage, 10, TEST_START + day * DAY_MS))
    await Promise.all(acts)
    expect(await openActivity(storage, 'pond').figure(TEST_START + DAY_MS)).toBe(10)
    expect(await openActivity(storage, 'pond').figure(TEST_START + 31 * DAY_MS)).toBe(10)
    expect(await openActivity(storage, 'pond').figure(TEST_START + 32 * DAY_MS)).toBeNull()
  })
})

describe('the figure', () => {
  test('is made once a day with one counting call, whoever asks', async () => {
    const counted = countCalls(createMemoryStorage())
    await noteAll(counted.storage, 12, TEST_START - DAY_MS)
    counted.reset()
    const [one, other] = [openActivity(counted.storage, 'pond'), openActivity(counted.storage, 'pond')]
    const asked = [one, other, one, other].map((activity) => activity.figure(TEST_START))
    expect(await Promise.all(asked)).toEqual([10, 10, 10, 10])
    expect(await openActivity(counted.storage, 'pond').figure(TEST_START)).toBe(10)
    expect(counted.calls()['pond_activity.countMany']).toBeLessThanOrEqual(2)
    counted.reset()
    expect(await one.figure(TEST_START)).toBe(10)
    expect(counted.calls()).toEqual({})
  })

  test('that could not be made is made with the next question', async () => {
    const { storage } = countCalls(createMemoryStorage())
    await noteAll(storage, 10, TEST_START - DAY_MS)
    let fails = true
    const failing: Storage = {
      ...storage,
      collection(definition) {
        const collection = storage.collection(definition)
        const countMany: typeof collection.countMany = (...asked) =>
          fails ? Promise.reject(new Error('down')) : collection.countMany(...asked)
        return { ...collection, countMany }
      },
    }
    const activity = openActivity(failing, 'pond')
    await expect(activity.figure(TEST_START)).rejects.toThrow('down')
    fails = false
    expect(await activity.figure(TEST_START)).toBe(10)
  })
})

import { expect, test } from 'vitest'
import { createWithheldCounter } from '../../../../subgraphs/accounts/ledger/withheld.ts'
import { WITHHELD } from '../../../../subgraphs/accounts/rows.ts'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Collection } from '../../../../subgraphs/storage/port.ts'
import type { WithheldRow } from '../../../../subgraphs/accounts/rows.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
const ADS = 'messenger>social>ADS'

function counter(change: (collection: Collection<WithheldRow>) => Collection<WithheldRow> = (same) => same) {
  const clock = createManualClock(NOON)
  const counted = countCalls(createMemoryStorage())
  const collection = counted.storage.collection(WITHHELD)
  const made = createWithheldCounter({ collection: change(collection), clock, log: silentLog })
  const stored = async () => (await collection.getMany(['ada:2026-11-22']))[0]?.counts ?? {}
  return { ...made, clock, collection, stored, total: () => counted.total() }
}

test('nothing is stored when it is counted, all of it within five seconds', async () => {
  const one = counter()
  for (let times = 0; times < 3; times++) one.count('ada', ADS, one.clock.wall())
  one.count('ada', 'photo>social>ADS', one.clock.wall())
  await one.clock.advance(3_000)
  expect(one.total()).toBe(0)
  one.count('ada', ADS, one.clock.wall())
  await one.clock.advance(2_000)
  expect(await one.stored()).toEqual({ [ADS]: 4, 'photo>social>ADS': 1 })
})

test('days are those of UTC, and each goes on where it was', async () => {
  const one = counter()
  one.count('ada', ADS, one.clock.wall())
  await one.clock.advance(5_000)
  one.count('ada', ADS, one.clock.wall())
  one.count('ada', ADS, NOON + 12 * 3_600_000)
  await one.clock.advance(5_000)
  expect(await one.stored()).toEqual({ [ADS]: 2 })
  expect((await one.collection.getMany(['ada:2026-11-23']))[0]?.counts).toEqual({ [ADS]: 1 })
})

test('two processes add up', async () => {
  const one = counter()
  const other = createWithheldCounter({ collection: one.collection, clock: one.clock, log: silentLog })
  one.count('ada', ADS, NOON)
  other.count('ada', ADS, NOON)
  await Promise.all([one.stop(), other.stop()])
  expect(await one.stored()).toEqual({ [ADS]: 2 })
})

test('what a store refuses is tried again', async () => {
  let down = true
  const refusing = (collection: Collection<WithheldRow>): Collection<WithheldRow> => ({
    ...collection,
    getMany: (ids) => collection.getMany(ids),
    insert: (document) => collection.insert(document),
    patch: (...all) => (down ? Promise.reject(new Error('down')) : collection.patch(...all)),
  })
  const one = counter(refusing)
  one.count('ada', ADS, NOON)
  await one.clock.advance(5_000)
  down = false
  await one.clock.advance(5_000)
  expect(await one.stored()).toEqual({ [ADS]: 1 })
})

test('a stop flushes what was counted', async () => {
  const one = counter()
  one.count('ada', ADS, NOON)
  await one.stop()
  expect(await one.stored()).toEqual({ [ADS]: 1 })
})

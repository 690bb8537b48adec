import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { callInternalOperation, indexOperations } from '../../../../subgraphs/runtime/internal/callInternal.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { startHeartbeat } from '../../../../subgraphs/runtime/processes/heartbeat.ts'
import { BEAT_MS, MOST_PROCESSES, openProcessBook } from '../../../../subgraphs/runtime/processes/processes.ts'
import { processReports, remoteProcessBook } from '../../../../subgraphs/runtime/processes/remoteBook.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const HOUR = 3_600_000
const self = {
  id: 'p1',
  role: 'subgraph photo',
  version: '1.0.0',
  node: 'v20.19.0',
  host: 'one',
  pid: 7,
  keys: { permanent: 'p', root: 'r', token: 't' },
  startedAt: TEST_START,
}
const reportOf = (id: string) => ({ ...self, id, clocksDiffer: false })

function opened() {
  const clock = createManualClock(TEST_START)
  return { clock, book: openProcessBook(createMemoryStorage(), clock) }
}

describe('a process', () => {
  test('says that it is there, again every 10 s, and that it ends', async () => {
    const { clock, book } = opened()
    let clocksDiffer = false
    const heartbeat = startHeartbeat({ book, self, clocksDiffer: () => clocksDiffer, clock, log: silentLog })
    await clock.advance(1)
    clocksDiffer = true
    await clock.advance(BEAT_MS)
    expect(await book.list()).toMatchObject([{ _id: 'p1', seenAt: TEST_START + BEAT_MS, clocksDiffer: true, rev: 2 }])
    await heartbeat.stop()
    expect(await book.list()).toEqual([])
  })

  test('that cannot say so runs on, says it in the log once, and ends all the same', async () => {
    const { clock } = opened()
    const warnings: string[] = []
    const log = { ...silentLog, warn: (_: object, message: string) => void warnings.push(message) }
    const book = { put: () => Promise.reject(new Error('away')), forget: () => new Promise<void>(() => undefined) }
    const heartbeat = startHeartbeat({ book, self, clocksDiffer: () => false, clock, log })
    await clock.advance(3 * BEAT_MS)
    expect(warnings).toEqual(['this process could not say that it is there'])
    const stopped = heartbeat.stop()
    await clock.advance(500)
    await stopped
  })
})

describe('the book of processes', () => {
  test('forgets after an hour those that ended without saying so', async () => {
    const { clock, book } = opened()
    await book.put(reportOf('old'))
    await clock.advance(HOUR)
    await book.put(reportOf('late'))
    await clock.advance(1)
    await book.put(reportOf('new'))
    expect((await book.list()).map(({ _id }) => _id)).toEqual(['late', 'new'])
  })

  test('holds so many at the most, however often they start', async () => {
    const { clock, book } = opened()
    for (let start = 0; start < MOST_PROCESSES + 3; start++) {
      await book.put(reportOf(`p${start}`))
      clock.shiftWall(1)
    }
    const rows = await book.list()
    expect([rows.length, rows[0]?._id]).toEqual([MOST_PROCESSES, 'p3'])
  })

  test('is written by accounts for a gateway, and for nobody else', async () => {
    const { book } = opened()
    const operations = indexOperations('accounts', [processReports(book)])
    const callAs = (caller: string) => ({
      call: (_service: string, operation: string, input: unknown) =>
        callInternalOperation(operations, { operation, caller, input }, { isTrusted: () => true }),
    })
    const remote = remoteProcessBook(callAs('gateway'))
    await remote.put(reportOf('gateway'))
    expect(await book.list()).toMatchObject([{ _id: 'gateway' }])
    await expect(remoteProcessBook(callAs('photo')).put(reportOf('x'))).rejects.toMatchObject({
      extensions: { code: 'INTERNAL_CALL_FORBIDDEN' },
    })
    await remote.forget('gateway')
    expect(await book.list()).toEqual([])
  })
})

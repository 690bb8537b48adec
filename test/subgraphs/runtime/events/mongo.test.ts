import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'
import { createEventLog } from '../../../../subgraphs/runtime/events/createEventLog.ts'
import type { EventLog } from '../../../../subgraphs/runtime/events/eventLog.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { systemRandom } from '../../../../subgraphs/runtime/random/systemRandom.ts'
import { createBrittleProxy } from '../../../support/brittleProxy.ts'
import { cases, seed } from '../../../support/long.ts'
import { createDatabase, overMongo } from '../../../support/mongo.ts'
import { histories } from './histories.ts'
import { live } from './world.ts'

const NEVER = 3_600_000

await overMongo('the event log', (server) => {
  const ends: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  /** A process with a connection of its own. */
  async function startProcess(database: string, pollMs: number, url = server.url): Promise<EventLog> {
    const storage = await createDatabase({ ...server, url }).open({ database })
    const about = { collection: 'photo_events', clock: systemClock, random: systemRandom, log: silentLog }
    const log = createEventLog({ storage, pollMs, ...about })
    ends.push(
      () => storage.close(),
      () => log.stop(),
    )
    return log
  }

  async function expectHeard(here: EventLog, there: EventLog): Promise<void> {
    const told = here.follow('ada', await here.end('ada'))
    const first = told.next()
    await there.append('ada', { kind: 'one' })
    expect((await first).value).toMatchObject({ kind: 'one' })
    await there.append('ada', { kind: 'two' })
    expect((await told.next()).value).toMatchObject({ kind: 'two' })
  }

  function newDatabase(): string {
    const database = createDatabase(server)
    ends.push(() => database.drop())
    return database.name
  }

  test.runIf(server.tellsChanges)('what another process appends is told by a change stream', async () => {
    const database = newDatabase()
    const [here, there] = [await startProcess(database, NEVER), await startProcess(database, NEVER)]
    await expectHeard(here, there)
    expect(here.figures()).toEqual({ topics: 1, followers: 1, isTold: true })
  })

  test('where the server has no change streams, polls find it', async () => {
    const { hostname, port } = new URL(server.url)
    const proxy = await createBrittleProxy({ host: hostname, port: Number(port || 27_017) })
    ends.push(async () => proxy[Symbol.asyncDispose]())
    proxy.answers('cut', (request) => request.includes('$changeStream'))
    const database = newDatabase()
    const url = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`
    const [here, there] = [await startProcess(database, 20, url), await startProcess(database, 20)]
    await expectHeard(here, there)
    expect(here.figures()).toMatchObject({ isTold: false })
  })

  test('every event is told once and in order, or a gap is, whoever dies, lags, leaves or resumes', async () => {
    const held = fc.asyncProperty(histories, async (history) => {
      const database = createDatabase(server)
      const storage = await database.open()
      try {
        await live(storage, history)
      } finally {
        await storage.close()
        await database.drop()
      }
    })
    await fc.assert(held, { numRuns: cases(3), seed })
  })
})

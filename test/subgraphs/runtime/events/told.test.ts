import { describe, expect, test } from 'vitest'
import { derivedId } from '../../../../subgraphs/runtime/idempotency/derivedId.ts'
import { type Changes, type Storage, StorageError } from '../../../../subgraphs/storage/port.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { appendAll, createLogs, listen, quiet } from './logs.ts'
import { forwarded } from './truth.ts'

/* Stores that tell of changes, and what it costs to follow with and without them. */

test('a store that tells of changes is believed: what others append is heard without a poll', async () => {
  const { here, there, calls, tell } = await begin()
  const heard = listen(here.follow('ada', await here.end('ada')))
  await tell([])
  expect(here.figures()).toEqual({ topics: 1, followers: 1, isTold: true })
  const id = await appendThere(there)
  calls.reset()
  await tell([id])
  expect(heard.words).toEqual(['news'])
  expect(calls.calls()).toEqual({ 'photo_events.getMany': 1 })
})

test('what was written while nobody listened is looked for as soon as somebody does', async () => {
  const { here, there, tell } = await begin()
  const heard = listen(here.follow('ada', await here.end('ada')))
  await quiet()
  await appendThere(there)
  await tell([])
  expect(heard.words).toEqual(['news'])
})

test('a store that does not know what was written has all looked at', async () => {
  const { here, there, tell } = await begin()
  const heard = listen(here.follow('ada', await here.end('ada')))
  await tell([])
  await appendThere(there)
  await tell('UNKNOWN')
  expect(heard.words).toEqual(['news'])
})

test('topics that nobody follows here are not read', async () => {
  const { here, calls, tell } = await begin()
  listen(here.follow('ada', await here.end('ada')))
  await tell([])
  calls.reset()
  await tell(['somebody', 'else'])
  expect(calls.total()).toBe(0)
})

test('polls go on while the store tells nothing, end while it does, and begin again when that breaks', async () => {
  const { clock, here, there, calls, tell, breakOff } = await begin()
  const heard = listen(here.follow('ada', await here.end('ada')))
  await quiet()
  calls.reset()
  await clock.advance(1_000)
  expect(calls.total()).toBe(2)
  await tell([])
  calls.reset()
  await clock.advance(5_000)
  expect(calls.total()).toBe(0)
  await breakOff()
  await appendThere(there)
  await clock.advance(500)
  expect([heard.words, here.figures().isTold]).toEqual([['news'], false])
})

test('after it broke, changes are listened to anew', async () => {
  const { clock, here, opened, tell, breakOff } = await begin()
  listen(here.follow('ada', await here.end('ada')))
  await tell([])
  await breakOff()
  await clock.advance(2_000)
  await tell([])
  expect([opened(), here.figures().isTold]).toEqual([2, true])
})

test('a store that answers at once that nothing has changed is asked ten times a second', async () => {
  const { clock, process, storage } = createLogs()
  let asked = 0
  const hasty: Storage = {
    ...storage,
    async *changes(_, signal) {
      for (; !signal.aborted; asked++) yield []
    },
  }
  const log = process({ storage: hasty })
  listen(log.follow('ada', await log.end('ada')))
  await clock.advance(1_000)
  expect(asked).toBeGreaterThan(8)
  expect(asked).toBeLessThan(13)
  await log.stop()
})

test('however many topics and followers there are, a poll is one call; while nobody follows there is none', async () => {
  const counted = countCalls(createMemoryStorage())
  const { clock, process } = createLogs(counted.storage)
  const log = process()
  const followers = Array.from({ length: 300 }, (_, at) => log.follow(`topic ${at % 100}`, ''))
  followers.forEach(listen)
  await quiet()
  counted.reset()
  await clock.advance(500)
  expect(counted.calls()).toEqual({ 'photo_events.getMany': 1 })
  for (const follower of followers) void follower.return?.()
  await clock.advance(5_000)
  expect(counted.total()).toBe(1)
})

describe('a store that is away', () => {
  test('is waited for: what was appended meanwhile is told when it is back', async () => {
    const { clock, storage, process } = createLogs()
    const shaky = createShaky(storage)
    const [here, there] = [process({ storage: shaky.storage }), process()]
    const heard = listen(here.follow('ada', await here.end('ada')))
    await quiet()
    shaky.goes('away')
    await appendAll(there, 'ada', ['news'])
    await clock.advance(2_000)
    await expect(here.follow('ada', '').next()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    shaky.goes('back')
    await clock.advance(500)
    expect([heard.words, here.figures().followers]).toEqual([['news'], 1])
  })

  test('as it tells of a change is asked again at the next poll', async () => {
    const { clock, here, there, shaky, tell } = await begin()
    const heard = listen(here.follow('ada', await here.end('ada')))
    await tell([])
    const id = await appendThere(there)
    shaky.goes('away')
    await tell([id])
    shaky.goes('back')
    await clock.advance(500)
    expect(heard.words).toEqual(['news'])
  })
})

/** A store whose reads can fail. */
function createShaky(inner: Storage) {
  let isAway = false
  const storage: Storage = {
    ...inner,
    collection(definition) {
      const of = inner.collection(definition)
      const away = () => Promise.reject(new StorageError('STORE_UNAVAILABLE', 'away'))
      return { ...forwarded(of), getMany: (ids) => (isAway ? away() : of.getMany(ids)) }
    },
  }
  return { storage, goes: (where: 'away' | 'back') => void (isAway = where === 'away') }
}

/** A process whose store tells what the test says, and one beside it. */
async function begin() {
  const logs = createLogs()
  const shaky = createShaky(logs.storage)
  const calls = countCalls(shaky.storage)
  let give: (next: { changes: Changes } | { error: Error }) => void = () => {}
  let opened = 0
  const storage: Storage = {
    ...calls.storage,
    async *changes(_, signal) {
      opened++
      const ended = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)))
      for (;;) {
        const next = await Promise.race([ended, new Promise<Parameters<typeof give>[0]>((resolve) => (give = resolve))])
        if (next === null) return
        if ('error' in next) throw next.error
        yield next.changes
      }
    },
  }
  const say = async (next: Parameters<typeof give>[0]): Promise<void> => {
    // Time for it to be asked again.
    await logs.clock.advance(100)
    give(next)
    await quiet()
  }
  return {
    ...logs,
    calls,
    shaky,
    here: logs.process({ storage }),
    there: logs.process(),
    opened: () => opened,
    tell: (changes: Changes) => say({ changes }),
    breakOff: () => say({ error: new StorageError('STORE_UNAVAILABLE', 'broken') }),
  }
}

/** Answers the id of the topic's document. */
async function appendThere(there: ReturnType<ReturnType<typeof createLogs>['process']>): Promise<string> {
  await appendAll(there, 'ada', ['news'])
  return derivedId('events', 'photo_events', 'ada')
}

import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { topicsNamed } from '../../../../subgraphs/runtime/events/topic.ts'
import { appendAll, createLogs, listen, quiet } from './logs.ts'

const HOUR = 3_600_000

describe('whoever follows a topic', () => {
  test('is told what comes after the cursor, in order, and what happens later at once', async () => {
    const log = createLogs().process()
    await appendAll(log, 'ada', ['before'])
    const cursor = await log.end('ada')
    await appendAll(log, 'ada', ['one', 'two'])
    const heard = listen(log.follow('ada', cursor))
    await quiet()
    expect(heard.words).toEqual(['one', 'two'])
    await appendAll(log, 'ada', ['three'])
    expect(heard.words).toEqual(['one', 'two', 'three'])
  })

  test('is told what an event says, when it was, and where to resume', async () => {
    const { clock, process } = createLogs()
    const log = process()
    const told = log.follow('ada', await log.end('ada'))
    const cursor = await log.append('ada', { kind: 'LIKED', data: { photo: 'p1' } })
    const event = { type: 'EVENT', kind: 'LIKED', data: { photo: 'p1' }, at: clock.wall(), cursor }
    expect(await told.next()).toEqual({ done: false, value: event })
  })

  test('hears nothing of other topics, nor of the same topic in another app', async () => {
    const { process } = createLogs()
    const [photo, social] = [process(), process({ collection: 'social_events' })]
    const heard = listen(photo.follow('ada', await photo.end('ada')))
    await appendAll(photo, 'bob', ['other person'])
    await appendAll(social, 'ada', ['other app'])
    await quiet()
    expect(heard.words).toEqual([])
  })

  test('hears of another process within a poll', async () => {
    const { clock, process } = createLogs()
    const [here, there] = [process(), process()]
    const heard = listen(here.follow('ada', await here.end('ada')))
    await quiet()
    await appendAll(there, 'ada', ['one', 'two'])
    await clock.advance(500)
    expect(heard.words).toEqual(['one', 'two'])
  })

  test('resumes in another process where it was, missing nothing', async () => {
    const { process } = createLogs()
    const [here, there] = [process(), process()]
    const heard = listen(here.follow('ada', await here.end('ada')))
    await quiet()
    await appendAll(here, 'ada', ['one'])
    await here.stop()
    await appendAll(there, 'ada', ['two'])
    const resumed = listen(there.follow('ada', heard.cursor()))
    await quiet()
    expect([heard.words, resumed.words]).toEqual([['one'], ['two']])
  })

  test('is told a gap, once, when it lags behind what is stored, and then what comes', async () => {
    const log = createLogs().process({ mostEvents: 4 })
    const told = log.follow('ada', await log.end('ada'))
    await appendAll(log, 'ada', 'abcdefghijk')
    const heard = listen(told)
    await quiet()
    await appendAll(log, 'ada', ['next'])
    expect(heard.words).toEqual(['GAP', 'next'])
  })

  test('may be slow beside a fast one: neither waits for the other', async () => {
    const log = createLogs().process()
    const cursor = await log.end('ada')
    const [slow, fast] = [log.follow('ada', cursor), listen(log.follow('ada', cursor))]
    await quiet()
    await appendAll(log, 'ada', ['one', 'two', 'three'])
    expect(fast.words).toEqual(['one', 'two', 'three'])
    expect((await slow.next()).value).toMatchObject({ kind: 'one' })
    expect((await slow.next()).value).toMatchObject({ kind: 'two' })
  })

  test.each(['', 'nonsense', 'a:b', '../x:1', `${'x'.repeat(22)}:3`])(
    'is told a gap for the cursor "%s"',
    async (cursor) => {
      const log = createLogs().process()
      await appendAll(log, 'ada', ['one'])
      const heard = listen(log.follow('ada', cursor))
      await quiet()
      expect(heard.words).toEqual(['GAP'])
    },
  )

  test('is told a gap for a cursor of another topic, and for one beyond the end', async () => {
    const log = createLogs().process()
    await appendAll(log, 'bob', ['one'])
    const end = await log.end('ada')
    const heard = [await log.end('bob'), end.replace(/0$/, '7')].map((cursor) => listen(log.follow('ada', cursor)))
    await quiet()
    expect(heard.map(({ words }) => words)).toEqual([['GAP'], ['GAP']])
  })
})

describe('the life of a topic', () => {
  test('it is swept an hour after its last event, and who comes back then is told a gap', async () => {
    const { clock, storage, process } = createLogs()
    const log = process()
    const cursor = await log.append('ada', { kind: 'old' })
    await clock.advance(2 * HOUR)
    for (let others = 0; others < 64; others++) await log.end(`other ${others}`)
    await appendAll(process({ storage }), 'ada', ['new'])
    const heard = listen(log.follow('ada', cursor))
    await quiet()
    expect(heard.words).toEqual(['GAP'])
  })

  test('it lives on while it is followed, so that a quiet day is no gap', async () => {
    const { clock, process } = createLogs()
    const log = process({ pollMs: 60_000 })
    const heard = listen(log.follow('ada', await log.end('ada')))
    for (let hours = 0; hours < 3; hours++) {
      await clock.advance(HOUR)
      for (let others = 0; others < 64; others++) await log.end(`other ${hours} ${others}`)
    }
    await appendAll(process(), 'ada', ['news'])
    await clock.advance(60_000)
    expect(heard.words).toEqual(['news'])
  })

  test('it never stores more than it may', async () => {
    const { storage, process } = createLogs()
    const log = process()
    for (let batch = 0; batch < 20; batch++) {
      await Promise.all(Array.from({ length: 20 }, () => log.append('ada', { kind: 'seen' })))
    }
    const { items } = await storage.collection(topicsNamed('photo_events')).page('byKeptUntil', {}, { limit: 9 })
    expect(items.map(({ size }) => size)).toEqual([400])
    expect(items[0]!.tail.length).toBeGreaterThanOrEqual(64)
    expect(items[0]!.tail.length).toBeLessThanOrEqual(128)
  })
})

describe('the end of following', () => {
  const ways = {
    'its signal is aborted': ({ controller }) => controller.abort(),
    'it returns while it waits': ({ told }) => told.return?.(),
    'the log is stopped': ({ log }) => log.stop(),
  } satisfies Record<string, (of: Following) => unknown>

  test.each(Object.entries(ways))('nothing is left when %s', async (_, end) => {
    const following = await begin()
    const next = following.told.next()
    await quiet()
    expect(following.log.figures()).toEqual({ topics: 1, followers: 1, isTold: false })
    await end(following)
    expect(await next).toEqual({ done: true, value: undefined })
    await expectNothingLeft(following)
  })

  test.each(Object.entries(ways))('nothing is left of one that nobody asks any more when %s', async (_, end) => {
    const following = await begin()
    await appendAll(following.log, 'ada', ['one', 'two'])
    expect((await following.told.next()).value).toMatchObject({ kind: 'one' })
    await end(following)
    await expectNothingLeft(following)
    expect(await following.told.next()).toMatchObject({ done: true })
  })

  test('one that never asked, or comes too late, holds nothing', async () => {
    const { log, told } = await begin()
    expect(log.figures()).toMatchObject({ topics: 0, followers: 0 })
    await log.stop()
    expect(await told.next()).toMatchObject({ done: true })
    expect(await log.follow('ada', '').next()).toMatchObject({ done: true })
    expect(await log.follow('ada', '', AbortSignal.abort()).next()).toMatchObject({ done: true })
  })

  async function begin() {
    const { clock, process } = createLogs()
    const log = process()
    const controller = new AbortController()
    return { clock, log, controller, told: log.follow('ada', await log.end('ada'), controller.signal) }
  }
  type Following = Awaited<ReturnType<typeof begin>>

  async function expectNothingLeft({ clock, log, controller }: Following): Promise<void> {
    await quiet()
    expect(log.figures()).toMatchObject({ topics: 0, followers: 0 })
    expect(clock.waiting()).toEqual([])
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  }
})

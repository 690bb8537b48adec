import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createDeadlines } from '../../../../subgraphs/runtime/subgraph/deadline.ts'

const never = () => new Promise<never>(() => undefined)
const codeOf = (work: Promise<unknown>) =>
  work.then(String, (error: { extensions: { code: string } }) => error.extensions.code)

describe('a deadline', () => {
  test('lets work through that is in time, and waits no longer', async () => {
    const clock = createManualClock(0)
    const deadline = createDeadlines(clock)(100)
    expect(await deadline.race(Promise.resolve('done'))).toBe('done')
    await clock.advance(200)
    expect(deadline.signal.aborted).toBe(false)
  })

  test('passes on what the work throws', async () => {
    const work = Promise.reject(new Error('broken'))
    await expect(createDeadlines(createManualClock(0))(100).race(work)).rejects.toThrow('broken')
  })

  test('ends work that is late, at most 10 ms after its time and never before', async () => {
    const clock = createManualClock(0)
    const start = createDeadlines(clock)
    await clock.advance(3)
    const deadline = start(100)
    const late = codeOf(deadline.race(never()))
    await clock.advance(99)
    expect(deadline.signal.aborted).toBe(false)
    await clock.advance(11)
    expect(await late).toBe('DEADLINE_EXCEEDED')
    expect(deadline.signal.reason).toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } })
  })

  test('counts from the start of the call, not of the wait', async () => {
    const clock = createManualClock(0)
    const deadline = createDeadlines(clock)(100)
    await clock.advance(90)
    const late = codeOf(deadline.race(never()))
    await clock.advance(10)
    expect(await late).toBe('DEADLINE_EXCEEDED')
  })

  test('shares the wait with its neighbours', async () => {
    const clock = createManualClock(0)
    let waits = 0
    const counting = { ...clock, wait: (ms: number) => ((waits += 1), clock.wait(ms)) }
    const start = createDeadlines(counting)
    const ended = Promise.all(Array.from({ length: 50 }, () => codeOf(start(100).race(never()))))
    await clock.advance(100)
    expect(new Set(await ended)).toEqual(new Set(['DEADLINE_EXCEEDED']))
    expect(waits).toBe(1)
  })

  test('ends when the caller leaves, during the work or before the wait', async () => {
    const start = createDeadlines(createManualClock(0))
    const [during, before] = [new AbortController(), new AbortController()]
    const first = codeOf(start(100, during.signal).race(never()))
    during.abort()
    const deadline = start(100, before.signal)
    before.abort()
    expect(await Promise.all([first, codeOf(deadline.race(never()))])).toEqual([
      'REQUEST_CANCELLED',
      'REQUEST_CANCELLED',
    ])
  })
})

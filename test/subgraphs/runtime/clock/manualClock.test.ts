import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'

function startedClock() {
  const clock = createManualClock(1_000_000)
  const ended: string[] = []
  const start = (name: string, ms: number, signal?: AbortSignal) =>
    void clock.wait(ms, signal).then(
      () => ended.push(`${name} ${clock.monotonic()}`),
      (error: Error) => ended.push(`${name} ${error.message}`),
    )
  return { clock, ended, start }
}

describe('a manual clock', () => {
  test('stands still, and moves wall and monotonic time together', async () => {
    const clock = createManualClock(1_000_000)
    await clock.advance(5)
    await clock.advance(0)
    expect([clock.wall(), clock.monotonic()]).toEqual([1_000_005, 5])
  })

  test('ends waits in the order of time, each at its own time', async () => {
    const { clock, ended, start } = startedClock()
    start('b', 20)
    start('a', 10)
    start('never', 31)
    await clock.advance(30)
    expect(ended).toEqual(['a 10', 'b 20'])
    expect(clock.monotonic()).toBe(30)
  })

  test('ends what a wait starts within the same advance', async () => {
    const clock = createManualClock(0)
    const ticks: number[] = []
    const loop = async () => {
      for (;;) {
        await clock.wait(10)
        ticks.push(clock.monotonic())
      }
    }
    void loop()
    await clock.advance(35)
    expect(ticks).toEqual([10, 20, 30])
  })

  test('lets go of an aborted wait', async () => {
    const { clock, ended, start } = startedClock()
    const left = new AbortController()
    start('a', 10, left.signal)
    start('b', 10, AbortSignal.abort(new Error('gone')))
    left.abort(new Error('left'))
    await clock.advance(20)
    expect(ended.sort()).toEqual(['a left', 'b gone'])
  })

  test('lets the wall jump alone, back too', async () => {
    const { clock, ended, start } = startedClock()
    start('a', 10)
    clock.shiftWall(-500)
    await clock.advance(9)
    expect([clock.wall(), clock.monotonic(), ended]).toEqual([999_509, 9, []])
  })

  test('says how long is waited', async () => {
    const { clock, start } = startedClock()
    start('a', 10)
    start('b', 30)
    expect(clock.waiting()).toEqual([10, 30])
    await clock.advance(10)
    expect(clock.waiting()).toEqual([30])
  })

  test('refuses to go back', async () => {
    await expect(createManualClock(0).advance(-1)).rejects.toThrow(
      'advance(ms) must be 0 or more, but got: -1. Use shiftWall to go back.',
    )
  })
})

import { expect, test } from 'vitest'
import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'

test('a wait never ends early, though timers do', async () => {
  const waits = Array.from({ length: 50 }, async () => {
    const start = systemClock.monotonic()
    await systemClock.wait(5)
    return systemClock.monotonic() - start
  })
  expect(Math.min(...(await Promise.all(waits)))).toBeGreaterThanOrEqual(5)
})

test('nothing to wait for is no wait, and years are one', async () => {
  await systemClock.wait(0)
  await systemClock.wait(-1)
  const enough = new AbortController()
  const years = systemClock.wait(1e12, enough.signal)
  enough.abort(new Error('enough'))
  await expect(years).rejects.toThrow('enough')
})

test('a wait that was aborted before rejects with the reason', async () => {
  await expect(systemClock.wait(1000, AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
})

test('wall is the time of day', () => {
  expect(new Date(systemClock.wall()).getUTCFullYear()).toBeGreaterThan(2024)
})

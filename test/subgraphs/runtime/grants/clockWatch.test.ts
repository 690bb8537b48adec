import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createClockWatch } from '../../../../subgraphs/runtime/grants/clockWatch.ts'
import { DELTA } from '../../../../subgraphs/runtime/grants/constants.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

function watched() {
  const alarms: string[] = []
  const note = (_fields: object, message: string) => void alarms.push(message)
  const watch = createClockWatch('pond', createManualClock(TEST_START), { ...silentLog, error: note, info: note })
  const saw = (ageMs: number, times = 1) => {
    for (let time = 0; time < times; time++) watch.saw(TEST_START - ageMs)
    return watch.isTrusted()
  }
  return { saw, alarms }
}

describe('clocks are trusted', () => {
  test('before anything came, and while headers are fresh', () => expect(watched().saw(3, 200)).toBe(true))
  test('with a header from the future by δ', () => expect(watched().saw(-DELTA)).toBe(true))
  test('with late headers among others', () => {
    const { saw, alarms } = watched()
    expect([saw(5000), saw(5000, 62), saw(DELTA), saw(5000, 63)]).toEqual([true, true, true, true])
    expect(alarms).toEqual([])
  })
})

describe('clocks are not trusted', () => {
  test('from a header from further in the future on, until 64 others came', () => {
    const { saw, alarms } = watched()
    expect([saw(-DELTA - 1), saw(3, 63), saw(3)]).toEqual([false, false, true])
    expect(alarms).toEqual([
      'clocks differ: no consented data is given until they agree',
      'clocks agree again: consented data is given',
    ])
  })

  test('when 64 headers in a row were late, until one is not; the alarm is raised once', () => {
    const { saw, alarms } = watched()
    expect([saw(DELTA + 1, 63), saw(DELTA + 1), saw(DELTA + 1, 100)]).toEqual([true, false, false])
    expect(alarms).toHaveLength(1)
    expect(saw(DELTA)).toBe(true)
  })
})

import { expect, test } from 'vitest'
import { createAnswerWatch } from '../../../../subgraphs/runtime/grants/answerWatch.ts'
import { DELTA } from '../../../../subgraphs/runtime/grants/constants.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'

/** Answers on which the other clock showed so much more than ours when the question was sent; each took 20 ms. */
function watched() {
  const alarms: string[] = []
  const note = (_fields: object, message: string) => void alarms.push(message)
  const watch = createAnswerWatch({ ...silentLog, error: note, info: note })
  const saw = (aheadMs: number, times = 1) => {
    for (let time = 0; time < times; time++)
      watch.saw({ subgraph: 'photo', sent: 10_000, received: 10_020, theirs: 10_000 + aheadMs })
    return watch.isTrusted()
  }
  return { saw, alarms }
}

test('a gateway trusts its clock while every answer could have been given when it says', () => {
  const { saw, alarms } = watched()
  expect([saw(10), saw(90), saw(-90), saw(20 + DELTA), saw(-DELTA)]).toEqual([true, true, true, true, true])
  expect(alarms).toEqual([])
})

test('one answer from further away ends that, until 64 others came; both are said once', () => {
  const { saw, alarms } = watched()
  expect([saw(200), saw(200), saw(10, 63), saw(10)]).toEqual([false, false, false, true])
  expect([saw(-DELTA - 1), saw(10, 64)]).toEqual([false, true])
  expect(alarms).toHaveLength(4)
})

import { expect, test } from 'vitest'
import { dueAgain } from '../../../../subgraphs/runtime/outbox/dueAgain.ts'
import { EMPTY_OUTBOX } from '../../../../subgraphs/runtime/outbox/state.ts'

test('what waited when a backup was read is due now, begins anew, and nobody holds its lease', () => {
  const items = { share: { due: 900, lease: 'a worker', tries: 9 }, end: { due: 10, lease: null, tries: 0 } }
  expect(dueAgain({ waiting: true, due: 10, turn: 7, items }, 500)).toEqual({
    waiting: true,
    due: 500,
    turn: 8,
    items: { share: { due: 500, lease: null, tries: 0 }, end: { due: 500, lease: null, tries: 0 } },
  })
})

test('an outbox in which nothing waits stays one', () => {
  expect(dueAgain(EMPTY_OUTBOX, 500)).toEqual({ ...EMPTY_OUTBOX, turn: 1 })
})

import { expect, test } from 'vitest'
import { DELTA } from '../../subgraphs/runtime/grants/constants.ts'
import { copyDemoData } from '../support/demoData.ts'
import { violations } from './finality/history.ts'
import { overProcesses } from './finality/overProcesses.ts'
import { withdrawDuringTurn } from './finality/turn.ts'

/** I9 in real time, over real processes: the other tests move a clock by hand. */
const installation = overProcesses({ people: copyDemoData, count: 8 })

test('I9: a decision that rests on a plain read, a turn old, gets no grant from the guarded write', async () => {
  const history = await withdrawDuringTurn(installation(), 'held')
  expect(violations(history, DELTA)).toEqual([])
  expect(history.reads).toMatchObject([{ personalized: false }])
})

test('a planted fault, the guard tried on that plain read, is found at source, gateway and recipient', async () => {
  const found = violations(await withdrawDuringTurn(installation(), 'unguarded'), DELTA)
  const whats = new Set(found.map(({ what }) => what))
  expect(whats).toEqual(new Set(['source', 'gateway', 'recipient', 'decision', 'read']))
})

import { expect, test } from 'vitest'
import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import { type DecidingTest, type History, violations } from './history.ts'

/** Ada's withdrawal was answered at 1000, Ben's at 1010; both consented again at 1500. */
const periods = [
  { person: 'Ada', from: 0, answered: 1000, to: 1500 },
  { person: 'Ben', from: 0, answered: 1010, to: 1500 },
  { person: 'Ada', from: 1500, answered: 2600, to: 3000 },
]
const found = (happened: Partial<History>) =>
  violations({ tests: [], given: [], reads: [], periods, ...happened }, DELTA).map(({ what, afterMs }) => [
    what,
    afterMs,
  ])
const tried = (t0: number, now: number, role: DecidingTest['role'] = 'source', accepted = true): DecidingTest => ({
  process: 'social',
  role,
  t0,
  now,
  accepted,
})
const ofAda = { given: [{ person: 'Ada', t0: 400 }] }

test('what is accepted up to the answer is right, and whatever is refused', () => {
  expect(found({ ...ofAda, tests: [tried(400, 1000), tried(400, 2000, 'recipient', false)] })).toEqual([])
})

test('what is accepted a millisecond later is found, also when there is a consent again', () => {
  const tests = [tried(400, 1001, 'gateway'), tried(400, 1600, 'recipient')]
  expect(found({ ...ofAda, tests })).toEqual([
    ['gateway', 1],
    ['recipient', 600],
  ])
})

test('what rests on the new consent is right', () => {
  expect(found({ given: [{ person: 'Ada', t0: 1500 }], tests: [tried(1500, 1700)] })).toEqual([])
})

test('a grant for two people at one time is judged by the later answer', () => {
  const given = [...ofAda.given, { person: 'Ben', t0: 400 }]
  expect(found({ given, tests: [tried(400, 1005), tried(400, 1011)] })).toEqual([['source', 1]])
})

test('a value of which no ledger knows a grant is found', () => {
  expect(found({ ...ofAda, tests: [tried(401, 500)] })).toEqual([['unrecorded', Number.POSITIVE_INFINITY]])
})

test('a decision after the answer is found where no clock explains it, a read that begins after it always', () => {
  const given = [1000 + DELTA, 1001 + DELTA].map((t0) => ({ person: 'Ada', t0 }))
  const reads = [999, 1001].map((begun) => ({ person: 'Ada', graph: 'apart' as const, begun, personalized: true }))
  expect(found({ given, reads })).toEqual([
    ['decision', 1],
    ['read', 1],
  ])
})

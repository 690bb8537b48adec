import { describe, expect, test } from 'vitest'
import { type Finding, surelyAhead } from '../../../bin/doctor/finding.ts'
import { processFindings } from '../../../bin/doctor/processFindings.ts'
import { newerFinding, shapeFinding } from '../../../bin/doctor/shapeFindings.ts'
import { findingsTable } from '../../../bin/doctor/table.ts'
import { DELTA } from '../../../subgraphs/runtime/grants/constants.ts'
import { GONE_MS, type ProcessRow } from '../../../subgraphs/runtime/processes/processes.ts'
import { TEST_START } from '../../support/subgraphTester.ts'

const own = { permanent: 'first', root: 'root', token: 'token' }
const ours = { version: '1.0.0', keys: { ...own, accepted: ['root', 'former'] }, now: TEST_START }

/** What is said of one process that is as ours, this aside. */
function said(more: Partial<ProcessRow>): string {
  const row: ProcessRow = {
    _id: 'p',
    rev: 1,
    role: 'gateway',
    version: '1.0.0',
    node: 'v20.19.0',
    host: 'one',
    pid: 7,
    keys: own,
    startedAt: TEST_START,
    seenAt: TEST_START,
    clocksDiffer: false,
    ...more,
  }
  const [finding] = processFindings([row], ours)
  return `${finding?.status} ${finding?.found}`
}

describe('what doctor says of a process', () => {
  test.each<[string, Partial<ProcessRow>, RegExp]>([
    ['like ours', {}, /^ok 1\.0\.0, one:7, Node v20/],
    ['of another installation', { keys: { ...own, permanent: 'other' } }, /^fail another permanent secret/],
    ['of another root secret', { keys: { ...own, root: 'other' } }, /^fail a root secret that is not accepted here/],
    ['of the root secret before', { keys: { ...own, root: 'former' } }, /^warn another root secret, which is accepted/],
    ['of another token key', { keys: { ...own, token: 'other' } }, /^warn another token key/],
    ['of another version', { version: '0.9.0' }, /^warn another version than ours \(1\.0\.0\)/],
    ['that sees clocks differ', { clocksDiffer: true }, /^fail holds consented data back/],
    ['from the future by δ', { seenAt: TEST_START + DELTA }, /^ok/],
    ['from further in the future', { seenAt: TEST_START + DELTA + 1 }, /^fail its clock is 101 ms ahead/],
    ['that was not seen for long', { seenAt: TEST_START - GONE_MS }, /^warn 1 ended without saying so.*gateway/],
  ])('%s', (_, more, says) => expect(said(more)).toMatch(says))
})

describe('what doctor says of the shapes of documents', () => {
  const known = [
    { name: 'accounts', version: 2 },
    { name: 'posts', version: 1 },
  ]
  const process = { role: 'start', version: '0.9.0', host: 'one', pid: 7 }
  const saidOf = (agreed: Record<string, number> | null, ...running: Partial<ProcessRow>[]): string => {
    const rows = running.map((row) => ({ ...process, ...row }))
    const { status, found } = newerFinding(agreed, known) ?? shapeFinding(agreed, known, rows)
    return `${status} ${found}`
  }

  test('nobody has served the store, or all is written as this release has it', () => {
    expect(saidOf(null)).toBe('ok no process has served it yet')
    expect(saidOf({ accounts: 2, posts: 1, gone: 7 })).toMatch(/^ok documents are written as this release/)
  })

  test('older ones are written for the sake of whom, or until this release serves', () => {
    const older = 'warn accounts in version 1 (ours: 2), '
    expect(saidOf({ accounts: 1 }, {}, { shapes: { posts: 1 } })).toBe(`${older}for start (0.9.0, one:7)`)
    expect(saidOf({ accounts: 1 }, { shapes: { accounts: 2 } })).toBe(
      `${older}until a process of this release has served it`,
    )
  })

  test('newer ones than it reads are a failure', () => {
    expect(saidOf({ accounts: 1, posts: 2 })).toBe('fail posts in version 2 (ours: 1)')
  })
})

test('a clock is off only by what no moment between question and answer explains', () => {
  const asked = { sent: 1_000, received: 1_300 }
  expect([900, 1_000, 1_300, 1_450].map((theirs) => surelyAhead({ ...asked, theirs }))).toEqual([-100, 0, 0, 150])
})

test('the table has a line for each finding under its area, and what to do below it', () => {
  const findings: Finding[] = [
    { area: 'store', what: 'kind', status: 'ok', found: 'embedded' },
    { area: 'store', what: 'indexes', status: 'warn', found: 'missing: a.b', todo: 'Start a process.' },
    { area: 'keys', what: 'keys', status: 'fail', found: 'none' },
  ]
  expect(findingsTable(findings)).toBe(`store
  ok    kind     embedded
  warn  indexes  missing: a.b
                 → Start a process.

keys
  fail  keys     none

1 to mend, 1 to look at.`)
})

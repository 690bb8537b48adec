import { describe, expect, it } from 'vitest'
import { decide, type ConsentState, type Decision } from '../../../../subgraphs/accounts/rules/decide.ts'
import {
  type About,
  type Answer,
  type Expected,
  expectedDecision,
  FEATURES,
  PURPOSES,
  type Side,
  type Situation,
  type Switch,
} from './secondTable.ts'
import { inputOf, type Parts } from './situations.ts'

const APPS = ['messenger', 'photo', 'social'] as const
const EVERY_PARTS: readonly Parts[] = APPS.flatMap((from) =>
  APPS.filter((to) => to !== from).map((to) => ({ from, to, third: APPS.find((app) => app !== from && app !== to)! })),
)

const EVERY_LINK = ['ACTIVE', 'PAUSED', 'UNLINKED'] as const
const EVERY_PAST = ['NONE', 'OTHER_PROFILES', 'SAME_PROFILES'] as const
const EVERY_AGE = ['ADULT', 'UNDER_18', 'UNKNOWN'] as const
const EVERY_STATE: readonly ConsentState[] = [
  'NOT_ASKED',
  'GRANTED',
  'REFUSED',
  'PAUSED',
  'WITHDRAWN',
  'EXPIRED',
  'SUPERSEDED',
]
const EVERY_ABOUT: readonly About[] = [
  'THIS_FLOW',
  'THE_WAY_BACK',
  'ANOTHER_PURPOSE_OR_FEATURE',
  'ANOTHER_RECIPIENT',
  'ANOTHER_SOURCE',
  'NOTHING',
]
const EVERY_SUBJECT = ['RECIPIENTS', 'SOURCES', 'THIRD_APPS', 'FORMER', 'STRANGERS'] as const
const EVERY_ACCOUNT = ['OPEN', 'CLOSED', 'NONE'] as const

const ACTIVE_ADULT: Side = { link: 'ACTIVE', age: 'ADULT' }
const NEVER_LINKED: Side = { link: 'NEVER', age: 'UNKNOWN' }
const EVERY_SIDE: readonly Side[] = [...product<Side>({ link: EVERY_LINK, age: EVERY_AGE }), NEVER_LINKED]
const EVERY_ANSWER: readonly Answer[] = product<Answer>({
  about: ['THIS_FLOW'],
  state: EVERY_STATE,
  notice: ['COVERS', 'OUTDATED', 'NONE'],
  ends: ['NEVER', 'LATER', 'NOW', 'EARLIER'],
})
const YES: Answer = { about: 'THIS_FLOW', state: 'GRANTED', notice: 'COVERS', ends: 'NEVER' }
const EVERY_SWITCH: readonly Switch[] = product<Switch>({ about: EVERY_ABOUT, on: [true, false] })
const ON: Switch = { about: 'THIS_FLOW', on: true }

type Table = { readonly [Name in keyof Situation]: readonly Situation[Name][] }

/** Everything that a flow can meet; each block lists what varies, and the rest stands as it must for a yes. */
const EVERYTHING_ALLOWS = {
  account: ['OPEN'],
  subject: ['RECIPIENTS'],
  source: [ACTIVE_ADULT],
  recipient: [ACTIVE_ADULT],
  third: [NEVER_LINKED],
  past: ['NONE'],
  answer: [YES],
  feature: [ON],
  gpc: [false, true],
} as const

const WHOEVER_ASKS = {
  ...EVERYTHING_ALLOWS,
  asks: [...PURPOSES, ...FEATURES],
  account: EVERY_ACCOUNT,
  subject: EVERY_SUBJECT,
} as const

describe('decide answers as the text of the consent rules does', () => {
  it('for every purpose, link, age, answer and notice', () => {
    compare(
      { ...EVERYTHING_ALLOWS, asks: PURPOSES, source: EVERY_SIDE, recipient: EVERY_SIDE, answer: EVERY_ANSWER },
      EVERY_PARTS.slice(0, 1),
    )
  })

  it('for every feature, link, age and switch', () => {
    compare(
      { ...EVERYTHING_ALLOWS, asks: FEATURES, source: EVERY_SIDE, recipient: EVERY_SIDE, feature: EVERY_SWITCH },
      EVERY_PARTS.slice(0, 1),
    )
  })

  it('for every place in which a yes can be kept, whoever asks', () => {
    const answer = EVERY_ABOUT.map((about) => ({ ...YES, about }))
    const feature = EVERY_SWITCH
    compare({ ...WHOEVER_ASKS, third: [ACTIVE_ADULT], answer, feature })
  })

  it('for every state of the app that the flow does not concern', () => {
    compare({ ...WHOEVER_ASKS, source: EVERY_SIDE, third: EVERY_SIDE }, EVERY_PARTS.slice(0, 1))
  })

  it('for every link that ended before', () => {
    compare({ ...WHOEVER_ASKS, past: EVERY_PAST, source: EVERY_SIDE, recipient: EVERY_SIDE }, EVERY_PARTS.slice(-1))
  })
})

/** Compares row by row, for these pairs of apps. */
function compare(table: Table, pairs = EVERY_PARTS): void {
  expect(firstDifference(table, pairs)).toBe('none')
}

function firstDifference(table: Table, pairs: readonly Parts[]): string {
  let allowed = 0
  for (const situation of product<Situation>(table)) {
    const expected = expectedDecision(situation)
    for (const parts of pairs) {
      const { flow, subject, snapshot, gpc, now } = inputOf(situation, parts)
      const actual = decide(flow, subject, snapshot, gpc, now)
      if (!isAsExpected(actual, expected)) return inWords(situation, parts, expected, actual)
      if (actual.allow) allowed += 1
    }
  }
  // A table without a yes in it would be passed by a decision that denies everything.
  return allowed > 0 ? 'none' : 'no row of the table is allowed'
}

function isAsExpected(actual: Decision, expected: Expected): boolean {
  const { allow, basis, reason } = actual
  return allow === expected.allow && basis === expected.basis && expected.reasons.includes(reason)
}

function inWords(situation: Situation, { from, to, third }: Parts, expected: Expected, actual: Decision): string {
  const { answer, feature } = situation
  return [
    `${situation.asks} from ${from} to ${to}, asked by the profile: ${situation.subject}, account: ${situation.account}`,
    `links: ${from} ${side(situation.source)}, ${to} ${side(situation.recipient)}, ${third} ${side(situation.third)}`,
    `answer about ${answer.about}: ${answer.state}, notice ${answer.notice}, ends ${answer.ends}`,
    `links that ended before: ${situation.past}`,
    `feature about ${feature.about}: ${feature.on ? 'on' : 'off'}; Sec-GPC: ${situation.gpc ? '1' : 'absent'}`,
    `the text says ${JSON.stringify(expected)}`,
    `decide says   ${JSON.stringify(actual)}`,
  ].join('\n')
}

function side({ link, age }: Side): string {
  return `${link} (age ${age})`
}

/** Every combination of the values of each property, the last property varying fastest. */
function product<Row extends object>(table: { readonly [Name in keyof Row]: readonly Row[Name][] }): readonly Row[] {
  const names = Object.keys(table) as (keyof Row)[]
  return names.reduce<readonly Row[]>(
    (rows, name) => rows.flatMap((row) => table[name].map((value) => ({ ...row, [name]: value }))),
    [{} as Row],
  )
}

import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../schema/compose/problem.ts'
import { labelsComposed } from '../../../schema/compose/rules/labelsComposed.ts'
import type { FlowRule, Rule } from '../../../schema/compose/rules/rule.ts'
import { RULES } from '../../../schema/compose/rules/rules.ts'
import { createComposer } from '../../support/composedOnce.ts'
import { problemsOf, type Texts } from '../../support/graph.ts'
import { patchedTexts } from '../../support/patched.ts'
import { smallFamily, SMALL_FAMILY } from '../../support/smallFamily.ts'
import { WRONG_R1 } from './wrong/flow/r1.ts'
import { WRONG_R2 } from './wrong/flow/r2.ts'
import { WRONG_R3 } from './wrong/flow/r3.ts'
import { WRONG_R4 } from './wrong/flow/r4.ts'
import { WRONG_R5 } from './wrong/flow/r5.ts'
import { WRONG_R6 } from './wrong/flow/r6.ts'
import { WRONG_R7 } from './wrong/flow/r7.ts'
import { WRONG_R8 } from './wrong/flow/r8.ts'
import { added, changed, type WrongFlow, type WrongFlows } from './wrong/flow/wrongFlow.ts'

const TABLES: Readonly<Record<FlowRule, WrongFlows>> = {
  R1: WRONG_R1,
  R2: WRONG_R2,
  R3: WRONG_R3,
  R4: WRONG_R4,
  R5: WRONG_R5,
  R6: WRONG_R6,
  R7: WRONG_R7,
  R8: WRONG_R8,
}

/** Most of what is mended is the small family again. */
const composeGraph = createComposer()
const told = (texts: Texts, permits?: WrongFlow['permits'], rules = RULES): readonly Problem[] =>
  problemsOf(composeGraph(smallFamily(texts, permits), rules))

function lineOf(text = '', snippet: string): number {
  const offset = text.indexOf(snippet)
  if (offset < 0) throw new Error(`There is no ${snippet}`)
  return text.slice(0, offset).split('\n').length
}

test('the small family composes', () => {
  expect(told(SMALL_FAMILY)).toEqual([])
})

describe.each(Object.entries(TABLES))('%s refuses', (number, table) => {
  test.each(Object.entries(table))('%s', (name, { change, permits, at, mend }) => {
    const wrong = changed(change)
    const [first] = told(wrong, permits)
    const [file, snippet] = at
    const place = { file: `${file}.graphql`, line: lineOf(wrong[file], snippet) }
    expect(first).toMatchObject({ code: name.split(' ')[0], ...place })
    expect(`${first?.message} ${first?.hint}`).not.toMatch(/undefined|\[object/)

    expect(first?.patch !== undefined || mend !== 'patch', 'a patch').toBe(true)
    const mended = mend === 'patch' ? patchedTexts(wrong, first?.patch ?? '') : changed(mend, wrong)
    expect(told(mended)).toEqual([])
  })

  test.each(Object.entries(table))('alone: %s', (_, { change, permits, without }) => {
    const others = RULES.filter((rule) => rule.number !== number)
    const codes = told(changed(change), permits, others).map(({ code }) => code)
    expect([...new Set(codes)]).toEqual(without)
  })
})

/** What is told with the rules of these numbers, or with these rules themselves, switched off. */
const codesWithout = (off: readonly (Rule | FlowRule | undefined)[], texts: Texts) =>
  told(
    texts,
    undefined,
    RULES.filter((rule) => !off.includes(rule) && !off.includes(rule.number ?? rule)),
  ).map(({ code }) => code)

describe('what an earlier rule tells, a later one would tell too', () => {
  const lost = changed([['messenger', '@composeDirective(name: "@sealed")', '']])
  const stranger = changed([
    added(
      'photo',
      'type SocialProfile @key(fields: "id") { id: ID! messengerMood: MessengerMood @external\n spy: Int @requires(fields: "messengerMood { calm validUntil }") }\ntype MessengerMood @inaccessible { calm: Int! @external validUntil: DateTime! @external }',
    ),
  ])

  test('ROAD_REQUIRED_ELSEWHERE, by an app that may not even name the data', () => {
    expect(codesWithout([], stranger)).toEqual(['CONSENTED_NAMED', 'TYPE_NOT_OPEN'])
    expect(codesWithout(['R1', 'R2', 'R5'], stranger)).toEqual(['ROAD_REQUIRED_ELSEWHERE'])
    expect(codesWithout(['R1', 'R2', 'R3', 'R5'], stranger)).toEqual([])
  })

  test('LABEL_LOST, when a label is gone from the supergraph', () => {
    expect(codesWithout([], lost)).toEqual(['COMPOSE_DIRECTIVE_MISSING'])
    expect(codesWithout([labelsComposed], lost)).toEqual(['LABEL_LOST', 'LABEL_LOST'])
    expect(codesWithout([labelsComposed, 'R7'], lost)).toEqual([])
  })
})

describe('nothing is told twice', () => {
  test.each([
    [
      'a partner with a second road',
      WRONG_R1['CONSENTED_NAMED a partner has a road for stolen grants'],
      ['CONSENTED_NAMED'],
    ],
    [
      'a copy that composition misreads',
      WRONG_R1['CONSENTED_COPY that the recipient answers itself'],
      ['CONSENTED_COPY'],
    ],
    [
      'the worst hole of labels',
      WRONG_R5['TYPE_NOT_OPEN a field of others is required: the worst hole of labels'],
      ['TYPE_NOT_OPEN'],
    ],
    [
      'a sealed field, copied and required',
      WRONG_R6['SEALED_SHARED copied and required, by a keeper too'],
      ['SEALED_SHARED'],
    ],
    ['a type that is hidden', WRONG_R8['HIDES_OTHERS a type, by a stub'], ['HIDES_OTHERS']],
  ])('%s', (_, wrong, expected) => {
    expect(told(changed(wrong?.change ?? [])).map(({ code }) => code)).toEqual(expected)
  })
})

test('there are many more than fifty, at least two for each rule', () => {
  const counts = Object.values(TABLES).map((table) => Object.keys(table).length)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(2)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(80)
})

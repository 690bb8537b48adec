import { buildASTSchema, parse, printSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { composeGraph } from '../../schema/compose/compose.ts'
import { labelsComposed } from '../../schema/compose/rules/labelsComposed.ts'
import { RULES } from '../../schema/compose/rules/rules.ts'
import { readLabels } from '../../schema/labels.ts'
import { problemsOf } from '../support/graph.ts'
import { composedWithoutRules, onOurs, onStock } from './support/attacked.ts'
import { attackedBy } from './support/attacks.ts'
import { littleFamily, LITTLE_FAMILY } from './support/littleFamily.ts'

/** B14: the rules are read from a schema that has lost them on the way, and so there are none. */
const composed = composedWithoutRules(LITTLE_FAMILY)
const flowsIn = (sdl: string) => readLabels(parse(sdl)).consented.size

describe('B14', () => {
  test('the supergraph has the labels; what is public, or printed by graphql-js, has none', () => {
    expect(flowsIn(composed.supergraphSdl)).toBe(1)
    expect(flowsIn(composed.apiSdl)).toBe(0)
    expect(flowsIn(printSchema(buildASTSchema(parse(composed.supergraphSdl), { assumeValid: true })))).toBe(0)
  })

  test.each([
    ['label', / @consented\(from: "[^)]*\)/g],
    ['link', /^ {2}@link\(url: "https:\/\/concord[^\n]*$/gm],
  ])('without its %s stock serves as before, ours does not start', async (_, label) => {
    const supergraphSdl = composed.supergraphSdl.replaceAll(label, '')
    expect(flowsIn(supergraphSdl)).toBe(0)
    const stock = await onStock(LITTLE_FAMILY, { ...composed, supergraphSdl })
    await stock.ask('{ socialMe { ads { title } } }')
    expect(stock.sentTo('social')).toContain('messenger:MessengerAdSignals.topics')
    expect(() => onOurs(LITTLE_FAMILY, { ...composed, supergraphSdl })).toThrow('must be of one composition')
  })

  test('the composer reads the supergraph once more, and misses what the files had', () => {
    const texts = attackedBy([['messenger', '@composeDirective(name: "@consented")', '']])
    const problems = problemsOf(
      composeGraph(
        littleFamily(texts),
        RULES.filter((rule) => rule !== labelsComposed),
      ),
    )
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toContain('LABEL_LOST messenger.graphql')
  })
})

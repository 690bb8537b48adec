import { describe, expect, test } from 'vitest'
import { composeGraph } from '../../schema/compose/compose.ts'
import { RULES } from '../../schema/compose/rules/rules.ts'
import { SMALL_FAMILY, smallFamily } from '../support/smallFamily.ts'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { BEN, DEV, EVERYBODY, usingBoth } from './support/sideBySide.ts'

/** B19: `__typename` is no field of any type: no label stands on it, and it tells that something is there. */
const both = usingBoth()

describe('B19: a guard of the fields of a type', () => {
  test('lets its __typename tell who has any', async () => {
    const stack = await labelledStack()
    const who = async (id: string) =>
      (await stack.ask(`{ person(id: "${id}") { signals { __typename } } }`)).data?.['person']
    expect([await who('ben'), await who('zoe')]).toEqual([{ signals: { __typename: 'Signals' } }, { signals: null }])
  })
})

describe('B19: a recipient that requires the __typename of consented data', () => {
  const requiring = smallFamily({
    ...SMALL_FAMILY,
    social: (SMALL_FAMILY['social'] ?? '').replace(
      'messengerMood { calm validUntil }',
      'messengerMood { __typename calm validUntil }',
    ),
  })
  test('composes where the rule is switched off', () => {
    const isOff = (sentence: string) => /\b(required|whole|__typename)\b/.test(sentence)
    const result = composeGraph(
      requiring,
      RULES.filter(({ number, sentence }) => number !== 'R3' || !isOff(sentence)),
    )
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual([])
  })
  test('is refused, though null and nothing look alike there', () => {
    const result = composeGraph(requiring)
    expect(result.ok ? [] : result.problems.map(({ file, code }) => [file, code])).toEqual([
      ['social.graphql', expect.any(String)],
    ])
  })
})

describe('B19: ours', () => {
  test.each([
    '{ socialMe { messengerAdSignals { __typename } } }',
    '{ __type: socialMe { photoAdSignals { __typename grant } } }',
  ])('nobody can ask: %s', async (query) => {
    const asked = await both().ours(query, { by: DEV })
    expect(asked.errors.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED')
    expect(asked.calls).toEqual([])
  })

  test('at every place the same for whoever agreed and whoever did not', async () => {
    const query =
      '{ __typename socialMe { __typename ads(first: 2) { __typename } } viewer { __typename profile { __typename } } }'
    const [dev, ben] = [await both().ours(query, { by: DEV }), await both().ours(query, { by: BEN })]
    expect(dev.text).toBe(ben.text)
  })

  test('a recipient is told none with its input, and a source none but its own', async () => {
    for (const by of EVERYBODY) {
      const asked = await both().ours('{ socialMe { x: __typename ads { __typename } } }', { by })
      const named = asked.calls.filter(({ bytes }) => /"__typename":"\w+Signals"/.test(bytes))
      expect(named.filter(({ subgraph }) => subgraph === 'social')).toEqual([])
      expect(leaks(both().graph, asked)).toEqual([])
    }
  })
})

import { parse, visit, type DocumentNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { ADA, BEN, DEV, EVERYBODY, usingBoth } from './support/sideBySide.ts'

/** B17: a plan that was made for one decision is used for another. */
const both = usingBoth()

/** A guard that takes out of the document, before it is planned, what this viewer may not have. */
const withoutTopics = (query: string): DocumentNode =>
  visit(parse(query), { Field: (node) => (node.name.value === 'topics' ? null : undefined) })

describe('B17: a guard that rewrites the document, before a plan cache that knows operations by their text', () => {
  test('is passed by with the plan of whoever came before', async () => {
    const stack = await labelledStack()
    const query = '{ people { name topics } }'
    await stack.ask(query, query)
    stack.sent.length = 0
    await stack.ask(withoutTopics(query), query)
    expect(stack.sent.map(({ bytes }) => bytes).join()).toContain('topics')
  })

  test('keeps from everybody what it kept from the first', async () => {
    const stack = await labelledStack()
    const query = '{ people { name topics } }'
    await stack.ask(withoutTopics(query), query)
    expect((await stack.ask(query, query)).data).toMatchObject({ people: [{ topics: null }, { topics: null }, {}] })
  })
})

const QUERY = 'query Q($n: Int) { socialMe { ads(first: $n) { basis } } }'
const asked = (by: readonly [string, 'SOCIAL'], query = QUERY) => both().ours(query, { by, variables: { n: 1 } })
const BASIS = { 'Dev Raman': 'PERSONALIZED', 'Ben Lindqvist': 'CONTEXTUAL', 'Ada Okafor': 'CONTEXTUAL' } as const

describe('B17: ours', () => {
  test.each([[[DEV, BEN, ADA, DEV, BEN]], [[BEN, DEV, BEN, ADA, DEV]]])(
    'has one plan for everybody, which decides nothing: in the order %j',
    async (order) => {
      for (const by of order) {
        const one = await asked(by)
        expect(one.data.socialMe.ads).toEqual([{ basis: BASIS[by[0]] }])
        expect(one.to('messenger')).toHaveLength(by === DEV ? 1 : 0)
        expect(leaks(both().graph, one)).toEqual([])
      }
    },
  )

  test('asks the first as it asks the hundredth, and all at once as one after the other', async () => {
    const fresh = await asked(BEN, QUERY.replace('Q(', 'Fresh('))
    const again = await asked(BEN, QUERY.replace('Q(', 'Fresh('))
    expect(again.calls.map(({ bytes }) => bytes)).toEqual(fresh.calls.map(({ bytes }) => bytes))
    const at = (n: number) => EVERYBODY[n % 3] ?? DEV
    const ask = (n: number) => both().graph.data(QUERY, { by: at(n), variables: { n: 1 } })
    const many = await Promise.all(Array.from({ length: 12 }, (_, n) => ask(n)))
    const wrong = many.filter(({ socialMe }, n) => at(n) !== DEV && socialMe.ads[0].basis === 'PERSONALIZED')
    expect(wrong).toEqual([])
    expect(many.filter(({ socialMe }) => socialMe.ads[0].basis === 'PERSONALIZED').length).toBeGreaterThan(0)
  })

  test('has a plan for each choice of its conditions, and none is taken for another', async () => {
    const query = 'query ($yes: Boolean!) { socialMe { ads(first: 1) @include(if: $yes) { basis } } }'
    const keys = async (yes: boolean) =>
      Object.keys((await both().graph.data(query, { by: DEV, variables: { yes } })).socialMe)
    expect([await keys(true), await keys(false), await keys(true)]).toEqual([['ads'], [], ['ads']])
  })
})

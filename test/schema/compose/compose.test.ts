import * as fc from 'fast-check'
import { buildSchema, parse, Source } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeGraph, type CompositionResult } from '../../../schema/compose/compose.ts'
import { RULES } from '../../../schema/compose/rules/rules.ts'
import { loadSources } from '../../../schema/contract.ts'
import { readLabels } from '../../../schema/labels.ts'
import { graphOf, problemsOf, toldOf } from '../../support/graph.ts'

const sources = loadSources()

// design/graph/partner.graphql, word for word.
const PARTNER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@shareable"])
interface Node { id: ID! }
type Video implements Node @key(fields: "id") { id: ID! title: String! author: PhotoProfile }
type PhotoProfile @key(fields: "id", resolvable: false) { id: ID! }
"Photo is @open: its owner lets others build on it."
type Photo @key(fields: "id") { id: ID! relatedVideos(first: Int = 3): [Video!] }
type Query { partnerTrendingVideos(first: Int = 20): [Video!] }
`

describe('the contract', () => {
  let composed: Extract<CompositionResult, { ok: true }>
  beforeAll(() => {
    const result = composeGraph(sources)
    if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
    composed = result
  })

  test('composes to the same text whatever the order of its notices', () => {
    const again = composeGraph({ ...sources, notices: sources.notices.toReversed() })
    expect(again).toEqual(composed)
  })

  test('keeps the consent labels in the supergraph, as the owners wrote them', () => {
    const labels = readLabels(parse(composed.supergraphSdl))
    const written = sources.subgraphs.map(({ source }) => readLabels(parse(source)))
    for (const kind of ['persons', 'consented', 'uses'] as const) {
      expect(Object.fromEntries(labels[kind])).toEqual(
        Object.fromEntries(written.flatMap((each) => [...each[kind]] as [string, unknown][])),
      )
    }
    expect([...labels.roads.keys()].sort()).toEqual(composed.flows.map(({ road }) => road))
    expect(labels.sealed).toContain('Ciphertext')
    expect(labels.open).toContain('Photo')
  })

  test('hides consented types, roads and grants from clients', () => {
    const api = buildSchema(composed.apiSdl)
    for (const { type, road } of composed.flows) {
      const [person = '', field = ''] = road.split('.')
      expect(api.getType(type)).toBeUndefined()
      expect(api.getType(person)?.toConfig()).not.toHaveProperty(['fields', field])
    }
    expect(api.getType('Grant')).toBeUndefined()
    expect(composed.apiSdl).not.toMatch(/join__|@inaccessible|@person/)
  })

  test('lists the five flows of the design', () => {
    expect(composed.flows.map(({ from, to, purpose }) => `${from} to ${to} ${purpose}`).sort()).toEqual([
      'messenger to photo IMPROVE',
      'messenger to photo PERSONALIZE',
      'messenger to social ADS',
      'photo to social ADS',
      'social to photo PERSONALIZE',
    ])
  })

  test('composes with the partner of the design, whose entities entry then knows', () => {
    const [partner] = graphOf({ partner: PARTNER }).subgraphs
    const together = composeGraph({ ...sources, subgraphs: [...sources.subgraphs, partner as never] })
    expect(problemsOf(together)).toEqual([])
    expect(together.ok && together.entrySdl).toContain('type Video implements Node')
    expect(together.ok && together.apiSdl).toContain('partnerTrendingVideos')
  })
})

// Partners that build on each other's types, which rule R5 would refuse.
const COMPOSITION = RULES.filter(({ number }) => number === undefined)

describe('all problems at once', () => {
  test('of several files, causes before consequences', () => {
    const told = toldOf(
      graphOf({
        alpha: 'type Query { one: Int alphaTwo: T }\ntype T { a: Int }',
        beta: 'type Query { betaOne: T }\ntype T { a: Int }',
      }),
    )
    expect(told).toEqual(['PARTNER_ROOT_FIELD alpha.graphql:2', 'INVALID_FIELD_SHARING beta.graphql:3'])
  })

  test('while a file cannot be read as it is meant, composition is not tried', () => {
    const told = toldOf(
      graphOf({
        alpha: 'type Query {',
        beta: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0")\ntype Query { one: Missing }',
      }),
    )
    expect(told).toEqual([
      'SYNTAX_ERROR alpha.graphql:2',
      'FEDERATION_VERSION beta.graphql:1',
      'PARTNER_ROOT_FIELD beta.graphql:2',
    ])
  })

  test('once for a field, by however many paths it cannot be reached', () => {
    const [problem, ...others] = problemsOf(
      composeGraph(
        graphOf({
          alpha:
            'type Query { alphaOne: T alphaTwo: [T] alphaThree: U }\ntype U { t: T }\ntype T { id: ID! @shareable }',
          beta: 'type Query { betaOne: T }\ntype T { id: ID! @shareable b: Int c: Int }',
        }),
      ),
    )
    expect(others).toEqual([])
    expect(problem?.message).toMatch(/^T\.b and T\.c: /)
  })

  test('once for a type whose fields are all shared, with the patch', () => {
    const page = 'type PageInfo {\n  hasNextPage: Boolean!\n  endCursor: String\n}\n'
    const problems = problemsOf(
      composeGraph(
        graphOf({
          alpha: `type Query { alphaOne: PageInfo }\n${page}`,
          beta: `type Query { betaOne: PageInfo }\n${page.replace(' {', ' @shareable {')}`,
        }),
      ),
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'INVALID_FIELD_SHARING', file: 'alpha.graphql', line: 4 })
    expect(problems[0]?.patch).toContain('+type PageInfo @shareable {')
  })

  test('with a patch only where it is surely right', () => {
    const requiring =
      'type Query { alphaOne: T }\ntype T @key(fields: "id") { id: ID! a: Int b: Int @requires(fields: "a") }'
    const patchWith = (beta: string) =>
      problemsOf(composeGraph(graphOf({ alpha: requiring, beta }), COMPOSITION))[0]?.patch
    expect(patchWith('type T @key(fields: "id") { id: ID! a: Int }')).toContain('a: Int @external b: Int')
    expect(patchWith('type T @key(fields: "id") { id: ID! c: Int }')).toBeUndefined()
  })

  test('an error that composition gives no place has one', () => {
    expect(toldOf(graphOf({ alpha: 'type Query { alphaOne: T }\ntype T {\n  a: Int\n  a: Int\n}' }))).toEqual([
      'INVALID_GRAPHQL alpha.graphql:5',
    ])
    expect(toldOf(graphOf({ alpha: 'type Query { alphaOne: T }\ntype T { a: Int }\ntype T { b: Int }' }))).toEqual([
      'INVALID_GRAPHQL alpha.graphql:4',
    ])
  })

  test('never by throwing, whatever the text', () => {
    const words = fc.constantFrom(
      'type',
      'Query',
      'T',
      '{',
      '}',
      ':',
      'a',
      'Int',
      '@key',
      '(',
      ')',
      '"id"',
      'extend',
      '!',
      '[',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (text) => {
        const result = composeGraph(graphOf({ alpha: `type Query { alphaOne: Int }\n${text.join(' ')}` }))
        for (const problem of problemsOf(result)) {
          expect(problem).toMatchObject({ file: 'alpha.graphql', frame: expect.stringContaining('^') as string })
          expect(problem.hint).not.toBe('')
        }
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

test('a source without any subgraph name of the family composes by itself', () => {
  const { subgraphs } = graphOf({ alpha: 'type Query { alphaOne: Int }' })
  const named = subgraphs.map((each) => ({ ...each, source: new Source(each.source.body, 'a/deep/path.graphql') }))
  expect(composeGraph({ subgraphs: named, notices: [] })).toMatchObject({ ok: true, flows: [] })
})

import { describe, expect, it } from 'vitest'
import type { PlanContract } from '../../../gateway/consent/planContract.ts'
import type { SubgraphRequest, SubgraphResponse } from '../../../gateway/transport.ts'
import { testGraph } from './graph.ts'

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key" "@external" "@requires" "@inaccessible" "@composeDirective"])
  @link(url: "https://concord.example/consent/v1.0", import: ["@consented"]) @composeDirective(name: "@consented")
  directive @consented(from: String!, purpose: String!) on OBJECT `
const SIGNALS = 'type Signals @inaccessible @consented(from: "messenger", purpose: "ADS")'

const CONTRACT: PlanContract = {
  subgraphs: [{ name: 'messenger', app: 'MESSENGER' }, { name: 'social', app: 'SOCIAL' }, { name: 'grants' }],
  flows: [{ road: 'Person.signals', type: 'Signals', from: 'messenger', to: 'social', purpose: 'ADS' }],
}

const person = (id: string) => ({ __typename: 'Person', id })
const DOWN = new Error('down')
const INTERNAL = { message: 'broken', extensions: { code: 'INTERNAL_ERROR' } }
const VALID_UNTIL = new Date(300).toISOString()

/** The roads of two persons: what grants and the source answer is the test's; the recipient makes ads of its input. */
async function ads(grants: SubgraphResponse | Error, source: SubgraphResponse | Error) {
  const given =
    (answer: SubgraphResponse | Error) =>
    ({ named }: SubgraphRequest) => {
      named?.('a call')
      return answer instanceof Error ? Promise.reject(answer) : answer
    }
  const told: object[] = []
  const graph = testGraph(
    {
      grants: {
        sdl: `${LINK} type Person @key(fields: "id") { id: ID! signals: Signals @inaccessible }
          ${SIGNALS} @key(fields: "grant", resolvable: false) { grant: ID! @inaccessible }`,
        answer: given(grants),
      },
      messenger: {
        sdl: `${LINK} type Query { q: Int } ${SIGNALS} @key(fields: "grant") { grant: ID! @inaccessible topics: [String!]! validUntil: String! }`,
        answer: given(source),
      },
      social: {
        sdl: `${LINK} type Query { people: [Person] } type Person @key(fields: "id") { id: ID! signals: Signals @external
          ads: String @requires(fields: "signals { topics validUntil }") } ${SIGNALS} { topics: [String!]! @external validUntil: String! @external }`,
        answer: ({ variables }) => {
          const representations = variables['representations'] as { signals: unknown }[] | undefined
          if (!representations) return { data: { people: [person('1'), person('2')] } }
          return { data: { _entities: representations.map(({ signals }) => ({ ads: JSON.stringify(signals) })) } }
        },
      },
    },
    { contract: CONTRACT, log: { debug() {}, info() {}, error() {}, warn: (fields) => void told.push(fields) } },
  )
  const result = await graph.run('{ people { ads } }', {}, { scope: { requestId: 'a request' } })
  return { result, told }
}

const granted = { data: { _entities: [{ signals: { __typename: 'Signals', grant: 'g' } }, { signals: null }] } }
const answered = (...made: unknown[]) => ({
  data: { people: made.map((signals) => ({ ads: JSON.stringify(signals) })) },
})

describe('a road', () => {
  it('brings the values where it was granted', async () => {
    const values = { topics: ['x'], validUntil: VALID_UNTIL }
    const { result } = await ads(granted, { data: { _entities: [values] } })
    expect(result).toEqual(answered(values, null))
  })

  it.each([
    ['grants is down', DOWN, DOWN],
    [
      'grants answers an error',
      { data: { _entities: [null, null] }, errors: [{ message: 'No', path: ['_entities', 0] }] },
      DOWN,
    ],
    ['grants answers nonsense', { data: { _entities: [{ signals: 7 }, {}] } }, DOWN],
    ['the source is down', granted, DOWN],
    [
      'the source answers an error',
      granted,
      { data: { _entities: [null] }, errors: [{ message: 'No', path: ['_entities', 0, 'topics'] }] },
    ],
    ['the source answers null', granted, { data: { _entities: [null] } }],
    ['the source answers nonsense', granted, { data: { _entities: [{ topics: 'x' }] } }],
  ])('tells nobody why it brings nothing: %s', async (_what, grants, source) => {
    const { result } = await ads(grants, source)
    expect(result).toEqual(answered(null, null))
  })

  it('tells the log who failed, and nothing else', async () => {
    const { told } = await ads(granted, { data: { _entities: [null] }, errors: [{ message: 'Mia refused' }] })
    expect(told).toEqual([{ subgraph: 'messenger', code: 'DOWNSTREAM_SERVICE_ERROR' }])
  })

  const broken = { data: { _entities: [null, null] }, errors: [INTERNAL] }
  it.each<[string, SubgraphResponse | Error, SubgraphResponse | Error, object]>([
    ['grants, which failed by itself', broken, DOWN, { subgraph: 'grants', code: 'INTERNAL_ERROR' }],
    ['grants, which is down', DOWN, DOWN, { subgraph: 'grants', code: 'SUBGRAPH_UNREACHABLE' }],
    [
      'the source, which failed by itself',
      granted,
      { ...broken, data: null },
      { subgraph: 'messenger', code: 'INTERNAL_ERROR' },
    ],
    ['the source, which is down', granted, DOWN, { subgraph: 'messenger', code: 'SUBGRAPH_UNREACHABLE' }],
  ])('leads from no request to a call: of %s', async (_what, grants, source, line) => {
    expect((await ads(grants, source)).told).toEqual([line])
  })
})

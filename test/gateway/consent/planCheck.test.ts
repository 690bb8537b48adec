import type { ExecutionResult } from 'graphql'
import { describe, expect, it, test } from 'vitest'
import type { PlanContract } from '../../../gateway/consent/planContract.ts'
import type { PlanProblem } from '../../../gateway/consent/planCheck.ts'
import { testGraph } from '../engine/graph.ts'

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key" "@external" "@requires" "@inaccessible" "@override" "@shareable" "@composeDirective"])
  @link(url: "https://concord.example/consent/v1.0", import: ["@consented" "@uses"])
  @composeDirective(name: "@consented") @composeDirective(name: "@uses")
  directive @consented(from: String!, purpose: String!) on OBJECT
  directive @uses(purpose: String!) on FIELD_DEFINITION\n`
const SIGNALS = 'type Signals @inaccessible @consented(from: "messenger", purpose: "ADS")'
const QUALITY = 'type Quality @inaccessible @consented(from: "messenger", purpose: "IMPROVE")'
const GRANT = 'grant: ID! @inaccessible'
const COPY = `${SIGNALS} { topics: [String!]! @external validUntil: String! @external }`
const QUALITY_COPY = `${QUALITY} { days: Int! @external validUntil: String! @external }`
const ADS = 'ads: [Ad!] @uses(purpose: "ADS")'
const TOPICS = 'signals { topics validUntil }'

/** The right graph, and what a test writes otherwise. */
const RIGHT = {
  grants: `type Person @key(fields: "id") { id: ID! signals: Signals @inaccessible quality: Quality @inaccessible }
    ${SIGNALS} @key(fields: "grant", resolvable: false) { ${GRANT} } ${QUALITY} @key(fields: "grant", resolvable: false) { ${GRANT} }`,
  messenger: `type Query { chats: Int }
    ${SIGNALS} @key(fields: "grant") { ${GRANT} topics: [String!]! validUntil: String! }
    ${QUALITY} @key(fields: "grant") { ${GRANT} days: Int! validUntil: String! }`,
  social: `type Query { me: Person } type Ad @key(fields: "id") { id: ID! title: String }
    type Person @key(fields: "id") { id: ID! signals: Signals @external ${ADS} @requires(fields: "${TOPICS}") } ${COPY}`,
}
type Changes = Readonly<Record<string, string>>

const flow = { from: 'messenger', to: 'social' }
const CONTRACT: PlanContract = {
  subgraphs: [
    { name: 'messenger', app: 'MESSENGER' },
    { name: 'photo', app: 'PHOTO' },
    { name: 'social', app: 'SOCIAL' },
    { name: 'grants' },
    { name: 'partner' },
  ],
  flows: [
    { road: 'Person.signals', type: 'Signals', purpose: 'ADS', ...flow },
    { road: 'Person.quality', type: 'Quality', purpose: 'IMPROVE', ...flow },
  ],
}

/** What the client gets, and what the operator is told, of a graph that was composed without our composer. */
async function refused(changes: Changes, query = '{ me { ads { title } } }', contract = CONTRACT) {
  const told: { readonly problems: readonly PlanProblem[] }[] = []
  const texts = Object.entries({ ...RIGHT, ...changes })
  const answer = { data: { me: null } }
  const subgraphs = Object.fromEntries(texts.map(([name, sdl]) => [name, { sdl: LINK + sdl, answer: () => answer }]))
  const log = { debug() {}, info() {}, warn() {}, error: (fields: object) => void told.push(fields as never) }
  const graph = testGraph(subgraphs, { contract, log })
  const result: ExecutionResult = await graph.run(query)
  return {
    code: result.errors?.[0]?.extensions['code'],
    calls: graph.sent.length,
    told: told.flatMap(({ problems }) =>
      problems.map(({ subgraph, path, message }) => `${subgraph} ${path}: ${message}`),
    ),
    again: async () => (await graph.run(query)).errors?.[0]?.extensions['code'],
  }
}

/** The social app's SDL with another `ads`, and more. */
const social = (person: string, more = COPY) =>
  `type Query { me: Person } type Ad @key(fields: "id") { id: ID! title: String }
   type Person @key(fields: "id") { id: ID! signals: Signals @external quality: Quality @external ${person} } ${more}`

describe('a plan is refused', () => {
  it.each<[string, Changes, string, string?]>([
    [
      'whose recipient is sent the grant',
      {
        social: social(
          `${ADS} @requires(fields: "signals { grant topics validUntil } quality { days validUntil }")`,
          `${SIGNALS} { grant: ID! @external topics: [String!]! @external validUntil: String! @external } ${QUALITY_COPY}`,
        ),
      },
      'social me: The input Person.signals must not hold "grant".',
    ],
    [
      'whose input has no end',
      {
        social: social(
          `${ADS} @requires(fields: "signals { topics } quality { days }")`,
          `${SIGNALS} { topics: [String!]! @external } ${QUALITY} { days: Int! @external }`,
        ),
      },
      'social me: The input Person.signals must hold "validUntil".',
    ],
    [
      'whose input serves two purposes',
      {
        social: social(`${ADS} @requires(fields: "${TOPICS} quality { days validUntil }")`, `${COPY} ${QUALITY_COPY}`),
      },
      'social me: An input must serve one purpose, but this one serves: ADS, IMPROVE.',
    ],
    [
      'that brings the values to somebody without a permit',
      {
        partner: `type Person @key(fields: "id") { id: ID! signals: Signals @external guess: String @requires(fields: "${TOPICS}") } ${COPY}`,
      },
      'partner me: "partner" has no flow of Person.signals, and must not be sent what it leads to.',
      '{ me { guess } }',
    ],
    [
      'that asks the values of somebody else than their source',
      { partner: `${SIGNALS} @key(fields: "grant") { ${GRANT} topics: [String!]! @override(from: "messenger") }` },
      'partner me.signals: Signals must be asked of its source "messenger" only.',
    ],
    [
      'that asks the values through an interface',
      {
        messenger: RIGHT.messenger
          .replace('type Signals @', 'interface Likes { topics: [String!]! } type Signals implements Likes @')
          .replace('chats: Int', 'chats: Int likes: Likes'),
      },
      'messenger : Likes.topics must be asked by a grant only.',
      '{ likes { topics } }',
    ],
    [
      'that asks more of what the values hold',
      {
        messenger: `${RIGHT.messenger.replace('topics: [String!]!', 'topics: [String!]! chat: Chat')} type Chat @key(fields: "id") { id: ID! }`,
        partner: 'type Chat @key(fields: "id") { id: ID! stars: Int }',
        social: social(
          `${ADS} @requires(fields: "signals { topics chat { stars } validUntil } quality { days validUntil }")`,
          `${COPY.replace('topics: [String!]! @external', 'topics: [String!]! @external chat: Chat @external')} ${QUALITY_COPY}
           type Chat @key(fields: "id", resolvable: false) { id: ID! stars: Int @external }`,
        ),
      },
      'partner me.signals.chat: Beyond the road "signals" nothing more must be asked.',
    ],
    [
      'that asks a road of somebody else than grants',
      {
        partner: `type Person @key(fields: "id") { id: ID! signals: Signals @inaccessible @override(from: "grants") } ${SIGNALS} @key(fields: "grant", resolvable: false) { ${GRANT} }`,
      },
      'partner me: Person.signals must be asked of "grants" only.',
    ],
    [
      'that asks a partner about what was made of the values',
      { partner: 'type Ad @key(fields: "id") { id: ID! opinion: String }' },
      'partner me.ads: Below me.ads, which uses consented data, nothing must be asked of a partner.',
      '{ me { ads { opinion } } }',
    ],
    [
      'that asks another app about what was made of the values',
      { photo: 'type Ad @key(fields: "id") { id: ID! opinion: String }' },
      'photo me.ads: Below me.ads, which uses consented data, nothing must be asked of another app, "photo".',
      '{ me { ads { opinion } } }',
    ],
    [
      'that takes the values to another object',
      {
        social: `type Query { me: Person } ${COPY} type Person @key(fields: "id") { id: ID! signals: Signals @external wall: Wall }
          type Wall @key(fields: "id") { id: ID! owner: Person @external banner: String @requires(fields: "owner { ${TOPICS} }") }`,
        partner: 'type Wall @key(fields: "id") { id: ID! owner: Person } type Person @key(fields: "id") { id: ID! }',
      },
      'social me.wall: "signals" must be required of the person itself, but stands at Wall.owner.',
      '{ me { wall { banner } } }',
    ],
  ])('%s', async (_what, changes, problem, query) => {
    const { code, calls, told } = await refused(changes, query)
    expect({ code, calls }).toEqual({ code: 'PLAN_REFUSED', calls: 0 })
    expect(told).toContain(problem)
  })

  it('once for all: it is not planned, and its operator not told, again', async () => {
    const { told, again } = await refused(
      { partner: 'type Ad @key(fields: "id") { id: ID! opinion: String }' },
      '{ me { ads { opinion } } }',
    )
    expect(await again()).toBe('PLAN_REFUSED')
    expect(told).toHaveLength(1)
  })

  it('by a gateway that was told of no flows', async () => {
    const { code, told } = await refused({}, undefined, { subgraphs: [], flows: [] })
    expect(code).toBe('PLAN_REFUSED')
    expect(told.join('\n')).toContain('"social" has no flow of Person.signals')
  })
})

test('the right plan runs, and one without consented data in any graph', async () => {
  expect(await refused({})).toMatchObject({ code: undefined, calls: 1, told: [] })
  const { code } = await refused({ partner: 'type Query { weather: String }' }, '{ weather }')
  expect(code).toBeUndefined()
})

test('a supergraph that has lost its labels is not served with the flows of another', async () => {
  const unlabelled = Object.fromEntries(
    Object.entries(RIGHT).map(([name, sdl]) => [name, sdl.replaceAll(/@consented\([^)]*\)/g, '')]),
  )
  await expect(refused(unlabelled)).rejects.toThrow('the supergraph has no flow of Signals')
})

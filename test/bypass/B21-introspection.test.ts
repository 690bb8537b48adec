import { buildSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGraph, type GraphGateway } from '../support/graphGateway.ts'
import { servedFamily } from '../support/servedFamily.ts'
import { labelledStack } from './support/labelled.ts'
import { DEV, usingBoth } from './support/sideBySide.ts'

/** B21: introspection, suggestions, `_service`: what there is, is told by the schema itself. */
const served = servedFamily()
const both = usingBoth(() => ({ connect: served.connect }))
let closed: GraphGateway
beforeAll(async () => {
  // Where the other one is started for development, this one is as for everybody.
  closed = await startGraph()
})
afterAll(() => closed[Symbol.asyncDispose]())

const hiddenNames = () => {
  const { flows } = both().graph.house.contract
  return flows.flatMap(({ road, type }) => [road.split('.')[1] ?? '', type])
}

describe('B21: a schema whose personal fields are labelled', () => {
  test('shows them by introspection, and in suggestions', async () => {
    const stack = await labelledStack()
    const { data } = await stack.ask('{ __type(name: "Person") { fields { name } } }')
    expect(JSON.stringify(data)).toContain('"topics"')
    expect((await stack.ask('{ person(id: "ben") { topic } }')).errors?.[0]?.message).toContain('Did you mean "topics"')
  })
  test('is told whole by any of its subgraphs', async () => {
    const { data } = await (await labelledStack()).direct('messenger', '{ _service { sdl } }')
    expect(JSON.stringify(data)).toContain('topics')
  })
})

describe('B21: ours', () => {
  test('introspection is off, and /schema.graphql with it', async () => {
    for (const query of [
      getIntrospectionQuery(),
      '{ __schema { queryType { name } } }',
      '{ x: __type(name: "Ad") { name } }',
    ])
      expect((await closed.ask(query, { token: await closed.token('SOCIAL') })).code).toBe('INTROSPECTION_OFF')
    expect((await closed.send('/schema.graphql')).text).not.toContain('type Query')
  })

  test('where it is on, no road, consented type or grant is in it', async () => {
    const { data } = await both().ours(getIntrospectionQuery(), { by: DEV })
    const text = JSON.stringify((data as IntrospectionQuery).__schema.types)
    expect(text).toContain('"SocialProfile"')
    expect(
      [...hiddenNames(), 'Grant', '_entities', '_service', '_Any', 'join__'].filter((name) =>
        text.includes(`"${name}`),
      ),
    ).toEqual([])
    const { text: sdl } = await both().graph.send('/schema.graphql')
    expect(buildSchema(sdl).getType('SocialProfile')).toBeDefined()
    expect([...hiddenNames(), 'Grant', '@consented', '@uses'].filter((name) => sdl.includes(name))).toEqual([])
  })

  test.each([
    '{ socialMe { messengerAdSignal } }',
    '{ socialMe { photoAdSignals { topics } } }',
    '{ socialMe { ... on MessengerAdSignal { topics } } }',
    'query ($a: Grants) { socialMe { id } }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ])('suggests nothing of them: %s', async (query) => {
    for (const { text } of [await both().ours(query, { by: DEV }), await closed.ask(query)]) {
      expect(text).toContain('GRAPHQL_VALIDATION_FAILED')
      const [, suggested = ''] = text.split('Did you mean')
      expect([...hiddenNames(), 'Grant"', '_Any'].filter((name) => suggested.includes(name))).toEqual([])
    }
  })

  test.each(['messenger', 'photo', 'social', 'accounts', 'grants'])(
    '%s tells its SDL to nobody who is not the gateway',
    async (name) => {
      const headers = { 'content-type': 'application/json' }
      for (const query of ['{ _service { sdl } }', getIntrospectionQuery()]) {
        const answer = await fetch(`${served.url(name)}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query }),
        })
        const text = await answer.text()
        expect([answer.status, text]).toEqual([401, expect.stringContaining('CALL_NOT_SIGNED')])
        expect(text).not.toContain('type ')
      }
    },
  )
})

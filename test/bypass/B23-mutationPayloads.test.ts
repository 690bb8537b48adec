import { OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { composeGraph } from '../../schema/compose/compose.ts'
import { RULES } from '../../schema/compose/rules/rules.ts'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import { SMALL_FAMILY, smallFamily } from '../support/smallFamily.ts'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { ADA, BEN, DEV, usingBoth, type Between } from './support/sideBySide.ts'

/** B23: what a query would not answer, a mutation's payload leads to. */
const both = usingBoth()

const isQuery = (text: string) =>
  (parse(text).definitions[0] as OperationDefinitionNode).operation === OperationTypeNode.QUERY

describe('B23: a guard of queries', () => {
  test('is passed by in the payload of a mutation', async () => {
    const mutation = 'mutation { rename(id: "ben", name: "B.") { person { topics } } }'
    expect(isQuery(mutation)).toBe(false)
    expect((await (await labelledStack()).ask(mutation)).data).toEqual({ rename: { person: { topics: ['CHESS'] } } })
  })
})

describe('B23: a payload that holds consented data', () => {
  const paying = smallFamily({
    ...SMALL_FAMILY,
    grants: `${SMALL_FAMILY['grants']}\ntype Mutation { decide: Payload }\ntype Payload { mood: MessengerMood @inaccessible id: ID }`,
  })
  test('composes where the rules of who names it (R1, R2) are switched off', () => {
    const result = composeGraph(
      paying,
      RULES.filter(({ number }) => number !== 'R1' && number !== 'R2'),
    )
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([])
  })
  test('is refused', () => {
    const result = composeGraph(paying)
    expect(result.ok ? [] : result.problems.map(({ file }) => file)).toContain('grants.graphql')
  })
})

let keys = 0
const post = (more: string) =>
  `mutation { createPost(input: { text: "Hello.", idempotencyKey: "b23-${keys++}" }) { post { author { ${more} } } errors { code } } }`

/** Time passes when a withdrawal waits for what is on its way, and not before. */
const passing: Between = (name, send) => async (request) => {
  if (name !== 'accounts' || !request.query.startsWith('mutation')) return send(request)
  const { clock } = both().graph
  const state = { pending: true }
  const answer = send(request).finally(() => (state.pending = false))
  while (state.pending) {
    await new Promise((resolve) => setImmediate(resolve))
    if (clock.waiting().includes(L + DELTA)) await clock.advance(L + DELTA)
  }
  return answer
}

describe('B23: ours', () => {
  test('a payload that leads to a person is decided as a query is, in a fetch of its own', async () => {
    for (const [by, basis] of [
      [DEV, 'PERSONALIZED'],
      [BEN, 'CONTEXTUAL'],
      [ADA, 'CONTEXTUAL'],
    ] as const) {
      const asked = await both().ours(post('ads(first: 1) { basis }'), { by })
      expect(asked.data.createPost).toEqual({ post: { author: { ads: [{ basis }] } }, errors: [] })
      const grants = asked.to('grants').map(({ query }) => query.split(/[({]/)[0]?.trim())
      expect(grants).toEqual(['query'])
      expect(leaks(both().graph, asked)).toEqual([])
    }
  })

  test('the payload of a withdrawal is of after the withdrawal', async () => {
    both().between(passing)
    const query = `mutation ($input: SetConsentInput!) { setConsent(input: $input) { consent { granted }
      account { links { profile { ... on SocialProfile { ads(first: 1) { basis } } } } } errors { code } } }`
    const input = { from: 'MESSENGER', to: 'social', purpose: 'ADS', granted: false }
    const asked = await both().ours(query, { by: ['Dev Raman', 'ACCOUNTS'], variables: { input } })
    both().between()
    const { consent, account } = asked.data.setConsent
    expect(consent).toEqual({ granted: false })
    expect(account.links.flatMap(({ profile }: { profile: { ads?: unknown } }) => profile?.ads ?? [])).toEqual([
      { basis: 'CONTEXTUAL' },
    ])
    expect(asked.to('messenger').filter(({ bytes }) => bytes.includes('AdSignals'))).toEqual([])
  })
})

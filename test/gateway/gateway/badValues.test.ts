import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEST_START } from '../../support/subgraphTester.ts'
import { type GraphGateway, startGraph } from '../../support/graphGateway.ts'

/** Values that only the owner of a field can judge, asked through the whole graph: each has its documented code. */
let graph: GraphGateway
let token: string
beforeAll(async () => {
  graph = await startGraph()
  const profile = { username: 'ada', displayName: 'Ada', birthYear: 1990, private: false, idempotencyKey: 'ada' }
  const id = await graph.createProfile('photo', profile)
  token = await graph.token('PHOTO', { profiles: [{ app: 'PHOTO', id, authTime: TEST_START / 1000 }] })
})
afterAll(() => graph[Symbol.asyncDispose]())

test.each<[string, string, string]>([
  ['page size 0', '{ photoFeed(first: 0) { nodes { id } } }', 'PAGE_SIZE_INVALID'],
  ['page size -1', '{ photoFeed(first: -1) { nodes { id } } }', 'PAGE_SIZE_INVALID'],
  ['page size 101', '{ photoFeed(first: 101) { nodes { id } } }', 'PAGE_SIZE_INVALID'],
  ['a cursor that is none', '{ photoFeed(after: "x") { nodes { id } } }', 'CURSOR_INVALID'],
  ['101 ids', `{ nodes(ids: [${'"x",'.repeat(101)}]) { id } }`, 'TOO_MANY_IDS'],
])('%s', async (_name, query, code) => {
  expect(await graph.ask(query, { token })).toMatchObject({ status: 200, code })
  expect((await graph.ask('{ photoMe { username } }', { token })).json).toEqual({
    data: { photoMe: { username: 'ada' } },
  })
})

test.each(['x', '', '!!!', 'a'.repeat(5_000)])('the id %o is nothing, without an error', async (id) => {
  const query = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }'
  expect((await graph.ask(query, { token, variables: { id } })).json).toEqual({ data: { node: null, nodes: [null] } })
})

test('a literal of an alien scalar, and one in a variable', async () => {
  const mutation = (ciphertext: string) =>
    `mutation { postStatus(input: { ${ciphertext}, idempotencyKey: "k" }) { errors { code } } }`
  expect(await graph.ask(mutation('ciphertext: 12'), { token })).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' })
  const query = 'query ($first: Int!) { photoFeed(first: $first) { nodes { id } } }'
  expect(await graph.ask(query, { token, variables: { first: 1.5 } })).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await graph.ask(query, { token, variables: { first: { a: 1 } } })).toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('a name of everything in JavaScript is a name like any other', async () => {
  const body =
    '{"query":"{ photoMe { username } }","variables":{"__proto__":{"a":1},"constructor":1},"__proto__":{"x":1}}'
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await graph.send('/graphql', { method: 'POST', headers, body })
  expect(answer.json).toEqual({ data: { photoMe: { username: 'ada' } } })
  const aliases = '{ constructor: photoMe { __proto__: username toString: displayName } }'
  expect((await graph.ask(aliases, { token })).text).toBe(
    '{"data":{"constructor":{"__proto__":"ada","toString":"Ada"}}}\n',
  )
})

import { createHash } from 'node:crypto'
import { ApolloServer, HeaderMap } from '@apollo/server'
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startGraph, type GraphGateway } from '../support/graphGateway.ts'
import type { Json } from '../support/subgraphTester.ts'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { BEN, DEV, usingBoth } from './support/sideBySide.ts'

/** B25: batches, persisted documents, WebSocket: doors beside the one that is guarded. (WebSocket: B24.) */
const both = usingBoth()
let strict: GraphGateway
beforeAll(async () => {
  strict = await startGraph({ clients: { ACCOUNTS: { introspection: true }, SOCIAL: { limits: { depth: 3 } } } })
})
afterAll(() => strict[Symbol.asyncDispose]())

const persisted = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
})

describe('B25: a server with batches and persisted queries, behind a guard that reads the "query" of the body', () => {
  test.each<[string, (text: string) => object]>([
    ['a batch', (query) => [{ query }]],
    ['a hash', (text) => ({ extensions: persisted(text) })],
  ])('does not see what is in %s', async (_what, bodyOf) => {
    const text = '{ person(id: "ben") { topics } }'
    const { messenger: schema } = await labelledStack()
    const server = new ApolloServer({
      schema,
      allowBatchedHttpRequests: true,
      plugins: [ApolloServerPluginInlineTraceDisabled()],
    })
    await server.start()
    onTestFinished(() => server.stop())
    const ask = async (body: object) => {
      const guarded = JSON.stringify((body as { query?: string }).query ?? '').includes('topics')
      if (guarded) return 'refused'
      const headers = new HeaderMap([['content-type', 'application/json']])
      const asked = { method: 'POST', headers, search: '', body }
      const answer = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest: asked, context: async () => ({}) })
      return answer.body.kind === 'complete' ? answer.body.string : ''
    }
    // Somebody who may ask it has registered the text.
    await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap([['content-type', 'application/json']]),
        search: '',
        body: { query: text, extensions: persisted(text) },
      },
      context: async () => ({}),
    })
    expect(await ask({ query: text })).toBe('refused')
    expect(await ask(bodyOf(text))).toContain('CHESS')
  })
})

describe('B25: ours', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    both().graph.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const ADS = '{ socialMe { ads(first: 1) { basis } } }'

  test.each([[[{ query: ADS }]], [[{ query: ADS }, { query: ADS }]], [[]]])('takes no batch: %j', async (body) => {
    const authorization = `Bearer ${await both().graph.token(DEV)}`
    expect((await post(body, { authorization })).codes).toEqual(['BAD_REQUEST'])
  })

  test('a persisted text is decided for whoever brings its hash, not for whoever brought the text', async () => {
    const bearer = async (by: typeof DEV | typeof BEN) => ({ authorization: `Bearer ${await both().graph.token(by)}` })
    const extensions = persisted(ADS)
    const basis = ({ data }: { data: Json }) => data.socialMe?.ads[0].basis
    expect(basis(await post({ query: ADS, extensions }, await bearer(DEV)))).toBe('PERSONALIZED')
    expect(basis(await post({ extensions }, await bearer(BEN)))).toBe('CONTEXTUAL')
    expect(basis(await post({ extensions }, await bearer(DEV)))).toBe('PERSONALIZED')
    expect((await post({ extensions })).data).toEqual({ socialMe: null })
    const other = '{ socialMe { ads(first: 2) { basis } } }'
    expect((await post({ query: other, extensions }, await bearer(BEN))).codes).toEqual(['BAD_REQUEST'])
  })

  test('what one client may ask is no door for another that brings its hash', async () => {
    const introspection = '{ __schema { queryType { name } } }'
    const deep = '{ viewer { account { links { profile { displayName } } } } }'
    for (const text of [introspection, deep])
      expect(
        (await strict.ask(text, { token: await strict.token('ACCOUNTS'), body: { extensions: persisted(text) } })).code,
      ).toBeUndefined()
    const byHash = async (text: string, client?: string) => {
      const headers = {
        'content-type': 'application/json',
        ...(client && { authorization: `Bearer ${await strict.token(client)}` }),
      }
      return (
        await strict.send('/graphql', {
          method: 'POST',
          headers,
          body: JSON.stringify({ extensions: persisted(text) }),
        })
      ).code
    }
    expect([await byHash(introspection), await byHash(introspection, 'PHOTO')]).toEqual([
      'INTROSPECTION_OFF',
      'INTROSPECTION_OFF',
    ])
    expect(await byHash(deep, 'SOCIAL')).toBe('OPERATION_TOO_DEEP')
  })

  const json = { 'content-type': 'application/json' }
  const mutation = 'mutation { deletePost(input: { postId: "x" }) { errors { code } } }'
  test.each<[string, string, Parameters<ReturnType<typeof both>['graph']['send']>[1]]>([
    ['a mutation by GET', `?query=${encodeURIComponent(mutation)}`, { headers: { 'apollo-require-preflight': '1' } }],
    ['a form', '', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
    [
      'what a page may post without asking',
      '',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: ADS }) },
    ],
    ['another path', '/batch', { method: 'POST', headers: json, body: JSON.stringify({ query: ADS }) }],
  ])('%s leads nowhere', async (_what, path, init) => {
    const answer = await both().graph.send(`/graphql${path}`, init)
    expect([answer.errors.length, answer.data ?? null]).toEqual([1, null])
  })

  test('by GET the same is decided as by POST', async () => {
    const authorization = `Bearer ${await both().graph.token(BEN)}`
    const answer = await both().graph.send(`/graphql?query=${encodeURIComponent(ADS)}`, {
      headers: { authorization, 'apollo-require-preflight': '1' },
    })
    expect(answer.data).toEqual({ socialMe: { ads: [{ basis: 'CONTEXTUAL' }] } })
    expect(leaks(both().graph, { text: answer.text, calls: [] })).toEqual([])
  })
})

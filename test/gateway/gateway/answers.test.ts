import { createHash } from 'node:crypto'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { startGateway } from '../../support/gatewayTester.ts'
import { createStubGeneration } from '../../support/stubGeneration.ts'

const REQUEST_ID = /^[A-Za-z0-9_-]{22}$/

describe('an answer', () => {
  test('to a POST, to a GET that a browser had to ask for, in either media type', async () => {
    await using gateway = await startGateway()
    const { status, json, headers } = await gateway.ask('query ($n: String) { hello(name: $n) }', {
      variables: { n: 'Ada' },
    })
    expect([status, headers.get('content-type'), json]).toEqual([
      200,
      'application/json; charset=utf-8',
      { data: { hello: 'Ada' } },
    ])
    const get = await gateway.send('/graphql?query=query($n:String){hello(name:$n)}&variables={"n":"Bob"}', {
      headers: { 'apollo-require-preflight': '1', accept: 'application/graphql-response+json' },
    })
    expect(get.json).toEqual({ data: { hello: 'Bob' } })
    expect(get.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8')
  })

  test('with errors of its parts keeps its data, its status and their codes', async () => {
    await using gateway = await startGateway()
    const { status, json } = await gateway.ask('{ hello fails }')
    expect(status).toBe(200)
    expect(json).toMatchObject({
      data: { hello: 'world', fails: null },
      errors: [{ message: 'It failed.', path: ['fails'], extensions: { code: 'SUBGRAPH_UNREACHABLE' } }],
    })
    // A subgraph does not choose our status, and what it said about it goes no further.
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNREACHABLE' })
  })

  test('of a bug has a code and nothing else of it', async () => {
    const generation = { ...createStubGeneration(), execute: () => Promise.reject(new TypeError('secret of a bug')) }
    await using gateway = await startGateway({ generation })
    const { status, json, text } = await gateway.ask('{ hello }', {
      headers: { accept: 'application/graphql-response+json' },
    })
    expect([status, json.errors?.[0]?.extensions?.['code']]).toEqual([500, 'INTERNAL_ERROR'])
    expect(text).not.toMatch(/secret|TypeError|\.ts/)
  })

  test('to the largest introspection that clients send stays within the limits', async () => {
    await using gateway = await startGateway({ development: true })
    const options = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }
    const query = getIntrospectionQuery({ ...options, inputValueDeprecation: true, oneOf: true })
    const { json } = await gateway.ask(query)
    expect(json).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } })
  })

  test('to @defer comes whole', async () => {
    await using gateway = await startGateway()
    const headers = {
      accept: 'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9',
    }
    const { json } = await gateway.ask('{ hello ... @defer(label: "late") { list } }', { headers })
    expect(json).toEqual({ data: { hello: 'world', list: [1, 2, 3] } })
  })
})

describe('a request id', () => {
  test('is fresh, whatever the client calls its request', async () => {
    const generation = createStubGeneration()
    await using gateway = await startGateway({ generation })
    const ids = await Promise.all(
      ['mine', 'mine'].map(async (id) => {
        const { headers, json } = await gateway.ask('{ hello }', { headers: { 'x-request-id': id } })
        expect(json).not.toHaveProperty('extensions')
        return headers.get('x-request-id') ?? ''
      }),
    )
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(REQUEST_ID)
    expect(JSON.stringify(generation.seen)).not.toContain('mine')
  })

  test('stands in the answer where there are errors', async () => {
    await using gateway = await startGateway()
    for (const query of ['{ fails }', '{ hullo }', 'subscription { tick }']) {
      const { headers, json } = await gateway.ask(query)
      expect(json.extensions).toEqual({ requestId: headers.get('x-request-id') })
    }
  })
})

describe('headers', () => {
  test('keep an answer out of caches, pages and frames', async () => {
    await using gateway = await startGateway()
    const anonymous = await gateway.ask('{ hello }')
    const mine = await gateway.ask('{ hello }', { token: await gateway.token('PHOTO') })
    expect(anonymous.headers.get('cache-control')).toBe('no-store')
    expect(mine.headers.get('cache-control')).toBe('private, no-store')
    expect(Object.fromEntries(mine.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
  })

  test('of a refusal say how to sign in, or what else would do', async () => {
    await using gateway = await startGateway()
    expect((await gateway.ask('mutation { act }')).headers.get('www-authenticate')).toBe('Bearer realm="concord"')
    expect((await gateway.send('/graphql', { method: 'DELETE' })).headers.get('allow')).toBe('GET, POST')
  })
})

describe('a persisted query', () => {
  const query = '{ hello(name: "persisted") }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const persisted = (hash = sha256Hash, version = 1) => ({
    extensions: { persistedQuery: { version, sha256Hash: hash } },
  })

  test('is asked for once, then known by its hash', async () => {
    await using gateway = await startGateway()
    const ask = (body: object) => gateway.ask(undefined as unknown as string, { body: body as Record<string, unknown> })
    const unknown = await ask(persisted())
    expect([unknown.status, unknown.code, unknown.json.errors?.[0]?.message]).toEqual([
      200,
      'PERSISTED_QUERY_NOT_FOUND',
      'PersistedQueryNotFound',
    ])
    expect((await ask({ query, ...persisted() })).json).toEqual({ data: { hello: 'persisted' } })
    expect((await ask(persisted())).json).toEqual({ data: { hello: 'persisted' } })
    const extensions = encodeURIComponent(JSON.stringify(persisted().extensions))
    const get = await gateway.send(`/graphql?extensions=${extensions}`, { headers: { 'x-apollo-operation-name': 'A' } })
    expect(get.json).toEqual({ data: { hello: 'persisted' } })
  })

  test('that is refused, or none, is not remembered', async () => {
    await using gateway = await startGateway()
    const ask = (body: object) => gateway.ask(undefined as unknown as string, { body: body as Record<string, unknown> })
    expect(await ask({ query: '{ hullo }', ...persisted() })).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(await ask(persisted(sha256Hash, 2))).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(await ask(persisted('x'))).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    const wrong = '{ hullo }'
    const hash = createHash('sha256').update(wrong).digest('hex')
    expect(await ask({ query: wrong, ...persisted(hash) })).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' })
    expect(await ask(persisted(hash))).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
  })
})

describe('who asks', () => {
  test('reaches the engine as what each subgraph is told', async () => {
    const generation = createStubGeneration()
    await using gateway = await startGateway({ generation })
    await gateway.ask('mutation { act }', { token: await gateway.token('PHOTO'), headers: { 'sec-gpc': '1' } })
    const [request] = generation.seen
    expect(request?.scope.identityFor('photo', 1_000)).toMatchObject({ client: 'PHOTO', gpc: true, timeoutMs: 1_000 })
    expect(request?.scope.identityFor('social', 1_000)).toEqual({ gpc: true, timeoutMs: 1_000 })
    expect(request?.scope.identityFor('reviews', 1_000)).toBeUndefined()
  })

  test('does not matter where nobody can sign in', async () => {
    const generation = createStubGeneration()
    const { identity: _identity, ...options } = { generation, identity: undefined }
    await using gateway = await startGateway({ ...options, identity: undefined as never })
    const { json } = await gateway.ask('mutation { act }', { token: 'whatever' })
    expect(json).toEqual({ data: { act: 'acted' } })
    expect(generation.seen[0]?.scope.identityFor('photo', 1_000)).toBeUndefined()
    expect((await gateway.send('/.well-known/jwks.json')).status).toBe(404)
  })

  test('a token counts until it has expired', async () => {
    await using gateway = await startGateway()
    const token = await gateway.token('PHOTO')
    expect((await gateway.ask('{ hello }', { token })).status).toBe(200)
    await gateway.clock.advance(600_000)
    expect(await gateway.ask('{ hello }', { token })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })
})

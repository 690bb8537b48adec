import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GatewayTester, startGateway } from '../../support/gatewayTester.ts'

/**
 * Everything that can be wrong with a request, each with its documented code; after each the same process answers the
 * next one. `status` is that of `application/json`, `strict` that of `application/graphql-response+json`.
 */
let gateway: GatewayTester
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway[Symbol.asyncDispose]())

const JSON_HEADERS = { 'content-type': 'application/json' }
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_HEADERS) =>
  gateway.send('/graphql', { method: 'POST', headers, body })
const strict = { accept: 'application/graphql-response+json' }

async function stillAnswers(): Promise<void> {
  expect((await gateway.ask('{ hello }')).json).toEqual({ data: { hello: 'world' } })
}

describe('what is no GraphQL request', () => {
  test.each<[string, () => Promise<{ status: number; code: string | undefined }>, number, string]>([
    ['malformed JSON', () => post('{ "query": '), 400, 'REQUEST_MALFORMED_JSON'],
    ['no UTF-8', () => post(Uint8Array.from([0x7b, 0xff, 0x7d])), 400, 'REQUEST_MALFORMED_JSON'],
    ['an empty body', () => post(''), 400, 'REQUEST_MALFORMED_JSON'],
    ['a batch', () => post('[{"query":"{ hello }"}]'), 400, 'BAD_REQUEST'],
    ['a body that is a number', () => post('1'), 400, 'BAD_REQUEST'],
    ['no query', () => post('{}'), 400, 'BAD_REQUEST'],
    ['a query that is a number', () => post('{"query":1}'), 400, 'BAD_REQUEST'],
    ['variables that are text', () => post('{"query":"{ hello }","variables":"{}"}'), 400, 'BAD_REQUEST'],
    [
      'a form',
      () => post('query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'REQUEST_MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'plain text',
      () => post('{"query":"{ hello }"}', { 'content-type': 'text/plain' }),
      415,
      'REQUEST_MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'another encoding',
      () => post('{}', { 'content-type': 'application/json; charset=latin1' }),
      415,
      'REQUEST_MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'a compressed body',
      () => post('{}', { ...JSON_HEADERS, 'content-encoding': 'gzip' }),
      415,
      'REQUEST_MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'a page is wanted',
      () => post('{"query":"{ hello }"}', { ...JSON_HEADERS, accept: 'text/html' }),
      406,
      'REQUEST_NOT_ACCEPTABLE',
    ],
    [
      'a body of 2 MB',
      () => post(JSON.stringify({ query: `{ hello } # ${'x'.repeat(2 ** 21)}` })),
      413,
      'REQUEST_BODY_TOO_LARGE',
    ],
    ['a GET that no browser had to ask for', () => gateway.send('/graphql?query={hello}'), 400, 'CSRF_PREVENTED'],
    ['a PUT', () => gateway.send('/graphql', { method: 'PUT' }), 405, 'REQUEST_METHOD_NOT_ALLOWED'],
    ['another path', () => gateway.send('/graphiql'), 404, 'REQUEST_PATH_UNKNOWN'],
  ])('%s', async (_name, request, status, code) => {
    expect(await request()).toMatchObject({ status, code })
    await stillAnswers()
  })
})

test('what is wrong with a body is told without a word of it', async () => {
  const { json } = await post('{"query":"{ hello }","variables":{"name": geheim}}')
  expect(json.errors?.[0]?.message).toMatch(/^The body must be JSON, but is not/)
  expect(JSON.stringify(json)).not.toContain('geheim')
})

describe('what is no operation of this graph, or too much of one', () => {
  const nested = (depth: number): string => `${'{ twin '.repeat(depth - 1)}{ hello }${' }'.repeat(depth - 1)}`
  const aliases = Array.from({ length: 10_000 }, (_, index) => `a${index}: hello`).join(' ')

  test.each<[string, string, Record<string, unknown>, string]>([
    ['a syntax error', '{ hello', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ hullo }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a literal of another type', '{ list(first: "ten") }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of another type', 'query ($n: Int) { list(first: $n) }', { n: 'ten' }, 'BAD_USER_INPUT'],
    ['a variable out of range', 'query ($n: Int) { list(first: $n) }', { n: 2 ** 40 }, 'BAD_USER_INPUT'],
    ['an unknown value of an enum', 'query ($k: Kind) { hello(kind: $k) }', { k: 'TEPID' }, 'BAD_USER_INPUT'],
    ['a variable that is missing', 'query ($n: Int!) { list(first: $n) }', {}, 'BAD_USER_INPUT'],
    ['10,000 aliases', `{ ${aliases} }`, {}, 'OPERATION_TOO_MANY_ALIASES'],
    ['10,000 fields', `{ ${'hello '.repeat(10_000)} }`, {}, 'OPERATION_TOO_MANY_TOKENS'],
    ['depth 60', nested(60), {}, 'OPERATION_TOO_DEEP'],
    ['depth 20,000', nested(20_000), {}, 'OPERATION_TOO_DEEP'],
    ['a list in a list, 20,000 deep', `{ list(first: ${'['.repeat(20_000)}) }`, {}, 'OPERATION_TOO_DEEP'],
    ['fragments that double 30 times', doubling(30), {}, 'OPERATION_TOO_MANY_FIELDS'],
    ['a fragment within itself', '{ ...F } fragment F on Query { twin { ...F } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations and no name', 'query A { hello } query B { hello }', {}, 'OPERATION_RESOLUTION_FAILURE'],
    ['no operation', 'fragment F on Query { hello }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { tick }', {}, 'SUBSCRIPTIONS_OFF'],
  ])('%s', async (_name, query, variables, code) => {
    expect(await gateway.ask(query, { variables })).toMatchObject({ status: 200, code })
    expect(await gateway.ask(query, { variables, headers: strict })).toMatchObject({ status: 400, code })
    await stillAnswers()
  })

  test('a subscription whose client wants a stream', async () => {
    const headers = { accept: 'text/event-stream, multipart/mixed' }
    expect(await gateway.ask('subscription { tick }', { headers })).toMatchObject({ code: 'SUBSCRIPTIONS_OFF' })
  })

  test('the largest of these is refused within milliseconds', async () => {
    const before = performance.now()
    await gateway.ask(`{ ${aliases} }`)
    expect(performance.now() - before).toBeLessThan(250)
  })

  function doubling(times: number): string {
    const each = (index: number): string => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`
    const all = Array.from({ length: times }, (_, index) => each(index)).join(' ')
    return `{ twin { ...F0 } } ${all} fragment F${times} on Query { hello }`
  }
})

describe('who may not ask', () => {
  test('introspection where it is off, and no hint of what the schema has', async () => {
    expect(await gateway.ask('{ __schema { queryType { name } } }')).toMatchObject({
      status: 403,
      code: 'INTROSPECTION_OFF',
    })
    const { json } = await gateway.ask('{ hella }')
    expect(json.errors?.[0]?.message).toBe('Cannot query field "hella" on type "Query".')
  })

  test('a mutation without a token, or by GET', async () => {
    expect(await gateway.ask('mutation { act }')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    const token = await gateway.token('PHOTO')
    const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${token}` }
    expect(await gateway.send('/graphql?query=mutation{act}', { headers })).toMatchObject({
      status: 405,
      code: 'REQUEST_METHOD_NOT_ALLOWED',
    })
  })

  test.each(['not.a.token', 'x', ''])('the token %o', async (token) => {
    expect(await gateway.ask('{ hello }', { token })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })
})

describe('the connection', () => {
  test('survives a body that is too large: the next request on it is answered', async () => {
    const large = 'x'.repeat(2 ** 21)
    const small = '{"query":"{ hello }"}'
    const answers = await raw(`${head(large.length)}${large}${head(small.length, 'connection: close')}${small}`)
    expect(answers).toMatch(/^HTTP\/1.1 413 [\s\S]*REQUEST_BODY_TOO_LARGE[\s\S]*HTTP\/1.1 200 [\s\S]*world/)
  })

  test('ends cleanly where what came is no HTTP', async () => {
    expect(await raw('this is no HTTP\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [\s\S]*BAD_REQUEST/)
    await stillAnswers()
  })

  const head = (length: number, more = 'accept: */*'): string =>
    `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${more}\r\n\r\n`

  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.write(bytes))
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      socket.on('close', () => resolve(text)).on('error', reject)
    })
  }
})

import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { CALL_HEADER, peekClaims } from '../../../../subgraphs/runtime/identity/header.ts'
import { clockCheck, storeCheck } from '../../../../subgraphs/runtime/health/health.ts'
import { serveSubgraphs } from '../../../../subgraphs/runtime/serve/serve.ts'
import { StorageError } from '../../../../subgraphs/storage/port.ts'
import { errorOf, servePond } from './pondServer.ts'

describe('GraphQL over HTTP', () => {
  test('is answered as in process, for the viewer in the header', async () => {
    const { post, sign, ids } = await servePond()
    const viewer = ids.seal('Frog', 'kermit')
    const body = JSON.stringify({ query: 'query ($n: Int!) { me { name } hops(n: $n) }', variables: { n: 3 } })
    const { status, json, headers } = await post('/graphql', body, {
      [CALL_HEADER]: sign(body, { viewer, timeoutMs: 1 }),
    })
    expect([status, json]).toEqual([200, { data: { me: { name: 'Kermit' }, hops: 3 } }])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('chooses the operation by name and takes null for absent', async () => {
    const { ask } = await servePond()
    const query = 'query A { now } query B { hops }'
    expect((await ask(query, { operationName: 'B' })).json).toEqual({ data: { hops: 2 } })
    expect((await ask('{ hops }', { operationName: null, variables: null })).json).toEqual({ data: { hops: 2 } })
  })

  test('has partial data with errors under status 200', async () => {
    const { ask } = await servePond()
    const { status, json } = await ask('{ hops broken }')
    expect(status).toBe(200)
    expect(json).toMatchObject({
      data: { hops: 2, broken: null },
      errors: [{ extensions: { code: 'INTERNAL_ERROR' } }],
    })
  })

  test('without a header is refused, whatever it asks', async () => {
    const { post } = await servePond()
    const { status, json } = await post('/graphql', '{"query":"{ __typename }"}', { [CALL_HEADER]: '' })
    expect([status, json]).toEqual([401, errorOf('CALL_NOT_SIGNED')])
  })

  test('replayed, or with the body of another call, is refused', async () => {
    const { post, sign } = await servePond()
    const body = '{"query":"{ hops }"}'
    const header = { [CALL_HEADER]: sign(body) }
    expect((await post('/graphql', body, header)).status).toBe(200)
    expect((await post('/graphql', body, header)).json).toEqual(errorOf('CALL_REPLAYED'))
    expect((await post('/graphql', '{"query":"{ now }"}', { [CALL_HEADER]: sign(body) })).json).toEqual(
      errorOf('CALL_BODY_MISMATCH'),
    )
  })

  test('with the header of an internal call is refused', async () => {
    const { post, sign } = await servePond()
    const body = '{"query":"{ hops }"}'
    const header = sign(body, { caller: 'gateway', operation: 'spawn', timeoutMs: 1 })
    expect((await post('/graphql', body, { [CALL_HEADER]: header })).json).toEqual(errorOf('CALL_WRONG_AUDIENCE'))
  })

  test.each([
    ['not JSON', '{"query":', 400, 'REQUEST_MALFORMED_JSON'],
    ['an array', '[]', 400, 'REQUEST_MALFORMED_JSON'],
    ['null', 'null', 400, 'REQUEST_MALFORMED_JSON'],
    ['nothing', '', 400, 'REQUEST_MALFORMED_JSON'],
    ['no query', '{}', 400, 'BAD_REQUEST'],
    ['a wrong name', '{"query":"{ hops }","operationName":7}', 400, 'BAD_REQUEST'],
    ['wrong variables', '{"query":"{ hops }","variables":[]}', 400, 'BAD_REQUEST'],
  ])('with %s as body is refused', async (_what, body, status, code) => {
    const { post, ask } = await servePond()
    const answer = await post('/graphql', body)
    expect([answer.status, answer.json]).toEqual([status, errorOf(code)])
    expect((await ask('{ hops }')).status).toBe(200)
  })

  test('with another media type is refused', async () => {
    const { post } = await servePond()
    const { status, json } = await post('/graphql', '{}', { 'content-type': 'text/plain' })
    const message = 'The body must come as "Content-Type: application/json", but got: text/plain.'
    expect([status, json]).toEqual([415, errorOf('REQUEST_MEDIA_TYPE_UNSUPPORTED', message)])
  })

  test.each([true, false])('with a body over the limit is refused and closed, length announced: %s', async (known) => {
    const { served, ask, sign } = await servePond({ limits: { bodyBytes: 1000 } })
    const part = 'x'.repeat(800)
    const body = known ? Buffer.from(part + part) : ReadableStream.from([Buffer.from(part), Buffer.from(part)])
    const headers = { 'content-type': 'application/json', [CALL_HEADER]: sign(part + part) }
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
    const response = await fetch(`${served.url}/graphql`, init)
    expect(response.status).toBe(413)
    expect(response.headers.get('connection')).toBe('close')
    const message = 'The body must have at most 1000 bytes. Send less at once.'
    expect(await response.json()).toEqual(errorOf('REQUEST_BODY_TOO_LARGE', message))
    expect((await ask('{ hops }')).status).toBe(200)
  })

  test('of somebody who left is aborted', async () => {
    const { post, pond } = await servePond()
    const left = new AbortController()
    const answer = post('/graphql', '{"query":"{ sleep }"}', {}, left.signal)
    await pond.asleep()
    left.abort()
    await expect(answer).rejects.toThrow('aborted')
    await pond.woken()
    expect(pond.aborted).toEqual(['REQUEST_CANCELLED'])
  })

  test('ends at the deadline in the header', async () => {
    const { post, sign, pond } = await servePond()
    const body = '{"query":"{ sleep }"}'
    const answer = post('/graphql', body, { [CALL_HEADER]: sign(body, { timeoutMs: 250 }) })
    await pond.asleep()
    await pond.clock.advance(250)
    expect((await answer).json).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] })
  })
})

describe('a line of the log', () => {
  test('about a call has the number by which the caller knows it too', async () => {
    const { post, sign, pond } = await servePond()
    const body = '{"query":"{ broken }"}'
    const header = sign(body)
    await post('/graphql', body, { [CALL_HEADER]: header })
    expect(pond.logged).toMatchObject([{ subgraph: 'pond', path: 'broken', callId: peekClaims(header)?.jti }])
  })

  test('about an internal call has its operation as well', async () => {
    const { post, sign, logged } = await servePond()
    const body = '{"input":{"count":-1}}'
    const header = sign(body, { caller: 'seeder', operation: 'spawn', timeoutMs: 5_000 }, 'seeder')
    expect((await post('/internal/spawn', body, { [CALL_HEADER]: header })).status).toBe(500)
    expect(logged).toEqual([
      [expect.objectContaining({ callId: peekClaims(header)?.jti, operation: 'spawn' }), 'a request failed'],
    ])
  })
})

describe('beside GraphQL', () => {
  test('health and readiness are answered', async () => {
    const { get } = await servePond()
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200])
  })

  test('a process whose store is away is healthy and not ready, and says no more', async () => {
    const check = () => Promise.reject(new StorageError('STORE_TIMEOUT', 'the canary'))
    const { get, logged } = await servePond({ checks: [storeCheck({ check })] })
    expect((await get('/healthz')).status).toBe(200)
    const response = await get('/readyz')
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', missing: ['store'], codes: { store: 'STORE_TIMEOUT' } },
    ])
    expect(JSON.stringify(logged)).not.toContain('canary')
  })

  test('a process whose clock is off stays ready, and says so; it looks once a second', async () => {
    let looked = 0
    const trusted = () => ++looked < 1
    const { get, clock } = await servePond({ checks: [clockCheck(trusted)] })
    const health = { status: 'degraded', missing: ['clock'], codes: { clock: 'CLOCKS_DIFFER' } }
    const ready = async () => {
      const response = await get('/readyz')
      return [response.status, await response.json(), looked]
    }
    expect([await ready(), await ready()]).toEqual([
      [200, health, 1],
      [200, health, 1],
    ])
    await clock.advance(1_000)
    expect(await ready()).toEqual([200, health, 2])
  })

  test("a subgraph's routes are served", async () => {
    const { get } = await servePond()
    const lily = await get('/media/pond/lily.webp')
    expect([lily.status, lily.headers.get('content-type'), await lily.text()]).toEqual([200, 'image/webp', 'lily'])
    expect([lily.headers.get('cache-control'), lily.headers.get('x-content-type-options')]).toEqual([
      'public, max-age=60',
      'nosniff',
    ])
    const head = await get('/media/pond/lily.webp', { method: 'HEAD' })
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['4', ''])
    expect((await get('/media/pond/rose.webp')).status).toBe(404)
  })

  test('they are answered in the part that is asked for', async () => {
    const { get } = await servePond()
    const ask = async (range: string, method = 'GET') => {
      const answer = await get('/media/pond/lily.webp', { method, headers: { range } })
      return [answer.status, answer.headers.get('content-range'), await answer.text()]
    }
    expect(await ask('bytes=1-2')).toEqual([206, 'bytes 1-2/4', 'il'])
    expect(await ask('bytes=1-2,3-3')).toEqual([200, null, 'lily'])
    expect(await ask('bytes=1-2', 'HEAD')).toEqual([200, null, ''])
    const [status, range, text] = await ask('bytes=4-')
    expect([status, range]).toEqual([416, 'bytes */4'])
    expect(JSON.parse(String(text))).toMatchObject({ error: { code: 'RANGE_NOT_SATISFIABLE' } })
  })

  test.each([
    ['GET', '/', 404, 'REQUEST_PATH_UNKNOWN'],
    ['POST', '/graphql/more', 404, 'REQUEST_PATH_UNKNOWN'],
    ['GET', '/graphql', 405, 'REQUEST_METHOD_NOT_ALLOWED'],
    ['DELETE', '/graphql', 405, 'REQUEST_METHOD_NOT_ALLOWED'],
    ['POST', '//evil.example/graphql', 400, 'BAD_REQUEST'],
  ])('%s %s is refused', async (method, path, status, code) => {
    const { served } = await servePond()
    const response = await fetch(served.url + path, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
    expect(await response.json()).toEqual({ error: { code, message: expect.any(String) as string } })
  })

  test('headers that never end are cut off', async () => {
    const { served } = await servePond({ limits: { headersMs: 20 } })
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\n')
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString()).toContain('408 Request Timeout')
  })
})

describe('a stop', () => {
  test('waits for what runs, refuses what is new, and lets go', async () => {
    const { pond, served, post, ask } = await servePond()
    const running = post('/graphql', '{"query":"{ nap }"}')
    await pond.asleep()
    const stopped = served.stop(1000)
    await expect(ask('{ hops }')).rejects.toThrow('fetch failed')
    await pond.clock.advance(500)
    const { json, headers } = await running
    expect([json, headers.get('connection')]).toEqual([{ data: { nap: 'rested' } }, 'close'])
    await stopped
    expect(served.stop(1000)).toBe(served.stop(5))
  })

  test('ends a connection after the answer that runs, though more was asked on it', async () => {
    const { pond, served, sign } = await servePond()
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    const request = (query: string) => {
      const body = JSON.stringify({ query })
      const head = [
        'POST /graphql HTTP/1.1',
        'Host: x',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
      ]
      return [...head, `${CALL_HEADER}: ${sign(body)}`, '', body].join('\r\n')
    }
    socket.write(request('{ nap }'))
    await pond.asleep()
    const stopped = served.stop(1000)
    socket.write(request('mutation { croak }'))
    await pond.clock.advance(500)
    const text = Buffer.concat((await socket.toArray()) as Buffer[]).toString()
    expect(text).toContain('rested')
    expect(text).toContain('connection: close')
    expect(text).not.toContain('croak')
    await stopped
    expect(pond.croaks).toBe(0)
  })

  test('cuts off what does not end in its grace', async () => {
    const { pond, served, post } = await servePond()
    const running = post('/graphql', '{"query":"{ sleep }"}').catch((error: Error) => error.message)
    await pond.asleep()
    const stopped = served.stop(1000)
    await pond.clock.advance(1000)
    expect(await running).toBe('fetch failed')
    await stopped
  })
})

test('a port that is taken is said at once', async () => {
  const { served, clock } = await servePond()
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const port = Number(new URL(served.url).port)
  await expect(serveSubgraphs({ mounts: [], host: '127.0.0.1', port, clock, log })).rejects.toThrow('EADDRINUSE')
})

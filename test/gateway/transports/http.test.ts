import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { BREAKER_FAILURES, BREAKER_REST_MS } from '../../../gateway/transports/breaker.ts'
import { createHttpTransport, type HttpTransportOptions } from '../../../gateway/transports/http.ts'
import type { SubgraphRequest } from '../../../gateway/transport.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import { createHeaderSigner, createHeaderVerifier } from '../../../subgraphs/runtime/identity/header.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import { TEST_START } from '../../support/subgraphTester.ts'

const clock = createManualClock(TEST_START)
const KEY = Buffer.alloc(32, 3)

interface Seen {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
type Behaviour = (response: ServerResponse, seen: Seen, count: number) => void

/** A subgraph that behaves as told, and the way to it. */
async function subgraph(behave: Behaviour, options: Partial<HttpTransportOptions> = {}) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      seen.push({ headers: request.headers, body })
      behave(response, { headers: request.headers, body }, seen.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?v=1`
  const transport = createHttpTransport({ name: 'photo', url, clock, ...options })
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  const asyncDispose = async (): Promise<void> => {
    await transport.close()
    server.closeAllConnections()
    await close()
  }
  return { seen, transport, url, [Symbol.asyncDispose]: asyncDispose }
}

const request = (more: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  query: '{ a }',
  variables: {},
  signal: new AbortController().signal,
  idempotent: true,
  ...more,
})
const answer =
  (text: string, status = 200): Behaviour =>
  (response) =>
    response.writeHead(status).end(text)
const drop: Behaviour = (response) => response.destroy()
const code = (error: string) => ({ extensions: { code: error } })

describe('an answer', () => {
  test('comes back as it is, errors and all', async () => {
    await using photo = await subgraph(answer('{"data":{"a":1},"errors":[{"message":"half"}],"extensions":{"x":1}}'))
    const send = photo.transport.send(request({ operationName: 'A', variables: { n: 1 } }))
    expect(await send).toEqual({ data: { a: 1 }, errors: [{ message: 'half' }] })
    expect(JSON.parse(photo.seen[0]?.body ?? '')).toEqual({ query: '{ a }', operationName: 'A', variables: { n: 1 } })
  })

  test('may have any status', async () => {
    await using photo = await subgraph(answer('{"errors":[{"message":"no"}]}', 401))
    expect(await photo.transport.send(request())).toEqual({ errors: [{ message: 'no' }] })
  })

  test.each(['', 'Bad Gateway', '[]', 'null', '{}', '{"data":1}', '{"data":[]}', '{"errors":{}}', '{"errors":["no"]}'])(
    'that is %o is none',
    async (text) => {
      await using photo = await subgraph(answer(text, 502))
      await expect(photo.transport.send(request())).rejects.toMatchObject(code('SUBGRAPH_BAD_RESPONSE'))
    },
  )

  test('that is larger than allowed is cut off', async () => {
    await using photo = await subgraph(answer(`{"data":{"a":"${'x'.repeat(5_000)}"}}`), { responseBytes: 4_000 })
    await expect(photo.transport.send(request())).rejects.toThrow('at most 4000 bytes')
  })

  test('that sends elsewhere is not followed', async () => {
    await using photo = await subgraph((response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    await expect(photo.transport.send(request())).rejects.toMatchObject(code('SUBGRAPH_BAD_RESPONSE'))
    expect(photo.seen).toHaveLength(1)
  })
})

describe('a connection that fails', () => {
  test('once: a read is sent again, with a header of its own', async () => {
    const sign = createHeaderSigner({ audience: 'photo', key: KEY, clock, random: createSeededRandom('http') })
    const flaky: Behaviour = (response, seen, count) =>
      (count === 1 ? drop : answer('{"data":{"a":1}}'))(response, seen, count)
    await using photo = await subgraph(flaky, { sign })
    const identity = { viewer: 'me', timeoutMs: 1_000 }
    const named: string[] = []
    const asked = request({ identity, named: (callId) => void named.push(callId) })
    expect(await photo.transport.send(asked)).toEqual({ data: { a: 1 } })
    const open = createHeaderVerifier({ audience: 'photo', key: KEY, clock })
    const claims = photo.seen.map(({ headers, body }) => open(String(headers['concord-call'])).admit(Buffer.from(body)))
    expect(claims.map(({ viewer }) => viewer)).toEqual(['me', 'me'])
    expect(new Set(claims.map(({ jti }) => jti)).size).toBe(2)
    // By these its lines are found in the subgraph's log.
    expect(claims.map(({ jti }) => jti)).toEqual(named)
  })

  test('twice: unreachable', async () => {
    await using photo = await subgraph(drop)
    await expect(photo.transport.send(request())).rejects.toMatchObject(code('SUBGRAPH_UNREACHABLE'))
    expect(photo.seen).toHaveLength(2)
  })

  test('what may act is never sent twice', async () => {
    await using photo = await subgraph(drop)
    await expect(photo.transport.send(request({ idempotent: false }))).rejects.toMatchObject(
      code('SUBGRAPH_UNREACHABLE'),
    )
    expect(photo.seen).toHaveLength(1)
  })

  test('again and again: it is left alone, and tried again after a rest', async () => {
    let up = false
    await using photo = await subgraph((response, seen, count) =>
      (up ? answer('{"data":{}}') : drop)(response, seen, count),
    )
    const send = (): Promise<unknown> =>
      photo.transport.send(request({ idempotent: false })).catch((error: unknown) => error)
    for (let failures = 0; failures < BREAKER_FAILURES; failures++) await send()
    expect(await send()).toMatchObject(code('SUBGRAPH_UNREACHABLE'))
    expect(photo.seen).toHaveLength(BREAKER_FAILURES)

    up = true
    await clock.advance(BREAKER_REST_MS)
    expect(await send()).toEqual({ data: {} })
    expect(await send()).toEqual({ data: {} })
  })
})

describe('the deadline', () => {
  test('ends the call with its own reason', async () => {
    const controller = new AbortController()
    await using photo = await subgraph(() => controller.abort(fault('SUBGRAPH_TIMEOUT')))
    await expect(photo.transport.send(request({ signal: controller.signal }))).rejects.toMatchObject(
      code('SUBGRAPH_TIMEOUT'),
    )
  })

  test('ends it in the middle of an answer, too', async () => {
    const controller = new AbortController()
    await using photo = await subgraph((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"data":')
      setImmediate(() => controller.abort(fault('REQUEST_CANCELLED')))
    })
    await expect(photo.transport.send(request({ signal: controller.signal }))).rejects.toMatchObject(
      code('REQUEST_CANCELLED'),
    )
  })
})

test('nobody who is not registered is told anything; configured headers are passed on', async () => {
  await using photo = await subgraph(answer('{"data":{}}'))
  await photo.transport.send(request({ headers: { 'x-tenant': 'a' }, identity: { viewer: 'me', timeoutMs: 1 } }))
  expect(Object.keys(photo.seen[0]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'connection',
    'content-length',
    'content-type',
    'host',
    'x-tenant',
  ])
})

test('a second sending has the variables of its own moment', async () => {
  await using photo = await subgraph((response, seen, count) =>
    count === 1 ? drop(response, seen, count) : answer('{"data":{"a":1}}')(response, seen, count),
  )
  await photo.transport.send(request({ variables: { n: 'then' }, variablesAgain: () => ({ n: 'now' }) }))
  const bodies = photo.seen.map(({ body }) => (JSON.parse(body) as { variables: unknown }).variables)
  expect(bodies).toEqual([{ n: 'then' }, { n: 'now' }])
})

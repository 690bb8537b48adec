import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { CALL_HEADER } from '../../../../subgraphs/runtime/identity/header.ts'
import {
  createHttpCalls,
  createInProcessCalls,
  type InternalCalls,
} from '../../../../subgraphs/runtime/internal/client.ts'
import { callKey } from '../../../../subgraphs/runtime/keys/uses.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { keys, servePond } from '../serve/pondServer.ts'
import { createPond } from '../subgraph/pond.ts'

const random = createSeededRandom('client')

async function overHttp(caller = 'seeder', key = callKey(keys, caller, 'pond')): Promise<InternalCalls> {
  const { served, clock } = await servePond()
  return createHttpCalls({ caller, services: new Map([['pond', { url: served.url, key }]]), clock, random })
}

const inProcess = (caller = 'seeder') =>
  Promise.resolve(createInProcessCalls({ caller, services: new Map([['pond', createPond().subgraph]]) }))

describe.each([
  ['in process', inProcess],
  ['over HTTP', overHttp],
])('an internal call %s', (_way, connect) => {
  test('answers the output', async () => {
    expect(await (await connect()).call('pond', 'spawn', { count: 2 })).toEqual({ frogs: 2 })
  })

  test.each([
    ['spawn', 'photo', { count: 2 }, 'INTERNAL_CALL_FORBIDDEN'],
    ['sing', 'seeder', {}, 'INTERNAL_OPERATION_UNKNOWN'],
    ['spawn', 'seeder', { count: 'two' }, 'INTERNAL_INPUT_INVALID'],
  ])('of %s by %s with %o is refused as %s', async (operation, caller, input, code) => {
    const calls = await connect(caller)
    await expect(calls.call('pond', operation, input)).rejects.toMatchObject({ extensions: { code } })
  })

  test('to a service that nobody configured is a mistake in the configuration', async () => {
    await expect((await connect()).call('lake', 'spawn', {})).rejects.toThrow(
      'Internal calls know no service lake. Configure where it is.',
    )
  })
})

describe('over HTTP', () => {
  test('a caller without the right key is refused', async () => {
    const calls = await overHttp('seeder', new Uint8Array(32))
    await expect(calls.call('pond', 'spawn', { count: 1 })).rejects.toMatchObject({
      extensions: { code: 'CALL_SIGNATURE_INVALID' },
    })
  })

  test('the header of one operation does not open another', async () => {
    const { post, sign } = await servePond()
    const body = '{"input":{"count":1}}'
    const header = sign(body, { caller: 'seeder', operation: 'sing', timeoutMs: 1 }, 'seeder')
    const { status, json } = await post('/internal/spawn', body, { [CALL_HEADER]: header })
    expect(status).toBe(401)
    expect(json).toMatchObject({ error: { code: 'CALL_WRONG_AUDIENCE' } })
  })

  test.each([
    ['no header', '', 401, 'CALL_NOT_SIGNED'],
    ['garbage', 'a.b', 401, 'CALL_SIGNATURE_INVALID'],
  ])('%s is refused', async (_what, header, status, code) => {
    const { post } = await servePond()
    const answer = await post('/internal/spawn', '{}', { [CALL_HEADER]: header })
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({ error: { code } })
  })

  test("the gateway's header, or one for another service, is refused", async () => {
    const { post, sign } = await servePond()
    const asGateway = await post('/internal/spawn', '{}')
    expect(asGateway.json).toMatchObject({ error: { code: 'INTERNAL_CALL_FORBIDDEN' } })
    const header = sign('{}', { caller: 'seeder', operation: 'spawn', timeoutMs: 1 }, 'seeder', 'lake')
    const elsewhere = await post('/internal/spawn', '{}', { [CALL_HEADER]: header })
    expect(elsewhere.json).toMatchObject({ error: { code: 'CALL_WRONG_AUDIENCE' } })
  })

  test('what an operation throws on purpose arrives, and nothing of what it throws by mistake', async () => {
    const calls = await overHttp()
    await expect(calls.call('pond', 'spawn', { count: -1 })).rejects.toMatchObject({
      message: 'Something broke here. It is logged; ask again later.',
      extensions: { code: 'INTERNAL_ERROR' },
    })
  })
})

describe('a service that', () => {
  async function callTo(server: Server, clock = createManualClock(0)) {
    server.listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.close()
      server.closeAllConnections()
    })
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const services = new Map([['pond', { url, key: new Uint8Array(32) }]])
    return createHttpCalls({ caller: 'seeder', services, clock, random, timeoutMs: 100 }).call('pond', 'spawn', {})
  }

  test.each([
    [200, 'frogs'],
    [200, '{}'],
    [200, 'null'],
    [500, '{"error":{"code":"MADE_UP","message":"x"}}'],
    [502, '<html>'],
  ])('answers %i %s is SUBGRAPH_BAD_RESPONSE', async (status, body) => {
    const call = callTo(createServer((_request, response) => response.writeHead(status).end(body)))
    await expect(call).rejects.toMatchObject({ extensions: { code: 'SUBGRAPH_BAD_RESPONSE' } })
  })

  test('redirects is not followed', async () => {
    const location = 'http://127.0.0.1:1/'
    const call = callTo(createServer((_request, response) => response.writeHead(307, { location }).end()))
    await expect(call).rejects.toMatchObject({ extensions: { code: 'SUBGRAPH_UNREACHABLE' } })
  })

  test('does not answer in time is SUBGRAPH_TIMEOUT', async () => {
    const clock = createManualClock(0)
    const server = createServer(() => void clock.advance(100))
    await expect(callTo(server, clock)).rejects.toMatchObject({ extensions: { code: 'SUBGRAPH_TIMEOUT' } })
  })

  test('is not there is SUBGRAPH_UNREACHABLE', async () => {
    const { served, clock } = await servePond()
    await served.stop(0)
    const services = new Map([['pond', { url: served.url, key: new Uint8Array(32) }]])
    const call = createHttpCalls({ caller: 'seeder', services, clock, random }).call('pond', 'spawn', {})
    await expect(call).rejects.toMatchObject({ extensions: { code: 'SUBGRAPH_UNREACHABLE' } })
  })
})

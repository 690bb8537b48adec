import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../../gateway/entry/entry.ts'
import { createGeneration } from '../../../gateway/generation.ts'
import { createHttpTransport } from '../../../gateway/transports/http.ts'
import { createInProcessTransport } from '../../../gateway/transports/inProcess.ts'
import { loadContract } from '../../../schema/contract.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { createHeaderSigner, createHeaderVerifier } from '../../../subgraphs/runtime/identity/header.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { systemRandom } from '../../../subgraphs/runtime/random/systemRandom.ts'
import { type GatewayTester, profileIn, REGISTERED, startGateway } from '../../support/gatewayTester.ts'
import { TEST_START } from '../../support/subgraphTester.ts'

/**
 * R0 on the bytes that reach a subgraph: real plans of the contract over HTTP to recorders, which hold the key of their
 * header and nothing else.
 */
interface Arrival {
  readonly subgraph: string
  readonly headers: Record<string, unknown>
  readonly body: string
  readonly claims: Record<string, unknown>
}

const arrivals: Arrival[] = []
const clock = createManualClock(TEST_START)
const key = (name: string): Uint8Array => Buffer.alloc(32, name)
const recorder = createServer((request, response) => {
  const subgraph = (request.url ?? '/').slice(1)
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const open = createHeaderVerifier({ audience: subgraph, key: key(subgraph), clock })
    const claims = open(String(request.headers['concord-call'])).admit(body)
    arrivals.push({ subgraph, headers: { ...request.headers }, body: body.toString(), claims: { ...claims } })
    response.end('{"data":{}}')
  })
})

let gateway: GatewayTester
beforeAll(async () => {
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve))
  const { port } = recorder.address() as AddressInfo
  const contract = loadContract()
  const entry = createEntry({ sdl: contract.entrySdl, clock, random: systemRandom, log: silentLog })
  const recorded = REGISTERED.map(({ name }) => {
    const sign = createHeaderSigner({ audience: name, key: key(name), clock, random: systemRandom })
    return [name, createHttpTransport({ name, url: `http://127.0.0.1:${port}/${name}`, clock, sign })] as const
  })
  const transports = new Map([['entry', createInProcessTransport(entry)] as const, ...recorded])
  gateway = await startGateway({
    generation: createGeneration({ supergraphSdl: contract.supergraphSdl, transports, clock, contract }),
  })
})
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  recorder.close()
  recorder.closeAllConnections()
})

const EVERYWHERE = `{ messengerMe { id } photoMe { id } socialMe { id } photoProfile(username: "ada") { displayName }
  viewer { id account { id } } }`

/** What arrived at each subgraph while this was asked. */
async function ask(token?: string, headers: Record<string, string> = {}): Promise<Map<string, Arrival>> {
  arrivals.length = 0
  await gateway.ask(EVERYWHERE, { headers, ...(token === undefined ? {} : { token }) })
  return new Map(arrivals.map((arrival) => [arrival.subgraph, arrival]))
}

/** All of an arrival except what is fresh for each call: the numbers of the header and the header itself. */
function lasting(arrival: Arrival | undefined): object {
  const { iat: _iat, exp: _exp, jti: _jti, ...claims } = arrival?.claims ?? {}
  const { 'concord-call': _call, 'content-length': _length, ...headers } = arrival?.headers ?? {}
  return { claims, headers, body: arrival?.body }
}

describe('R0, on the bytes', () => {
  test.each([
    ['photo', ['MESSENGER', 'SOCIAL']],
    ['social', ['MESSENGER', 'PHOTO']],
    ['messenger', ['PHOTO', 'SOCIAL']],
  ])('%s cannot tell a viewer of %s from a stranger', async (subgraph, clients) => {
    const stranger = lasting((await ask()).get(subgraph))
    expect(stranger).toMatchObject({ claims: { aud: subgraph } })
    for (const client of clients) {
      const arrived = await ask(await gateway.token(client))
      expect(lasting(arrived.get(subgraph))).toEqual(stranger)
    }
  })

  test('each app is told its own profile, and no id, header or number is told to two', async () => {
    const arrived = await ask(await gateway.token('ACCOUNTS'), {
      cookie: 'who=ada',
      'x-request-id': 'ada',
      'user-agent': 'ada',
    })
    const apps = ['messenger', 'photo', 'social'].map((name) => arrived.get(name))
    expect(apps.map((arrival) => arrival?.claims['viewer'])).toEqual(
      (['MESSENGER', 'PHOTO', 'SOCIAL'] as const).map((app) => profileIn(app).id),
    )
    for (const name of ['viewer', 'jti', 'body'])
      expect(new Set(apps.map((arrival) => arrival?.claims[name])).size).toBe(3)
    expect(JSON.stringify(apps.map((arrival) => arrival?.headers))).not.toContain('ada')
    for (const arrival of apps) expect(arrival?.claims).not.toHaveProperty('profiles')
    for (const arrival of apps) expect(arrival?.claims).not.toHaveProperty('client')
  })

  test('accounts is told the session', async () => {
    const arrived = await ask(await gateway.token('ACCOUNTS'))
    expect(arrived.get('accounts')?.claims).toMatchObject({ client: 'ACCOUNTS', profiles: [{}, {}, {}] })
  })
})

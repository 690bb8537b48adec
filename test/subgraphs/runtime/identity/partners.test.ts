import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compileFunction } from 'node:vm'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { callSigner } from '../../../../bin/house/callSigner.ts'
import { jwksRoutes } from '../../../../gateway/identify/jwks.ts'
import { createHttpTransport } from '../../../../gateway/transports/http.ts'
import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'
import { createGatewayKeys } from '../../../../subgraphs/runtime/identity/gatewayKeys.ts'
import { CALL_HEADER } from '../../../../subgraphs/runtime/identity/header.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import { partnerCallKeys } from '../../../../subgraphs/runtime/keys/uses.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { serveSubgraphs } from '../../../../subgraphs/runtime/serve/serve.ts'
import { createPond } from '../subgraph/pond.ts'
import { textOf } from '../../../support/bytes.ts'

/** The gateway's own calls, to a partner as PARTNERS.md would have it, and to one on our runtime. */
const ports = { clock: systemClock, random: createSeededRandom('partners') }
const keys = openKeys({ configured: { rootSecret: 'a'.repeat(43) } })
const QUERY = { query: '{ hops }', variables: {} }
const BODY = JSON.stringify(QUERY)

/** Serves what is listed in PARTNERS.md, line by line, over `answer`. */
type ServePartner = (options: { gateway: string; name: string; answer: (call: object) => unknown }) => Server
let servePartner: ServePartner
beforeAll(async () => {
  const page = readFileSync(new URL('../../../../subgraphs/runtime/identity/PARTNERS.md', import.meta.url), 'utf8')
  const [, code = ''] = /```js\n([^]*?)```/.exec(page) ?? []
  const imported: Record<string, object> = {}
  for (const [, from = ''] of code.matchAll(/^import .* from '(.+)'$/gm))
    imported[from] = (await import(from)) as object
  const body = code
    .replace(/^import (\{.*\}) from '(.+)'$/gm, "const $1 = imported['$2']")
    .replace('export function', 'function')
  servePartner = (compileFunction(`${body}\nreturn servePartner`, ['imported']) as (modules: object) => ServePartner)(
    imported,
  )
})

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Publishes the keys as the gateway does. */
function gateway(): Promise<string> {
  const routes = jwksRoutes({ keys: keys.tokenKeys().jwks.keys, calls: partnerCallKeys(keys).jwks.keys })
  const visit = { url: new URL('http://gateway/'), headers: {}, body: () => Promise.reject(new Error()) }
  return listening(
    createServer((request, response) => {
      const route = routes.find(({ path }) => path === request.url)
      void Promise.resolve(route?.handle(visit)).then((answer) => response.end(textOf(answer?.body)))
    }),
  )
}

const ways: readonly [string, (gateway: string) => Promise<string>][] = [
  [
    'as PARTNERS.md lists it',
    (url) => listening(servePartner({ gateway: url, name: 'pond', answer: () => ({ data: { hops: 2 } }) })),
  ],
  ['on our runtime', (url) => onOurRuntime(url)],
]

async function onOurRuntime(gatewayUrl: string, log = silentLog): Promise<string> {
  const key = createGatewayKeys({ url: `${gatewayUrl}/.well-known/calls/jwks.json`, clock: systemClock })
  const mounts = [{ subgraph: createPond().subgraph, path: '/graphql', key }]
  const served = await serveSubgraphs({ mounts, host: '127.0.0.1', port: 0, clock: systemClock, log })
  onTestFinished(() => served.stop(0))
  return served.url
}

describe.each(ways)('a partner, %s', (_way, serve) => {
  const sign = callSigner({ name: 'pond' }, keys, ports)
  const called = async (url: string, header: string, body = BODY) => {
    const headers = { 'content-type': 'application/json', [CALL_HEADER]: header }
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).status
  }

  test('answers what the gateway asks', async () => {
    const url = await serve(await gateway())
    const transport = createHttpTransport({ name: 'pond', url: `${url}/graphql`, clock: systemClock, sign })
    onTestFinished(() => transport.close())
    const { signal } = new AbortController()
    const asked = { ...QUERY, identity: { timeoutMs: 5_000 }, signal, idempotent: true }
    expect(await transport.send(asked)).toEqual({ data: { hops: 2 } })
    expect(await transport.send(asked)).toEqual({ data: { hops: 2 } })
  })

  test('answers nobody else, nothing twice, and no body but the one that was signed', async () => {
    const url = await serve(await gateway())
    const header = sign(BODY, { timeoutMs: 5_000 })
    const to = (name: string, app?: 'PHOTO') => callSigner({ name, app }, keys, ports)(BODY, { timeoutMs: 5_000 })
    expect(await called(url, '')).toBe(401)
    expect(await called(url, to('lake'))).toBe(401)
    expect(await called(url, to('pond', 'PHOTO'))).toBe(401)
    expect(await called(url, header, '{"query":"{ now }"}')).toBe(401)
    expect([await called(url, header), await called(url, header)]).toEqual([200, 401])
  })
})

test('a partner on our runtime that cannot ask for the keys lets nobody in, and says so in its log', async () => {
  const logged: string[] = []
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
  const url = await onOurRuntime('http://127.0.0.1:1', { ...silentLog, error: note })
  const headers = {
    'content-type': 'application/json',
    [CALL_HEADER]: callSigner({ name: 'pond' }, keys, ports)(BODY, { timeoutMs: 5_000 }),
  }
  const { status } = await fetch(`${url}/graphql`, { method: 'POST', headers, body: BODY })
  expect([status, logged]).toEqual([500, [expect.stringMatching(/^a request failed .*fetch/)]])
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JWK } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createGatewayKeys } from '../../../../subgraphs/runtime/identity/gatewayKeys.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import { partnerCallKeys } from '../../../../subgraphs/runtime/keys/uses.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const keyOf = (letter: string): JWK =>
  partnerCallKeys(openKeys({ configured: { rootSecret: letter.repeat(43) } })).signing
const [a, b] = [keyOf('a'), keyOf('b')]
const [kidA = '', kidB = ''] = [a.kid, b.kid]

/** A gateway that publishes what the test says, and counts who asks. */
async function publishing(...first: readonly object[]) {
  const gateway = { keys: first, status: 200, asked: 0 }
  const server = createServer((_request, response) => {
    gateway.asked++
    response.writeHead(gateway.status, { location: '/elsewhere' }).end(JSON.stringify({ keys: gateway.keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const clock = createManualClock(TEST_START)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/calls/jwks.json`
  return { gateway, clock, keys: createGatewayKeys({ url, clock }) }
}

describe('the keys of the gateway, for a partner', () => {
  test('are asked for once by all who wait, and again after five minutes', async () => {
    const { gateway, clock, keys } = await publishing(a)
    const both = await Promise.all([keys.keyOf(kidA), keys.keyOf(kidA)])
    expect([both.map((key) => key?.asymmetricKeyType), gateway.asked]).toEqual([['ed25519', 'ed25519'], 1])
    await clock.advance(299_999)
    await keys.keyOf(kidA)
    expect(gateway.asked).toBe(1)
    await clock.advance(1)
    await keys.keyOf(kidA)
    expect(gateway.asked).toBe(2)
  })

  test('are asked for anew when one signs that is not known, every ten seconds at the most', async () => {
    const { gateway, clock, keys } = await publishing(a)
    await keys.keyOf(kidA)
    gateway.keys = [b, a]
    for (let n = 0; n < 5; n++) expect(await keys.keyOf(`invented ${n}`)).toBeNull()
    expect(gateway.asked).toBe(1)
    await clock.advance(10_000)
    expect([(await keys.keyOf(kidB))?.type, gateway.asked]).toEqual(['public', 2])
  })

  test('end when they are taken back', async () => {
    const { gateway, clock, keys } = await publishing(b, a)
    expect(await keys.keyOf(kidA)).not.toBeNull()
    gateway.keys = [b]
    await clock.advance(300_000)
    expect(await keys.keyOf(kidA)).toBeNull()
  })

  const REFUSAL: Readonly<Record<number, string>> = { 500: 'answered 500', 302: 'fetch failed' }
  test.each([500, 302])('hold for an hour while the gateway does not give them (%i), and no longer', async (status) => {
    const { gateway, clock, keys } = await publishing(a)
    await keys.keyOf(kidA)
    gateway.status = status
    await clock.advance(3_599_999)
    expect(await keys.keyOf(kidA)).not.toBeNull()
    await clock.advance(1)
    await expect(keys.keyOf(kidA)).rejects.toThrow('too old')
    await clock.advance(10_000)
    await expect(keys.keyOf(kidA)).rejects.toThrow(REFUSAL[status])
    await clock.advance(10_000)
    gateway.status = 200
    expect(await keys.keyOf(kidA)).not.toBeNull()
  })

  test('are those for Ed25519 that have a name', async () => {
    const { keys } = await publishing({ kty: 'RSA', kid: 'r' }, { ...a, kid: undefined }, { ...b, kid: 'named' })
    expect([await keys.keyOf('r'), (await keys.keyOf('named'))?.type]).toEqual([null, 'public'])
  })

  test.each([
    ['much too long', 'x'.repeat(70_000), 'at most 65536 characters'],
    ['no set', { keys: 7 }, 'expected array'],
  ])('are not read where the answer is %s', async (_what, wrong, message) => {
    const { keys } = await publishing()
    const { gateway, keys: others } = await publishing()
    gateway.keys = wrong as never
    await expect(others.keyOf(kidA)).rejects.toThrow(message)
    expect(await keys.keyOf(kidA)).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { NOBODY } from '../../../gateway/identify/caller.ts'
import { createIdentify } from '../../../gateway/identify/identify.ts'
import { jwksRoutes } from '../../../gateway/identify/jwks.ts'
import { issueToken, type TokenRequest } from '../../../gateway/identify/tokens.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import { ISSUER, profileIn, REGISTERED, TEST_KEYS } from '../../support/gatewayTester.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import { textOf } from '../../support/bytes.ts'

const clock = createManualClock(TEST_START)
const random = createSeededRandom('identify')
const identify = createIdentify({ issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs: REGISTERED }, clock)
const issue = (request: TokenRequest): Promise<string> =>
  issueToken({ key: TEST_KEYS.signing, issuer: ISSUER, clock, random }, request)

describe('who asks', () => {
  test('nobody without a header', async () => {
    expect(await identify({})).toEqual(NOBODY)
    expect(await identify({ 'sec-gpc': '1' })).toEqual({ ...NOBODY, gpc: true })
    expect(await identify({ 'sec-gpc': 'true' })).toEqual(NOBODY)
  })

  test('the client and the profiles of the token', async () => {
    const token = await issue({ client: 'SOCIAL', profiles: [profileIn('SOCIAL')], scopes: ['read'] })
    const caller = { client: 'SOCIAL', profiles: [profileIn('SOCIAL')], scopes: ['read'], gpc: false }
    expect(await identify({ authorization: `Bearer ${token}` })).toEqual(caller)
    expect(await identify({ authorization: `bearer ${token}`, 'sec-gpc': '1' })).toEqual({ ...caller, gpc: true })
  })

  test.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Token x', ''])('%o is no bearer token', async (authorization) => {
    await expect(identify({ authorization })).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
  })

  test('nobody can sign in where it is not configured', async () => {
    const anonymous = createIdentify(undefined, clock)
    expect(await anonymous({ authorization: 'Bearer of bad news' })).toBe(NOBODY)
  })
})

describe('what is issued', () => {
  test('the profile that signed in first comes first, the messenger where two did at once', async () => {
    const early = { ...profileIn('SOCIAL'), authTime: profileIn('SOCIAL').authTime - 60 }
    const profiles = [profileIn('PHOTO'), profileIn('MESSENGER'), early]
    const token = await issue({ client: 'ACCOUNTS', profiles })
    const caller = await identify({ authorization: `Bearer ${token}` })
    expect(caller.profiles.map(({ app }) => app)).toEqual(['SOCIAL', 'MESSENGER', 'PHOTO'])
  })

  test('each token is another one, and lives ten minutes unless told otherwise', async () => {
    const request = { client: 'PHOTO', profiles: [profileIn('PHOTO')] }
    const [one, two] = [await issue(request), await issue({ ...request, seconds: 5 })]
    const claims = JSON.parse(Buffer.from(one.split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>
    expect(two).not.toBe(one)
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(600)
  })
})

/** What is published where. */
async function setsOf(jwks: Parameters<typeof jwksRoutes>[0]): Promise<Record<string, { kid?: string }[]>> {
  const visit = { url: new URL('http://a/'), headers: {}, body: () => Promise.reject(new Error()) }
  const sets = jwksRoutes(jwks).map(async ({ path, handle }) => {
    const { keys } = JSON.parse(textOf((await handle(visit))?.body)) as { keys: { kid?: string }[] }
    return [path, keys] as const
  })
  return Object.fromEntries(await Promise.all(sets))
}

test('the key of calls to partners is apart from those of tokens', async () => {
  const calls = openKeys({ configured: { rootSecret: 'c'.repeat(43) } }).signingKeys('calls')
  const sets = await setsOf({ keys: TEST_KEYS.jwks.keys, calls: calls.jwks.keys })
  expect(Object.values(sets).map((keys) => keys.map(({ kid }) => kid))).toEqual([
    [TEST_KEYS.signing.kid],
    [calls.signing.kid],
  ])
})

test('what is published has no private member', async () => {
  const { kid, x } = TEST_KEYS.signing
  expect(await setsOf({ keys: [TEST_KEYS.signing], calls: [TEST_KEYS.signing] })).toEqual({
    '/.well-known/jwks.json': [{ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }],
    '/.well-known/calls/jwks.json': [{ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }],
  })
})

test('what signs receipts is published, and signs no tokens', async () => {
  const other = openKeys({ configured: { rootSecret: Buffer.alloc(32, 9).toString('base64url') } }).signingKeys('other')
  const jwks = { keys: TEST_KEYS.jwks.keys, others: other.jwks.keys }
  const { '/.well-known/jwks.json': keys = [] } = await setsOf(jwks)
  expect(keys.map(({ kid }) => kid)).toEqual([TEST_KEYS.signing.kid, other.signing.kid])
  const token = await issueToken(
    { key: other.signing, issuer: ISSUER, clock, random },
    { client: 'SOCIAL', profiles: [profileIn('SOCIAL')] },
  )
  const strict = createIdentify({ issuer: ISSUER, jwks, subgraphs: REGISTERED }, clock)
  await expect(strict({ authorization: `Bearer ${token}` })).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  })
})

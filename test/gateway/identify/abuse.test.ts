import { generateKeyPairSync } from 'node:crypto'
import { CompactSign, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createTokenVerifier } from '../../../gateway/identify/verifyToken.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { ISSUER, profileIn, REGISTERED, TEST_KEYS } from '../../support/gatewayTester.ts'
import { TEST_START } from '../../support/subgraphTester.ts'

/** Every way to hold a token wrong, or to forge one; each must be UNAUTHENTICATED and never anonymous. */
const NOW = TEST_START / 1000
const clock = createManualClock(TEST_START)
const verify = createTokenVerifier(
  { issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs: REGISTERED, partners: ['weather'] },
  clock,
)

const wire = (app: 'MESSENGER' | 'PHOTO' | 'SOCIAL', more: object = {}) => {
  const { id, authTime } = profileIn(app)
  return { app, id, auth_time: authTime, ...more }
}
const good = {
  iss: ISSUER,
  aud: 'concord',
  iat: NOW,
  exp: NOW + 600,
  jti: 'one',
  client: 'PHOTO',
  profiles: [wire('PHOTO')] as unknown,
  scopes: [] as unknown,
}

async function signed(claims: object, header: object = {}, key: JWK = TEST_KEYS.signing): Promise<string> {
  const protectedHeader = { alg: 'EdDSA', kid: TEST_KEYS.signing.kid ?? '', ...header }
  return new SignJWT({ ...claims }).setProtectedHeader(protectedHeader).sign(await importJWK(key, 'EdDSA'))
}

test('the token that all others differ from is good', async () => {
  expect(await verify(await signed(good))).toMatchObject({ client: 'PHOTO', profiles: [profileIn('PHOTO')] })
})

describe('claims that do not hold', () => {
  const { exp: _exp, ...endless } = good
  const { iss: _iss, ...nobodys } = good
  const { jti: _jti, ...nameless } = good
  const { profiles: _profiles, ...faceless } = good

  test.each<[string, object, RegExp]>([
    ['another audience', { ...good, aud: 'somebody' }, /"aud"/],
    ['several audiences', { ...good, aud: ['concord', 'somebody'] }, /aud/],
    ['another issuer', { ...good, iss: 'https://evil.example' }, /"iss"/],
    ['no issuer', nobodys, /"iss"/],
    ['expired this second', { ...good, exp: NOW }, /expired/],
    ['no expiry', endless, /exp/],
    ['not valid yet', { ...good, nbf: NOW + 10 }, /"nbf"/],
    ['issued in the future', { ...good, iat: NOW + 3600 }, /future/],
    ['signed in in the future', { ...good, profiles: [wire('PHOTO', { auth_time: NOW + 3600 })] }, /future/],
    ['no jti', nameless, /jti/],
    ['no profiles', faceless, /profiles/],
    ['an app without a profile', { ...good, profiles: [] }, /one profile/],
    ["an app with another app's profile", { ...good, profiles: [wire('SOCIAL')] }, /one profile/],
    ['an app with a profile too many', { ...good, profiles: [wire('PHOTO'), wire('SOCIAL')] }, /one profile/],
    [
      'two profiles of one app',
      { ...good, client: 'ACCOUNTS', profiles: [wire('PHOTO'), wire('PHOTO')] },
      /at most one/,
    ],
    ['ACCOUNTS without a profile', { ...good, client: 'ACCOUNTS', profiles: [] }, /must have a profile/],
    ['an unknown client', { ...good, client: 'umbrella' }, /client/],
    ['no client', { ...good, client: '' }, /client/],
    ['an unknown app', { ...good, profiles: [wire('PHOTO', { app: 'VIDEO' })] }, /app/],
    ["an id of another app's type", { ...good, profiles: [wire('PHOTO', { id: profileIn('SOCIAL').id })] }, /ids/],
    ['an id that is none', { ...good, profiles: [wire('PHOTO', { id: 'photo:1' })] }, /ids/],
    ['a profile with more in it', { ...good, profiles: [wire('PHOTO', { admin: true })] }, /profiles/],
    ['scopes that are text', { ...good, scopes: 'all' }, /scopes/],
  ])('%s', async (_name, claims, message) => {
    await expect(verify(await signed(claims))).rejects.toMatchObject({
      message: expect.stringMatching(message) as string,
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })
})

describe('signatures that do not hold', () => {
  const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK
  const publicKey = TEST_KEYS.jwks.keys[0] ?? {}
  const secret = Buffer.from(publicKey.x ?? '', 'base64url')
  const hmac = (key: Uint8Array): Promise<string> =>
    new SignJWT({ ...good }).setProtectedHeader({ alg: 'HS256', kid: publicKey.kid ?? '' }).sign(key)
  const tampered = async (): Promise<string> => {
    const [head, , signature] = (await signed(good)).split('.')
    const claims = { ...good, client: 'ACCOUNTS' }
    return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
  }

  test.each<[string, () => Promise<string>]>([
    ['alg none', () => Promise.resolve(new UnsecuredJWT({ ...good }).encode())],
    ['HS256 with the public key as its secret', () => hmac(secret)],
    ['HS256 with the public JWK as its secret', () => hmac(Buffer.from(JSON.stringify(publicKey)))],
    ['the key of somebody else under our kid', () => signed(good, {}, other)],
    ['a kid that nobody has', () => signed(good, { kid: 'x' })],
    ['a key that it brings itself', () => signed(good, { kid: 'x', jwk: publicKey }, other)],
    ['other claims under the same signature', tampered],
    ['an extension that must be understood', () => signedWithCrit()],
    ['a token of another type', () => signed(good, { typ: 'id+jwt' })],
    ['a signature cut short', async () => (await signed(good)).slice(0, -4)],
    ['nothing', () => Promise.resolve('')],
    ['dots', () => Promise.resolve('..')],
  ])('%s', async (_name, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
  })

  async function signedWithCrit(): Promise<string> {
    const header = { alg: 'EdDSA', kid: publicKey.kid ?? '', crit: ['exp'], exp: 1 }
    const payload = new TextEncoder().encode(JSON.stringify(good))
    const signer = new CompactSign(payload).setProtectedHeader(header)
    return signer.sign(await importJWK(TEST_KEYS.signing, 'EdDSA'), { crit: { exp: true } })
  }
})

describe('what is remembered', () => {
  test('a token that was good is refused once it has expired', async () => {
    const clock = createManualClock(TEST_START)
    const verify = createTokenVerifier({ issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs: REGISTERED }, clock)
    const token = await signed(good)
    const first = await verify(token)
    expect(await verify(token)).toBe(first)
    await clock.advance(599_999)
    expect(await verify(token)).toBe(first)
    await clock.advance(1)
    await expect(verify(token)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
  })

  test('a partner that is known may be a client', async () => {
    expect(await verify(await signed({ ...good, client: 'weather', profiles: [] }))).toMatchObject({
      client: 'weather',
    })
  })
})

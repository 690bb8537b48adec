import { createPublicKey } from 'node:crypto'
import { createLocalJWKSet, type JWK, jwtVerify, SignJWT, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import type { ErrorCode } from '../../../../subgraphs/runtime/errors/registry.ts'
import { identityOf } from '../../../../subgraphs/runtime/identity/claims.ts'
import type { GatewayKeys } from '../../../../subgraphs/runtime/identity/gatewayKeys.ts'
import { createHeaderSigner } from '../../../../subgraphs/runtime/identity/header.ts'
import {
  createPartnerSigner,
  createPartnerVerifier,
  PARTNER_CALL,
} from '../../../../subgraphs/runtime/identity/partnerCall.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import { partnerCallKeys } from '../../../../subgraphs/runtime/keys/uses.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const keys = openKeys({ configured: { rootSecret: 'a'.repeat(43) } })
const { signing, jwks } = partnerCallKeys(keys)
const issuer = 'https://concord.example'
const body = Buffer.from('{"query":"{ acmeVideos { id } }"}')
const subject = { gpc: true, timeoutMs: 3000 }

/** What is published, at hand. */
const published = (set: readonly JWK[] = jwks.keys): GatewayKeys => ({
  keyOf: async (kid) => {
    const found = set.find((key) => key.kid === kid)
    return found === undefined ? null : createPublicKey({ key: { ...found }, format: 'jwk' })
  },
})

function createCall(key: JWK = signing) {
  const clock = createManualClock(TEST_START + 400)
  const random = createSeededRandom('partner call')
  const sign = createPartnerSigner({ audience: 'acme', key, issuer, clock, random })
  const open = createPartnerVerifier({ audience: 'acme', keys: published(), clock })
  return { clock, random, sign, open }
}

/** A header with these members, otherwise right. */
async function signed({ head = {}, claims = {}, key = signing }: { head?: object; claims?: object; key?: JWK }) {
  const now = TEST_START / 1000
  const right = { aud: 'acme', iat: now, exp: now + 9, jti: 'j'.repeat(22), body: '', timeoutMs: 1 }
  const header = { alg: 'EdDSA', typ: PARTNER_CALL, kid: signing.kid ?? '', ...head }
  return new SignJWT({ ...right, ...claims }).setProtectedHeader(header).sign(await importJWK(key, 'EdDSA'))
}

const refused = (code: ErrorCode) => expect.objectContaining({ extensions: { code } }) as Error

describe('a call to a partner', () => {
  test('is let in once, with what it was made of', async () => {
    const { sign, open } = createCall()
    const header = sign(body, subject)
    const call = await open(header)
    expect(identityOf(call.admit(body))).toEqual(subject)
    await expect(open(header)).rejects.toEqual(refused('CALL_REPLAYED'))
  })

  test('is a JWS that any library checks, in whole seconds', async () => {
    const { sign } = createCall()
    const { payload, protectedHeader } = await jwtVerify(
      sign(body, subject),
      createLocalJWKSet({ keys: [...jwks.keys] }),
      {
        issuer,
        audience: 'acme',
        typ: PARTNER_CALL,
        algorithms: ['EdDSA'],
        currentDate: new Date(TEST_START),
      },
    )
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: PARTNER_CALL, kid: signing.kid })
    const iat = TEST_START / 1000
    expect(payload).toMatchObject({
      ...subject,
      iat,
      exp: iat + 9,
      body: expect.stringMatching(/^[\w-]{43}$/) as string,
    })
  })

  test('lives at most 60 seconds however long somebody waits', async () => {
    const { sign, open } = createCall()
    const { iat, exp } = (await open(sign(body, { timeoutMs: 600_000 }))).claims
    expect(exp - iat).toBe(60)
  })

  test('with another body is refused, and not used up', async () => {
    const { sign, open } = createCall()
    const header = sign(body, subject)
    const caught = await open(header)
    expect(() => caught.admit(Buffer.from('{}'))).toThrow(refused('CALL_BODY_MISMATCH'))
    expect((await open(header)).admit(body).jti).toBe(caught.claims.jti)
  })

  test('goes on through a rotation: the next key is published before it signs, the former one after', () => {
    const next = 'b'.repeat(43)
    const before = openKeys({ configured: { rootSecret: 'a'.repeat(43), acceptedSecrets: [next] } })
    const after = openKeys({ configured: { rootSecret: next, acceptedSecrets: ['a'.repeat(43)] } })
    const kids = (set: readonly JWK[]) => set.map(({ kid }) => kid)
    expect(kids(partnerCallKeys(before).jwks.keys)).toContain(partnerCallKeys(after).signing.kid)
    expect(kids(partnerCallKeys(after).jwks.keys)).toContain(signing.kid)
    expect(JSON.stringify(partnerCallKeys(after).jwks)).not.toContain('"d"')
  })
})

describe('refused is', () => {
  const own = { gateway: new Uint8Array(32).fill(1) }
  test.each<[string, () => Promise<string> | string | undefined, ErrorCode]>([
    ['none', () => undefined, 'CALL_NOT_SIGNED'],
    ['an empty one', () => '', 'CALL_NOT_SIGNED'],
    ['garbage', () => 'a.b.c', 'CALL_SIGNATURE_INVALID'],
    ['one of another form', () => `${'a'.repeat(20_000)}.b`, 'CALL_SIGNATURE_INVALID'],
    [
      'one without a signature',
      async () => `${(await signed({})).split('.').slice(0, 2).join('.')}.`,
      'CALL_SIGNATURE_INVALID',
    ],
    ['one of a key that is not published', () => signed({ head: { kid: 'other' } }), 'CALL_SIGNATURE_INVALID'],
    ['one without the name of a key', () => signed({ head: { kid: undefined } }), 'CALL_SIGNATURE_INVALID'],
    ['one of another key by its name', () => signed({ key: keys.tokenKeys().signing }), 'CALL_SIGNATURE_INVALID'],
    ['a token', () => signed({ head: { typ: 'at+jwt' } }), 'CALL_SIGNATURE_INVALID'],
    ['one for another partner', () => signed({ claims: { aud: 'other' } }), 'CALL_WRONG_AUDIENCE'],
    ['one for a list of them', () => signed({ claims: { aud: ['acme', 'other'] } }), 'CALL_SIGNATURE_INVALID'],
    ['one without a digest', () => signed({ claims: { body: undefined } }), 'CALL_SIGNATURE_INVALID'],
    ['one that has expired', () => signed({ claims: { exp: TEST_START / 1000 } }), 'CALL_EXPIRED'],
    ['one that lives for long', () => signed({ claims: { exp: TEST_START / 1000 + 90 } }), 'CALL_EXPIRED'],
    ['one from the future', () => signed({ claims: { iat: TEST_START / 1000 + 8 } }), 'CALL_EXPIRED'],
    ["the house's own", () => houseHeader(own.gateway), 'CALL_SIGNATURE_INVALID'],
  ])('%s', async (_what, header, code) => {
    await expect(createCall().open(await header())).rejects.toEqual(refused(code))
  })

  test('one that says HMAC, with the bytes that are published as its key', async () => {
    const bytes = Buffer.from(jwks.keys[0]?.x ?? '', 'base64url')
    const head = { alg: 'HS256', typ: PARTNER_CALL, kid: signing.kid ?? '' }
    const forged = await new SignJWT({ aud: 'acme' }).setProtectedHeader(head).sign(bytes)
    await expect(createCall().open(forged)).rejects.toEqual(refused('CALL_SIGNATURE_INVALID'))
  })
})

function houseHeader(key: Uint8Array): string {
  const { clock, random } = createCall()
  return createHeaderSigner({ audience: 'acme', key, clock, random })(body, subject)
}

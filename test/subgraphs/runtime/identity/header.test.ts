import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import type { ErrorCode } from '../../../../subgraphs/runtime/errors/registry.ts'
import { type CallClaims, identityOf } from '../../../../subgraphs/runtime/identity/claims.ts'
import {
  type CallKey,
  createHeaderSigner,
  createHeaderVerifier,
  type HeaderVerifier,
  peekClaims,
  signHeader,
} from '../../../../subgraphs/runtime/identity/header.ts'
import { createReplayMemory } from '../../../../subgraphs/runtime/identity/replayMemory.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const key = new Uint8Array(32).fill(1)
const body = Buffer.from('{"query":"{ me { id } }"}')
const subject = { viewer: 'v', authTime: 5, client: 'PHOTO', gpc: true, timeoutMs: 3000 }

function createCall(keys: { signs?: CallKey; checks?: CallKey | CallKey[] } = {}) {
  const clock = createManualClock(TEST_START)
  const random = createSeededRandom('header')
  const sign = createHeaderSigner({ audience: 'photo', key: keys.signs ?? key, clock, random })
  const open = createHeaderVerifier({ audience: 'photo', key: keys.checks ?? keys.signs ?? key, clock })
  return { clock, sign, open, verify: wholly(open) }
}

/** Header and body at once. */
const wholly =
  (open: HeaderVerifier) =>
  (header: string | undefined, its: Uint8Array): CallClaims =>
    open(header).admit(its)

function expectRefused(run: () => unknown, code: ErrorCode): void {
  expect(run).toThrow(expect.objectContaining({ extensions: { code } }))
}

describe('a signed header', () => {
  test('brings what it was made of, and nothing else reaches the subgraph', () => {
    const { sign, verify } = createCall()
    const claims = verify(sign(body, subject), body)
    expect(identityOf(claims)).toEqual(subject)
    expect(claims).toMatchObject({ aud: 'photo', iat: TEST_START / 1000, exp: TEST_START / 1000 + 8 })
  })

  test('for accounts has all proved profiles', () => {
    const { sign, verify } = createCall()
    const profiles = [{ app: 'PHOTO', id: 'p', authTime: 5 }] as const
    expect(identityOf(verify(sign(body, { profiles, timeoutMs: 1 }), body))).toEqual({ profiles, timeoutMs: 1 })
  })

  test('is different for each call', () => {
    const { sign } = createCall()
    expect(sign(body, subject)).not.toBe(sign(body, subject))
  })

  test('lives at most 60 seconds however long somebody waits', () => {
    const { sign, verify } = createCall()
    const { iat, exp } = verify(sign(body, { timeoutMs: 600_000 }), body)
    expect(exp - iat).toBeCloseTo(60, 3)
  })

  test('may be read without a proof, to choose the key', () => {
    const { sign } = createCall()
    expect(peekClaims(sign(body, subject))).toMatchObject({ aud: 'photo', viewer: 'v' })
    expect([peekClaims(''), peekClaims('a'), peekClaims('a.b'), peekClaims('..')]).toEqual([null, null, null, null])
  })

  test('of an old key counts while both are configured', () => {
    const { sign, verify } = createCall({ signs: key, checks: [new Uint8Array(32).fill(2), key] })
    expect(verify(sign(body, subject), body).viewer).toBe('v')
  })
})

describe('a call is refused', () => {
  test.each([undefined, ''])('without a header: %s', (header) => {
    expectRefused(() => createCall().verify(header, body), 'CALL_NOT_SIGNED')
  })

  test.each(['x', '.', 'a.', '.b', 'a.b', 'a.b.c', 'é.b', `${'a'.repeat(20_000)}.b`])('with garbage: %s', (header) => {
    expectRefused(() => createCall().verify(header, body), 'CALL_SIGNATURE_INVALID')
  })

  test('with any one character changed', () => {
    const { sign, verify } = createCall()
    const header = sign(body, subject)
    const property = fc.property(fc.nat(header.length - 2), fc.constantFrom('A', 'b', '9', '.', '='), (at, other) => {
      fc.pre(header[at] !== other)
      expectRefused(() => verify(header.slice(0, at) + other + header.slice(at + 1), body), 'CALL_SIGNATURE_INVALID')
    })
    fc.assert(property, { seed: 1, numRuns: 300 })
  })

  test('signed with the key of another pair', () => {
    const { sign } = createCall({ signs: new Uint8Array(32).fill(2) })
    expectRefused(() => createCall().verify(sign(body, subject), body), 'CALL_SIGNATURE_INVALID')
  })

  test('made for another subgraph', () => {
    const { clock, sign } = createCall()
    const verify = wholly(createHeaderVerifier({ audience: 'social', key, clock }))
    expectRefused(() => verify(sign(body, subject), body), 'CALL_WRONG_AUDIENCE')
  })

  test('with another body, even by one byte', () => {
    const { sign, verify } = createCall()
    const header = sign(body, subject)
    expectRefused(() => verify(header, Buffer.concat([body, Buffer.from(' ')])), 'CALL_BODY_MISMATCH')
    expectRefused(() => verify(header, Buffer.alloc(0)), 'CALL_BODY_MISMATCH')
    expect(verify(header, body).viewer).toBe('v')
  })

  test('once it has expired', async () => {
    const { clock, sign, verify } = createCall()
    const header = sign(body, subject)
    await clock.advance(7999)
    const fresh = sign(body, subject)
    await clock.advance(1)
    expectRefused(() => verify(header, body), 'CALL_EXPIRED')
    expect(verify(fresh, body).viewer).toBe('v')
  })

  test('that comes from the future by more than five seconds', () => {
    const { clock, sign, verify } = createCall()
    clock.shiftWall(5000)
    const near = sign(body, subject)
    clock.shiftWall(1)
    const far = sign(body, subject)
    clock.shiftWall(-5001)
    expect(verify(near, body).viewer).toBe('v')
    expect(() => verify(far, body)).toThrow('The header "concord-call" comes from the future. Compare the clocks.')
  })

  test('the second time', () => {
    const { sign, verify } = createCall()
    const header = sign(body, subject)
    verify(header, body)
    expectRefused(() => verify(header, body), 'CALL_REPLAYED')
  })

  test('the second time, each of many that expire in the same second', () => {
    const { sign, verify } = createCall()
    const headers = Array.from({ length: 4 }, () => sign(body, subject))
    for (const header of headers) expect(verify(header, body).viewer).toBe('v')
    for (const header of headers) expectRefused(() => verify(header, body), 'CALL_REPLAYED')
  })

  const now = TEST_START / 1000
  const claims: CallClaims = { aud: 'photo', iat: now, exp: now + 60, jti: 'j'.repeat(22), body: '', timeoutMs: 1 }
  test.each([
    [{ exp: now + 61 }, 'CALL_EXPIRED', 'The header "concord-call" must live at most 60 seconds, but got: 61.'],
    [{ exp: Number.NaN }, 'CALL_SIGNATURE_INVALID', 'The header "concord-call" must hold the claims of identity.md.'],
    [{ jti: 'short' }, 'CALL_SIGNATURE_INVALID', expect.any(String)],
    [{ body: 'short' }, 'CALL_BODY_MISMATCH', expect.any(String)],
    [{ timeoutMs: 0 }, 'CALL_SIGNATURE_INVALID', expect.any(String)],
    [{ profiles: [{ app: 'BANK', id: 'x', authTime: 1 }] }, 'CALL_SIGNATURE_INVALID', expect.any(String)],
    [{ viewer: 7 }, 'CALL_SIGNATURE_INVALID', expect.any(String)],
  ])('though well signed, with %o', (changed, code, message) => {
    const header = signHeader({ ...claims, ...changed } as CallClaims, key)
    expect(() => createCall().verify(header, body)).toThrow(expect.objectContaining({ message, extensions: { code } }))
  })
})

describe('a header that is checked before its body has come', () => {
  test('is refused for all but its body', async () => {
    const { clock, sign, open } = createCall()
    const [spent, late] = [sign(body, subject), sign(body, subject)]
    open(spent).admit(body)
    expectRefused(() => open(spent), 'CALL_REPLAYED')
    expectRefused(() => open(sign(body, subject).slice(0, -2)), 'CALL_SIGNATURE_INVALID')
    await clock.advance(8000)
    expectRefused(() => open(late), 'CALL_EXPIRED')
  })

  test('is not used up by whoever brings another body, or none', () => {
    const { sign, open } = createCall()
    const header = sign(body, subject)
    const caught = open(header)
    expectRefused(() => caught.admit(Buffer.from('garbage')), 'CALL_BODY_MISMATCH')
    expect(open(header).admit(body).viewer).toBe('v')
    expectRefused(() => caught.admit(body), 'CALL_REPLAYED')
  })

  test('lets in one of two that bring the body at the same time', () => {
    const { sign, open } = createCall()
    const header = sign(body, subject)
    const [first, second] = [open(header), open(header)]
    expect(second.admit(body).viewer).toBe('v')
    expectRefused(() => first.admit(body), 'CALL_REPLAYED')
  })

  test('lets nobody in whose body came after it had expired, though the replay is forgotten by then', async () => {
    const { clock, sign, open } = createCall()
    const header = sign(body, subject)
    const slow = open(header)
    open(header).admit(body)
    await clock.advance(8000)
    expectRefused(() => slow.admit(body), 'CALL_EXPIRED')
  })
})

describe('the memory for replays', () => {
  test('holds no more than has not expired', () => {
    const memory = createReplayMemory()
    for (let second = 0; second < 1000; second++) {
      for (let n = 0; n < 3; n++) expect(memory.admit(`${second} ${n}`, second + 60, second)).toBe(true)
    }
    expect(memory.size()).toBeLessThanOrEqual(61 * 3)
  })

  test('knows a call for as long as its header lives', () => {
    const memory = createReplayMemory()
    expect(memory.admit('a', 10.2, 5)).toBe(true)
    expect(memory.admit('a', 10.2, 10.1)).toBe(false)
    expect([memory.has('a', 10.2), memory.has('b', 10.2), memory.has('b', 9)]).toEqual([true, false, false])
  })
})

test('a weak key is refused at once', () => {
  const message = 'The key of a call must have at least 32 bytes, but got: 16.'
  expect(() => createCall({ signs: new Uint8Array(16) })).toThrow(message)
  expect(() => createCall({ checks: [key, new Uint8Array(16)] })).toThrow(message)
  expect(() => createCall({ signs: new Uint8Array(16), checks: key })).toThrow(message)
})

describe('what shows whether clocks agree', () => {
  test('is every header that is let in or comes from the future, and none that is sent again or is not signed', () => {
    const clock = createManualClock(TEST_START)
    const saw: number[] = []
    const open = createHeaderVerifier({ audience: 'photo', key, clock, saw: (issuedAt) => saw.push(issuedAt) })
    const verify = wholly(open)
    const random = createSeededRandom('clocks')
    const signedAt = (ms: number, by: CallKey = key) =>
      createHeaderSigner({ audience: 'photo', key: by, clock: createManualClock(TEST_START + ms), random })(
        body,
        subject,
      )
    const header = signedAt(-40)
    verify(header, body)
    expectRefused(() => verify(header, body), 'CALL_REPLAYED')
    expectRefused(() => verify(signedAt(9000), body), 'CALL_EXPIRED')
    expectRefused(() => verify(signedAt(9000, new Uint8Array(32).fill(2)), body), 'CALL_SIGNATURE_INVALID')
    expectRefused(() => open(signedAt(-20)).admit(Buffer.from('another')), 'CALL_BODY_MISMATCH')
    expect(saw).toEqual([TEST_START - 40, TEST_START + 9000])
  })
})

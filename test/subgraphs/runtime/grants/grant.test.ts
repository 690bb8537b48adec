import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { sealCompact } from '../../../../subgraphs/runtime/grants/compactJwe.ts'
import { DELTA, L, SPARE } from '../../../../subgraphs/runtime/grants/constants.ts'
import { flowDigest } from '../../../../subgraphs/runtime/grants/flowDigest.ts'
import { createGrantKeys } from '../../../../subgraphs/runtime/grants/grantKeys.ts'
import { createGrantOpener, createGrantSealer, type GrantClaims } from '../../../../subgraphs/runtime/grants/grant.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { claims, flow, FLOWS, GRANT_KEYS, openerOf, SEALER } from './grants.ts'

const TODAY = '2026-11-22'
const MIDNIGHT = Date.parse('2026-11-23T00:00:00.000Z')
const at = (ms: number) => createManualClock(ms)
const opens = (grant: unknown, ms = TEST_START, type = 'PondAdSignals') => openerOf(at(ms)).open(grant, type) !== null
/** Sealed with the source's own key, whatever the claims are. */
const sealed = (content: unknown, kid = TODAY) =>
  sealCompact(JSON.stringify(content), { key: GRANT_KEYS('pond', kid), kid, iv: new Uint8Array(12) })

describe('a grant', () => {
  test('tells its source the person, the purpose and until when', () => {
    const open = openerOf(at(TEST_START)).open(SEALER.seal(claims()), 'PondAdSignals')
    const { id } = claims()
    expect(open).toMatchObject({ subject: 'sealed-frog', purpose: 'ADS', id, exp: TEST_START + L })
    expect(open?.left()).toBe(L - SPARE)
  })

  test('says nothing to anybody else, and fits its scalar', () => {
    const grant = SEALER.seal(claims())
    expect(Buffer.from(grant.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toMatch(/frog|ADS|pond/)
    expect(grant.length).toBeLessThan(1024)
  })

  test('is another text each time', () => expect(SEALER.seal(claims())).not.toBe(SEALER.seal(claims())))

  test('is not made for longer or shorter than L', () => {
    expect(() => SEALER.seal(claims({ exp: TEST_START + L + 1 }))).toThrow(
      'A grant must expire 500 ms after its t0, but got: 501 ms.',
    )
  })
})

test('under any of the keys that are accepted while they are rotated', () => {
  const clock = at(TEST_START)
  const other = createGrantKeys(() => new Uint8Array(32).fill(9))
  const opener = (...keyOf: (typeof other)[]) => createGrantOpener({ source: 'pond', keyOf, clock, flows: FLOWS })
  const grant = SEALER.seal(claims())
  expect(opener(other, GRANT_KEYS).open(grant, 'PondAdSignals')?.subject).toBe('sealed-frog')
  expect(opener(other).open(grant, 'PondAdSignals')).toBeNull()
})

describe('time: a grant holds', () => {
  test.each([
    ['when it is made', 0, true],
    ['to its last millisecond', L, true],
    ['never after it: a replay opens nothing', L + 1, false],
    ['for a source whose clock is late by δ', -DELTA, true],
    ['not for one whose clock is late by more', -DELTA - 1, false],
  ])('%s', (_when, offset, holds) => expect(opens(SEALER.seal(claims()), TEST_START + offset)).toBe(holds))

  test('no longer when the wall clock is set back', async () => {
    const clock = at(TEST_START)
    const opener = openerOf(clock)
    const grant = SEALER.seal(claims())
    await clock.advance(L + 1)
    clock.shiftWall(-L)
    expect(opener.open(grant, 'PondAdSignals')).toBeNull()
  })

  test('less as time passes, and leaves its source nothing in the end', async () => {
    const clock = at(TEST_START)
    const open = openerOf(clock).open(SEALER.seal(claims()), 'PondAdSignals')
    await clock.advance(L - SPARE)
    expect(open?.left()).toBe(0)
  })

  test('over midnight for a minute, under the key of the day before', () => {
    const grant = SEALER.seal(claims({ t0: MIDNIGHT - 1 }))
    expect([opens(grant, MIDNIGHT + 10), opens(grant, MIDNIGHT - 1)]).toEqual([true, true])
    const late = { ...claims({ t0: MIDNIGHT + 60_000 }) }
    expect(opens(sealed(late, TODAY), MIDNIGHT + 60_001)).toBe(false)
    expect(opens(sealed(late, '2026-11-23'), MIDNIGHT + 60_001)).toBe(true)
  })
})

describe('a grant opens nothing', () => {
  test.each<[string, Partial<GrantClaims>]>([
    ['of another source', { source: 'lake' }],
    ['for another type', { type: 'PondMoodSignals' }],
    ['for another purpose', { purpose: 'PERSONALIZE' }],
    ['for another recipient', { recipient: 'photo' }],
    ['under another notice', { flow: flowDigest(flow({ noticeVersion: 2 })) }],
    ['for another shape of the type', { flow: flowDigest(flow({ sdlDigest: 'x'.repeat(43) })) }],
    ['that would live longer', { exp: TEST_START + L + 1 }],
    ['that would live from tomorrow', { t0: TEST_START + 1000 }],
  ])('%s, though sealed with the right key', (_case, change) => {
    expect(opens(sealed(claims()))).toBe(true)
    expect(opens(sealed(claims(change)))).toBe(false)
  })

  test('re-targeted: asked as another type of the same source', () => {
    expect(opens(SEALER.seal(claims()), TEST_START, 'PondMoodSignals')).toBe(false)
  })

  test('for a type that no flow of its source is about, though the rest is of one', () => {
    const grant = sealed(claims({ type: 'PondSecrets' }))
    expect(opens(grant, TEST_START, 'PondSecrets')).toBe(false)
  })

  test('stolen: at another source', () => {
    const lake = openerOf(at(TEST_START), { source: 'lake', flows: FLOWS.map((row) => ({ ...row, from: 'lake' })) })
    expect(lake.open(SEALER.seal(claims()), 'PondAdSignals')).toBeNull()
    expect(lake.open(SEALER.seal(claims({ source: 'lake' })), 'PondAdSignals')).not.toBeNull()
  })

  test('with more or fewer claims', () => {
    const { id: _, ...fewer } = claims()
    expect([opens(sealed({ ...claims(), admin: true })), opens(sealed(fewer)), opens(sealed([]))]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('forged: under another key, or the key of another day', () => {
    const keyOf = createGrantKeys(() => new Uint8Array(32).fill(1))
    const forger = createGrantSealer({ keyOf, random: createSeededRandom('forger') })
    expect(opens(forger.seal(claims()))).toBe(false)
    expect(opens(sealed(claims(), '2026-11-21'))).toBe(false)
  })

  test('changed in any of its characters', () => {
    const grant = SEALER.seal(claims())
    for (let index = 0; index < grant.length; index++) {
      const other = grant[index] === 'A' ? 'B' : 'A'
      expect(opens(grant.slice(0, index) + other + grant.slice(index + 1)), `character ${index}`).toBe(false)
    }
  })

  test.each([null, undefined, 7, '', 'grant', '....', 'a.b.c.d.e', 'x'.repeat(5000), {}, ['a']])(
    'that is none: %j',
    (one) => expect(opens(one)).toBe(false),
  )
})

describe('the digest of a flow', () => {
  test('is of its shape and its notice, and of nothing else', () => {
    expect(flowDigest(flow())).toBe(flowDigest(flow({ to: 'photo', purpose: 'IMPROVE' })))
    expect(flowDigest(flow())).not.toBe(flowDigest(flow({ noticeVersion: 2 })))
    expect(flowDigest(flow())).toMatch(/^[\w-]{43}$/)
  })
})

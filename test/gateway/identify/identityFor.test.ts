import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Caller, NOBODY } from '../../../gateway/identify/caller.ts'
import { createIdentityFor } from '../../../gateway/identify/identityFor.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import { ISSUER, profileIn, REGISTERED, TEST_KEYS } from '../../support/gatewayTester.ts'

const subgraphs = [...REGISTERED, { name: 'weather' }]
const identityFor = createIdentityFor({ issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs })

const OF_APPS = REGISTERED.filter((subgraph) => 'app' in subgraph)

const people = fc.stringMatching(/^[a-z]{3,8}$/)
const callers: fc.Arbitrary<Caller> = fc.record({
  client: fc.constantFrom(...APPS, 'ACCOUNTS', 'weather', null),
  profiles: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...APPS), people), { selector: ([app]) => app, maxLength: 3 })
    .map((pairs) => pairs.map(([app, person]) => profileIn(app, person))),
  scopes: fc.constant([]),
  gpc: fc.boolean(),
})

describe('R0: what a subgraph is told', () => {
  test("an app's subgraph is told its own profile and its own client, for any caller", () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...OF_APPS), (caller, { name, app }) => {
        const own = caller.profiles.find((profile) => profile.app === app)
        expect(identityFor(caller, name, 5_000)).toEqual({
          timeoutMs: 5_000,
          ...(own ? { viewer: own.id, authTime: own.authTime } : {}),
          ...(caller.client === app ? { client: app } : {}),
          ...(caller.gpc ? { gpc: true } : {}),
        })
      }),
    )
  })

  test('a stranger and somebody signed in elsewhere look alike, byte for byte', () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...OF_APPS), fc.integer({ min: 1 }), (caller, subgraph, ms) => {
        const elsewhere = {
          ...caller,
          client: caller.client === subgraph.app ? null : caller.client,
          profiles: caller.profiles.filter(({ app }) => app !== subgraph.app),
        }
        const stranger = { ...NOBODY, gpc: caller.gpc }
        const bytes = (who: Caller): string => JSON.stringify(identityFor(who, subgraph.name, ms))
        expect(bytes(elsewhere)).toBe(bytes(stranger))
      }),
    )
  })

  test('no value that one subgraph of an app is told is told to another', () => {
    const caller = { ...NOBODY, client: 'ACCOUNTS', profiles: APPS.map((app) => profileIn(app)) }
    const told = OF_APPS.map(({ name }, index) => identityFor(caller, name, 4_321 + index))
    expect(new Set(told.map((identity) => identity?.viewer)).size).toBe(3)
    // All that is equal says nothing: the time to answer, rounded, and when they signed in, which was the same second.
    expect(told.map((identity) => Object.keys(identity ?? {}).toSorted())).toEqual(
      told.map(() => ['authTime', 'timeoutMs', 'viewer']),
    )
    expect(new Set(told.map((identity) => identity?.timeoutMs))).toEqual(new Set([4_300]))
  })

  test.each(['accounts', 'grants', 'entry'])('%s is told the session', (name) => {
    const profiles = [profileIn('PHOTO'), profileIn('SOCIAL')]
    const identity = identityFor({ ...NOBODY, client: 'ACCOUNTS', profiles }, name, 50)
    expect(identity).toEqual({ timeoutMs: 50, client: 'ACCOUNTS', profiles })
    expect(identity).not.toHaveProperty('viewer')
  })

  test('a partner is told that somebody asks, and nothing else', () => {
    const caller = { ...NOBODY, client: 'weather', profiles: [profileIn('PHOTO')] }
    expect(identityFor(caller, 'weather', 1_000)).toEqual({ timeoutMs: 1_000 })
  })

  test('a subgraph that is not registered is told nothing at all, and so is everybody where nobody signs in', () => {
    expect(identityFor(NOBODY, 'reviews', 1_000)).toBeUndefined()
    expect(createIdentityFor(undefined)(NOBODY, 'accounts', 1_000)).toBeUndefined()
    const unregistered = createIdentityFor({ issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs: [] })
    expect(unregistered(NOBODY, 'accounts', 1_000)).toBeUndefined()
  })
})

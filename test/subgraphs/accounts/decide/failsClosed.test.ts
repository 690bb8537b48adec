import { describe, expect, test } from 'vitest'
import { decide, type DecidedFlow, type Snapshot } from '../../../../subgraphs/accounts/rules/decide.ts'

const flow: DecidedFlow = {
  from: 'messenger',
  to: 'social',
  type: 'MessengerAdSignals',
  digest: 'd',
  basis: { kind: 'PURPOSE', purpose: 'ADS' },
}
const consent = { from: 'messenger', to: 'social', purpose: 'ADS', state: 'GRANTED', digest: 'd', until: null } as const
const feature = { feature: 'CROSSPOST', from: 'messenger', to: 'social', enabled: true } as const
const account: Snapshot = {
  closed: false,
  links: [
    { of: 'messenger', profile: 'm', state: 'ACTIVE', ageBand: 'ADULT' },
    { of: 'social', profile: 's', state: 'ACTIVE', ageBand: 'ADULT' },
  ],
  consents: [consent],
  features: [feature],
}
/** What a document may hold that is read back damaged, or was written by another release. */
const damaged = (change: object): Snapshot => ({ ...account, ...change })
const allowed = (snapshot: Snapshot, asked: DecidedFlow = flow, now = 0): boolean =>
  decide(asked, { profile: 's' }, snapshot, false, now).allow

describe('whatever a document holds beside a yes is a no', () => {
  test('the account as it should be is allowed', () => {
    expect(allowed(account)).toBe(true)
  })

  test.each([undefined, null, '', 'OVER_9000'])('an age band %j is unknown', (ageBand) => {
    const links = account.links.map((link) => ({ ...link, ageBand }))
    expect(allowed(damaged({ links }))).toBe(false)
    expect(allowed(damaged({ links: [account.links[0], links[1]] }))).toBe(false)
  })

  test.each([
    ['a yes and a no of one flow', { consents: [consent, { ...consent, state: 'WITHDRAWN' }] }],
    ['an end that is no number', { consents: [{ ...consent, until: Number.NaN }] }],
    ['no end at all', { consents: [{ ...consent, until: undefined }] }],
  ])('%s', (_, change) => {
    expect(allowed(damaged(change))).toBe(false)
  })

  test('no digest is no notice', () => {
    expect(allowed(damaged({ consents: [{ ...consent, digest: '' }] }), { ...flow, digest: '' })).toBe(false)
  })

  test('a basis that does not exist', () => {
    expect(allowed(account, { ...flow, basis: { kind: 'CURIOSITY' } as never })).toBe(false)
  })

  test('a feature that is on and off', () => {
    const asked: DecidedFlow = { ...flow, basis: { kind: 'FEATURE', feature: 'CROSSPOST' } }
    expect(allowed(account, asked)).toBe(true)
    expect(allowed(damaged({ features: [feature, { ...feature, enabled: false }] }), asked)).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { joinAccount, NO_ACCOUNT } from '../../../../subgraphs/accounts/rules/joinAccount.ts'
import { type ConsentRecord, neverAsked } from '../../../../subgraphs/accounts/rules/consentFold.ts'
import type { Approved } from '../../../../subgraphs/accounts/rules/linkRequest.ts'
import { DELTA } from '../../../../subgraphs/runtime/grants/constants.ts'

const FLOW = 'messenger>social>ADS'
const APPROVED_AT = 1_000_000
const MEMBER = { app: 'MESSENGER', linkId: 'old' } as const

/** Anna's social profile joins her messenger's account; she said yes to the one offer. */
const request: Approved = {
  state: 'APPROVED',
  from: 'SOCIAL',
  app: 'MESSENGER',
  requester: 'anna social',
  opener: 'anna messenger',
  code: 'code',
  createdAt: 0,
  expiresAt: 600_000,
  accountId: 'account',
  member: MEMBER,
  offers: [FLOW],
  carried: [],
  requesterBand: 'ADULT',
  openerBand: 'ADULT',
  choices: [{ flow: FLOW, granted: true, noticeVersion: 1, noticeDigest: 'notice', digest: 'digest' }],
  approvedAt: APPROVED_AT,
}

function said(state: 'GRANTED' | 'WITHDRAWN', at: number): ConsentRecord {
  const never = neverAsked({ from: 'messenger', to: 'social', purpose: 'ADS' })
  return { ...never, state, since: at, choice: { kind: state, at, noticeVersion: 1, noticeDigest: null } }
}

/** What the account says to the flow once the link is built. */
function afterJoining(known: ConsentRecord | null, change: Partial<Approved> = {}): string | undefined {
  const link = { app: 'MESSENGER', profile: 'anna messenger', state: 'ACTIVE', linkedAt: 0, unlinkedAt: null } as const
  const account = {
    ...NO_ACCOUNT,
    links: { old: { ...link, visible: false, ageBand: 'ADULT' as const, order: 0 } },
    live: { MESSENGER: 'old' },
    consents: known === null ? {} : { [FLOW]: known },
  }
  const joined = joinAccount(account, 'request', { ...request, ...change })
  return joined.ok ? joined.next.consents[FLOW]?.state : joined.code
}

describe('a link that is built late', () => {
  test('brings the yes that it was approved with', () => {
    expect(afterJoining(null)).toBe('GRANTED')
    expect(afterJoining(said('WITHDRAWN', APPROVED_AT - DELTA - 1))).toBe('GRANTED')
  })

  test('brings none against a no that was said since, on whichever clock', () => {
    for (const since of [APPROVED_AT + 5, APPROVED_AT, APPROVED_AT - DELTA]) {
      expect([since, afterJoining(said('WITHDRAWN', since))]).toEqual([since, 'WITHDRAWN'])
    }
  })
})

describe('an older no that comes with a profile', () => {
  const carried = [said('WITHDRAWN', 500)]

  test('is kept', () => {
    expect(afterJoining(null, { carried, choices: [] })).toBe('WITHDRAWN')
    expect(afterJoining(said('GRANTED', 499), { carried, choices: [] })).toBe('WITHDRAWN')
  })

  test('takes nothing from a yes that was said later in the account', () => {
    expect(afterJoining(said('GRANTED', 501), { carried, choices: [] })).toBe('GRANTED')
  })
})

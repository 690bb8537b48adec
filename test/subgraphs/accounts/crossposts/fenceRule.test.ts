import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenceOff, isBehindFence } from '../../../../subgraphs/accounts/crossposts/fence.ts'
import { mayShareIn } from '../../../../subgraphs/accounts/crossposts/whoMayShareWhere.ts'
import type { AccountState, LinkRecord } from '../../../../subgraphs/accounts/rules/account.ts'
import { createCatalogue } from '../../../../subgraphs/accounts/rules/catalogue.ts'
import { switchOff, switchOn } from '../../../../subgraphs/accounts/rules/choices.ts'
import { NO_ACCOUNT } from '../../../../subgraphs/accounts/rules/joinAccount.ts'
import { pauseLink, resumeLink, setVisibility, unlink } from '../../../../subgraphs/accounts/rules/linkLifecycle.ts'
import { APPS } from '../../../../subgraphs/runtime/identity/identity.ts'
import { cases, seed } from '../../../support/long.ts'
import { CONTRACT } from '../contractParts.ts'

const names = createCatalogue(CONTRACT.recipients, CONTRACT.flows, CONTRACT.notices)
const TARGETS = ['PHOTO', 'SOCIAL'] as const

const link = (app: (typeof APPS)[number], order: number): LinkRecord => {
  const born = { linkedAt: 0, unlinkedAt: null, visible: false, ageBand: 'ADULT' } as const
  return { app, profile: `${app} profile`, state: 'ACTIVE', order, ...born }
}
const LINKED: AccountState = {
  ...NO_ACCOUNT,
  consentRev: 1,
  links: Object.fromEntries(APPS.map((app, order) => [app, link(app, order)])),
  live: { MESSENGER: 'MESSENGER', PHOTO: 'PHOTO', SOCIAL: 'SOCIAL' },
}

type Step = (account: AccountState) => AccountState
const done = (account: AccountState, changed: { ok: boolean; next?: AccountState }): AccountState =>
  changed.next ?? account

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom(pauseLink, resumeLink, resumeLink, unlink), fc.constantFrom(...APPS)).map(
    ([act, app]): Step =>
      (account) =>
        done(account, act(account, app, names, 0)),
  ),
  fc.tuple(fc.constantFrom(true, true, false), fc.constantFrom('photo', 'social')).map(([on, to]): Step => {
    const direction = { feature: 'CROSSPOST', from: 'messenger', to } as const
    return (account) => done(account, on ? switchOn(account, direction, names, 0) : switchOff(account, direction, 0))
  }),
  fc.constant<Step>((account) => done(account, setVisibility(account, 'PHOTO', true))),
)

test('a fence goes up with each write that takes sharing away, and with no other', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30, size: 'max' }), (lives) => {
      let account = LINKED
      for (const step of lives) {
        const wanted = step(account)
        const { next, apps } = fenceOff(account, wanted, names)
        const allowed = (of: AccountState) => TARGETS.filter((app) => mayShareIn(of, app, { names, now: 0 }).allow)
        const lost = allowed(account).filter((app) => !allowed(wanted).includes(app))
        expect(apps).toEqual(lost)
        for (const app of TARGETS) {
          const fence = next.crossposting[names.nameOf(app)]
          expect(fence).toBe(lost.includes(app) ? next.consentRev : account.crossposting[names.nameOf(app)])
        }
        expect(next === wanted).toBe(lost.length === 0)
        account = next
      }
    }),
    { numRuns: cases(200), seed },
  )
})

test('what was shared is behind the fence for good once it was taken away, and never before', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30, size: 'max' }), (lives) => {
      let account = LINKED
      const shared: { app: (typeof TARGETS)[number]; allowedRev: number; lost: boolean }[] = []
      for (const step of lives) {
        const { next, apps } = fenceOff(account, step(account), names)
        for (const each of shared) each.lost ||= apps.includes(each.app)
        account = next
        for (const app of TARGETS) {
          const { allow } = mayShareIn(account, app, { names, now: 0 })
          if (allow) shared.push({ app, allowedRev: account.consentRev, lost: false })
        }
        for (const each of shared) expect(isBehindFence(each, account, names)).toBe(each.lost)
      }
    }),
    { numRuns: cases(100), seed },
  )
})

import type { Context } from '../context.ts'
import type { ConsentError, ConsentErrorCode, SetConsentInput, SetFeatureInput } from '../generated/types.ts'
import { consentRefusal } from '../refusals.ts'
import type { AccountRow } from '../rows.ts'
import type { Transition } from '../rules/account.ts'
import { flowKey } from '../rules/catalogue.ts'
import { type FeatureDirection, grantConsent, switchOff, switchOn, withdrawConsent } from '../rules/choices.ts'
import { accountOfSession, isOwn, newestAccountsOfSession, untilNoGrantHolds } from '../session.ts'
import { changeAccount } from '../store.ts'
import type { ConsentView, FeatureView } from '../views.ts'

export interface ConsentPayload {
  readonly consent: ConsentView | null
  readonly account: AccountRow | null
  readonly errors: ConsentError[]
}

export interface FeaturePayload {
  readonly feature: FeatureView | null
  readonly account: AccountRow | null
  readonly errors: ConsentError[]
}

/** Withdrawing is never refused (I11), and after it has answered nothing flows (I9). */
export async function setConsent(input: SetConsentInput, context: Context): Promise<ConsentPayload> {
  return input.granted ? grant(input, context) : withdraw(input, context)
}

async function grant(input: SetConsentInput, context: Context): Promise<ConsentPayload> {
  const account = await accountOfSession(context)
  if (account === null) return consentRefused('CONSENT_NO_ACCOUNT')
  const flow = flowOf(input, context)
  if (flow === null) return consentRefused('CONSENT_FLOW_NOT_OFFERED')
  const changed = await changeAccount<ConsentErrorCode>(context.load.center, account._id, (current) =>
    isOwn(current, context) ? grantConsent(current, flow, input.noticeDigest ?? null, context.now) : NO_ACCOUNT,
  )
  if (changed === null) return consentRefused('CONSENT_NO_ACCOUNT')
  if (!changed.ok) {
    return changed.code === 'CONSENT_NOTICE_OUTDATED'
      ? consentRefused(changed.code, 'noticeDigest')
      : consentRefused(changed.code)
  }
  context.load.accounts.clearAll()
  return { consent: { account: changed.account, flow }, account: changed.account, errors: [] }
}

async function withdraw(input: SetConsentInput, context: Context): Promise<ConsentPayload> {
  const flow = flowOf(input, context)
  const account = await takeBack(context, (current) =>
    flow === null ? unchanged(current) : withdrawConsent(current, flow, context.now),
  )
  return { consent: account === null || flow === null ? null : { account, flow }, account, errors: [] }
}

/** Switching off is no more refused than withdrawing. */
export async function setFeature(input: SetFeatureInput, context: Context): Promise<FeaturePayload> {
  const direction = { ...input, from: context.load.center.catalogue.nameOf(input.from) }
  return input.enabled ? enable(direction, context) : disable(direction, context)
}

async function enable(direction: FeatureDirection, context: Context): Promise<FeaturePayload> {
  const { catalogue } = context.load.center
  const account = await accountOfSession(context)
  if (account === null) return featureRefused('CONSENT_NO_ACCOUNT')
  if (catalogue.appOf(direction.to) === null) return featureRefused('CONSENT_FLOW_NOT_OFFERED')
  const changed = await changeAccount<ConsentErrorCode>(context.load.center, account._id, (current) =>
    isOwn(current, context) ? switchOn(current, direction, catalogue, context.now) : NO_ACCOUNT,
  )
  if (changed === null) return featureRefused('CONSENT_NO_ACCOUNT')
  if (!changed.ok) return featureRefused(changed.code)
  context.load.accounts.clearAll()
  return { feature: { account: changed.account, direction }, account: changed.account, errors: [] }
}

async function disable(direction: FeatureDirection, context: Context): Promise<FeaturePayload> {
  const known = context.load.center.catalogue.appOf(direction.to) !== null
  const account = await takeBack(context, (current) =>
    known ? switchOff(current, direction, context.now) : unchanged(current),
  )
  return { feature: account === null || !known ? null : { account, direction }, account, errors: [] }
}

/** In every account of this session's people; answers that of the first, once no grant on an old state can hold. */
async function takeBack(context: Context, transition: (account: AccountRow) => Transition): Promise<AccountRow | null> {
  const accounts = await newestAccountsOfSession(context)
  const changed = await Promise.all(accounts.map(({ _id }) => changeAccount(context.load.center, _id, transition)))
  await untilNoGrantHolds(context)
  context.load.accounts.clearAll()
  const [first] = changed.flatMap((each) => (each?.ok ? [each.account] : []))
  return first ?? null
}

/** Whoever has left an account meanwhile allows nothing in it. */
const NO_ACCOUNT = { ok: false, code: 'CONSENT_NO_ACCOUNT' } as const

function unchanged(account: AccountRow): Transition {
  return { ok: true, next: account }
}

function flowOf({ from, to, purpose }: SetConsentInput, { load }: Context) {
  const { catalogue } = load.center
  return catalogue.flow(flowKey({ from: catalogue.nameOf(from), to, purpose }))
}

function consentRefused(code: ConsentErrorCode, ...path: readonly string[]): ConsentPayload {
  return { consent: null, account: null, errors: [consentRefusal(code, ...path)] }
}

function featureRefused(code: ConsentErrorCode, ...path: readonly string[]): FeaturePayload {
  return { feature: null, account: null, errors: [consentRefusal(code, ...path)] }
}

import { type AccountState, ageOf, consentIn, happened, liveLinkIn, type Transition } from './account.ts'
import { type Catalogue, type CatalogueFlow, wordingOf } from './catalogue.ts'
import type { ConsentEvent, ConsentEventKind } from './consentFold.ts'
import type { Feature } from './decide.ts'

/** The person says yes, in the settings, to a flow under a notice that they were shown. */
export function grantConsent(
  account: AccountState,
  flow: CatalogueFlow,
  digest: string | null,
  now: number,
): Transition<'CONSENT_LINK_NOT_ACTIVE' | 'CONSENT_FLOW_NOT_OFFERED' | 'CONSENT_NOTICE_OUTDATED'> {
  const links = [liveLinkIn(account, flow.fromApp), liveLinkIn(account, flow.toApp)]
  if (links.some((link) => link?.state !== 'ACTIVE')) return { ok: false, code: 'CONSENT_LINK_NOT_ACTIVE' }
  if (ageOf(account) !== 'ADULT') return { ok: false, code: 'CONSENT_FLOW_NOT_OFFERED' }
  const wording = digest === null ? null : wordingOf(flow, digest)
  if (wording === null) return { ok: false, code: 'CONSENT_NOTICE_OUTDATED' }
  const consent = consentIn(account, flow)
  if (consent.state === 'GRANTED' && consent.digest === flow.digest) return { ok: true, next: account }
  const events = [
    eventOf(flow, 'PRESENTED', now, wording.digest),
    { ...eventOf(flow, 'GRANTED', now, wording.digest), digest: flow.digest },
  ]
  return { ok: true, next: happened(account, events) }
}

/**
 * The person says no. Never refused, in whatever state the links are (I11), and kept also while an app is not linked: a
 * link that is on its way must not bring a yes that is older.
 */
export function withdrawConsent(account: AccountState, flow: CatalogueFlow, now: number): Transition {
  switch (consentIn(account, flow).state) {
    case 'GRANTED':
    case 'PAUSED':
    case 'SUPERSEDED':
      return { ok: true, next: happened(account, [eventOf(flow, 'WITHDRAWN', now, null)]) }
    case 'NOT_ASKED':
    case 'EXPIRED':
      return { ok: true, next: happened(account, [eventOf(flow, 'REFUSED', now, null)]) }
    case 'REFUSED':
    case 'WITHDRAWN':
      return { ok: true, next: account }
  }
}

/** One feature in one direction, between subgraphs by their names. */
export interface FeatureDirection {
  readonly feature: Feature
  readonly from: string
  readonly to: string
}

export function featureKey({ feature, from, to }: FeatureDirection): string {
  return `${feature}>${from}>${to}`
}

/** Why a feature cannot be switched on in this direction, in English; null when it can. */
export function unavailableBecause({ feature, from, to }: FeatureDirection): string | null {
  if (from === to) return 'A feature acts between two different apps.'
  if (feature === 'CROSSPOST' && from !== 'messenger') return 'Only statuses of the messenger can be shared elsewhere.'
  return null
}

export function switchOn(
  account: AccountState,
  direction: FeatureDirection,
  { appOf }: Pick<Catalogue, 'appOf'>,
  now: number,
): Transition<'CONSENT_LINK_NOT_ACTIVE' | 'CONSENT_FEATURE_UNAVAILABLE'> {
  const apps = [appOf(direction.from), appOf(direction.to)]
  const active = apps.every((app) => app !== null && liveLinkIn(account, app)?.state === 'ACTIVE')
  if (!active) return { ok: false, code: 'CONSENT_LINK_NOT_ACTIVE' }
  if (unavailableBecause(direction) !== null) return { ok: false, code: 'CONSENT_FEATURE_UNAVAILABLE' }
  return { ok: true, next: withFeature(account, direction, true, now) }
}

/** Never refused. */
export function switchOff(account: AccountState, direction: FeatureDirection, now: number): Transition {
  const on = account.features[featureKey(direction)]?.enabled === true
  return { ok: true, next: on ? withFeature(account, direction, false, now) : account }
}

function withFeature(account: AccountState, direction: FeatureDirection, enabled: boolean, now: number): AccountState {
  const key = featureKey(direction)
  if ((account.features[key]?.enabled ?? false) === enabled) return account
  const { feature, from, to } = direction
  const features = { ...account.features, [key]: { feature, from, to, enabled, since: now } }
  return happened(account, [], { features })
}

function eventOf(flow: CatalogueFlow, kind: ConsentEventKind, at: number, noticeDigest: string | null): ConsentEvent {
  return { flow: flow.key, kind, at, noticeVersion: flow.noticeVersion, noticeDigest, digest: null }
}

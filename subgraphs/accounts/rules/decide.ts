import { type AgeBand, youngest } from './ageBand.ts'

/** What one app's data may serve in another, if the person consents. */
export type Purpose = 'PERSONALIZE' | 'IMPROVE' | 'ADS'

/** What apps do together for a person who switches it on. */
export type Feature = 'SIGN_ON' | 'SYNC_SETTINGS' | 'CROSSPOST' | 'AVATARS'

/** What a flow rests on: a consent for a purpose, or a feature that is switched on. */
export type Basis =
  { readonly kind: 'PURPOSE'; readonly purpose: Purpose } | { readonly kind: 'FEATURE'; readonly feature: Feature }

/** One flow of one app's data to another. */
export interface DecidedFlow {
  /** The source, by its name in `schema/subgraphs.yaml`. */
  readonly from: string
  /** The recipient, by its name in `schema/subgraphs.yaml`. */
  readonly to: string
  /** The consented type; for a feature, what it calls its data. */
  readonly type: string
  /** Digest of what the notice speaks of and of its version (`flowDigest`); of no matter for a feature. */
  readonly digest: string
  readonly basis: Basis
}

/** Who is served: the viewer's profile in the recipient's app. */
export interface Subject {
  /** The sealed id of the profile. */
  readonly profile: string
}

export type LinkState = 'ACTIVE' | 'PAUSED' | 'UNLINKED'

/** Where a consent stands; only GRANTED allows anything. */
export type ConsentState = 'NOT_ASKED' | 'GRANTED' | 'REFUSED' | 'PAUSED' | 'WITHDRAWN' | 'EXPIRED' | 'SUPERSEDED'

/** Everything of one account document that a decision rests on. */
export interface Snapshot {
  /** Whether the account has ended. */
  readonly closed: boolean
  readonly links: readonly {
    /** The app's subgraph, by its name in `schema/subgraphs.yaml`. */
    readonly of: string
    /** The sealed id of the profile. */
    readonly profile: string
    readonly state: LinkState
    readonly ageBand: AgeBand
  }[]
  readonly consents: readonly {
    readonly from: string
    readonly to: string
    readonly purpose: Purpose
    readonly state: ConsentState
    /** `DecidedFlow.digest` at the time of the yes: what the notice that was accepted spoke of. Null without a yes. */
    readonly digest: string | null
    /** When it ends by itself, in milliseconds since the epoch; null when it does not. */
    readonly until: number | null
  }[]
  readonly features: readonly {
    readonly feature: Feature
    readonly from: string
    readonly to: string
    readonly enabled: boolean
  }[]
}

type Consent = Snapshot['consents'][number]

/** Why it was decided so, in the order in which the conditions are looked at. */
export type Reason =
  /** Allowed. */
  | 'ALLOWED'
  /** A purpose, and the person is under 18. */
  | 'MINOR'
  /** A purpose, and no app knows the person's age, or not all do. */
  | 'AGE_UNKNOWN'
  /** One of the two profiles is not in the account, or its link is paused or ended. */
  | 'LINK_NOT_ACTIVE'
  /** No consent was granted, or it does not hold now. */
  | 'NOT_CONSENTED'
  /** The consent was granted under a notice that does not speak of this flow. */
  | 'NOTICE_OUTDATED'
  /** The feature is off. */
  | 'FEATURE_OFF'
  /** `Sec-GPC: 1` came with this request. */
  | 'GLOBAL_PRIVACY_CONTROL'

export interface Decision {
  readonly allow: boolean
  /** What allows it; null when it is denied. */
  readonly basis: 'CONSENT' | 'FEATURE' | null
  readonly reason: Reason
}

/**
 * Whether this flow is allowed for this person now: pure, total, and the only place where a flow is allowed (consent.md,
 * section 1, "Decision"). `snapshot` is one account document, null where the person has none; `gpc` whether the request
 * came with `Sec-GPC: 1`; `now` in milliseconds since the epoch.
 */
export function decide(
  flow: DecidedFlow,
  subject: Subject,
  snapshot: Snapshot | null,
  gpc: boolean,
  now: number,
): Decision {
  if (snapshot === null || snapshot.closed) return deny('LINK_NOT_ACTIVE')
  switch (flow.basis.kind) {
    case 'PURPOSE':
      return decidePurpose(flow, flow.basis.purpose, subject, snapshot, gpc, now)
    case 'FEATURE':
      return decideFeature(flow, flow.basis.feature, subject, snapshot)
    default:
      // No such basis exists; what a document or a caller outside the types brings is denied.
      return deny('NOT_CONSENTED')
  }
}

function decidePurpose(
  flow: DecidedFlow,
  purpose: Purpose,
  subject: Subject,
  snapshot: Snapshot,
  gpc: boolean,
  now: number,
): Decision {
  // Nobody is in the account: there is no age to speak of.
  if (snapshot.links.every(({ state }) => state === 'UNLINKED')) return deny('LINK_NOT_ACTIVE')

  // Minors and unknown ages: whatever is stored.
  const age = ageOf(snapshot)
  if (age === 'UNDER_18') return deny('MINOR')
  if (age === 'UNKNOWN') return deny('AGE_UNKNOWN')

  if (!bothActive(flow, subject, snapshot)) return deny('LINK_NOT_ACTIVE')

  const consents = snapshot.consents.filter(
    ({ from, to, purpose: other }) => from === flow.from && to === flow.to && other === purpose,
  )
  // Said as what must hold, of every row there is: whatever else a document may hold, read back, denies.
  const holds = ({ state, until }: Consent): boolean => state === 'GRANTED' && (until === null || now < until)
  if (consents.length === 0 || !consents.every(holds)) return deny('NOT_CONSENTED')
  if (flow.digest === '' || !consents.every(({ digest }) => digest === flow.digest)) return deny('NOTICE_OUTDATED')

  if (gpc && purpose === 'ADS') return deny('GLOBAL_PRIVACY_CONTROL')
  return { allow: true, basis: 'CONSENT', reason: 'ALLOWED' }
}

function decideFeature(flow: DecidedFlow, feature: Feature, subject: Subject, snapshot: Snapshot): Decision {
  if (!bothActive(flow, subject, snapshot)) return deny('LINK_NOT_ACTIVE')
  const settings = snapshot.features.filter(
    (setting) => setting.feature === feature && setting.from === flow.from && setting.to === flow.to,
  )
  const on = settings.length > 0 && settings.every(({ enabled }) => enabled)
  return on ? { allow: true, basis: 'FEATURE', reason: 'ALLOWED' } : deny('FEATURE_OFF')
}

/** Of all profiles that belong to the account now, also those of apps that take no part in the flow. */
function ageOf({ links }: Snapshot): AgeBand {
  return youngest(links.filter(({ state }) => state !== 'UNLINKED').map(({ ageBand }) => ageBand))
}

/** The person's profile in the recipient's app and one in the source, each with an ACTIVE link. */
function bothActive({ from, to }: DecidedFlow, { profile }: Subject, { links }: Snapshot): boolean {
  const active = links.filter(({ state }) => state === 'ACTIVE')
  return (
    from !== to &&
    active.some((link) => link.of === to && link.profile === profile) &&
    active.some(({ of }) => of === from)
  )
}

function deny(reason: Reason): Decision {
  return { allow: false, basis: null, reason }
}

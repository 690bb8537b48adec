import type { Basis, DecidedFlow, Snapshot, Subject } from '../../../../subgraphs/accounts/rules/decide.ts'
import { type About, type Answer, FEATURES, type Past, PURPOSES, type Side, type Situation } from './secondTable.ts'

/** The three apps in the parts they play in one flow. */
export interface Parts {
  readonly from: string
  readonly to: string
  readonly third: string
}

/** What `decide` is called with. */
export interface Input {
  readonly flow: DecidedFlow
  readonly subject: Subject
  readonly snapshot: Snapshot | null
  readonly gpc: boolean
  readonly now: number
}

const NOW = Date.UTC(2026, 0, 15)
const ENDS = { NEVER: null, LATER: NOW + 1, NOW, EARLIER: NOW - 1 }
const NOTICES = { COVERS: 'digest of today', OUTDATED: 'digest of last year', NONE: null }

/** Turns a situation in words into the account document and the call that it speaks of. */
export function inputOf(situation: Situation, parts: Parts): Input {
  const basis = basisOf(situation.asks)
  const flow = { from: parts.from, to: parts.to, type: 'Signals', digest: NOTICES.COVERS, basis }
  return {
    flow,
    subject: { profile: subjectOf(situation.subject, parts) },
    snapshot: situation.account === 'NONE' ? null : snapshotOf(situation, parts),
    gpc: situation.gpc,
    now: NOW,
  }
}

function basisOf(asks: Situation['asks']): Basis {
  const purpose = PURPOSES.find((each) => each === asks)
  const feature = FEATURES.find((each) => each === asks)
  if (purpose !== undefined) return { kind: 'PURPOSE', purpose }
  if (feature !== undefined) return { kind: 'FEATURE', feature }
  throw new Error(`A situation must ask for a purpose or a feature, but got: ${asks}`)
}

function subjectOf(subject: Situation['subject'], parts: Parts): string {
  switch (subject) {
    case 'RECIPIENTS':
      return `profile in ${parts.to}`
    case 'SOURCES':
      return `profile in ${parts.from}`
    case 'THIRD_APPS':
      return `profile in ${parts.third}`
    case 'FORMER':
      return `former profile in ${parts.to}`
    case 'STRANGERS':
      return `somebody else's profile in ${parts.to}`
  }
}

function snapshotOf(situation: Situation, parts: Parts): Snapshot {
  return {
    closed: situation.account === 'CLOSED',
    links: [
      ...pastOf(situation.past, parts.from),
      ...linkOf(parts.from, situation.source),
      ...linkOf(parts.to, situation.recipient),
      ...pastOf(situation.past, parts.to),
      ...linkOf(parts.third, situation.third),
    ],
    consents: consentsOf(situation, parts),
    features: featuresOf(situation, parts),
  }
}

function linkOf(of: string, side: Side): Snapshot['links'] {
  if (side.link === 'NEVER') return []
  return [{ of, profile: `profile in ${of}`, state: side.link, ageBand: side.age }]
}

/** A link that ended while its person was under age: it neither opens nor closes anything, wherever it is listed. */
function pastOf(past: Past, of: string): Snapshot['links'] {
  if (past === 'NONE') return []
  const profile = past === 'SAME_PROFILES' ? `profile in ${of}` : `former profile in ${of}`
  return [{ of, profile, state: 'UNLINKED', ageBand: 'UNDER_18' }]
}

/** The one answer of the situation, about this flow or about the one beside it. */
function consentsOf({ asks, answer }: Situation, parts: Parts): Snapshot['consents'] {
  const pair = pairOf(answer.about, parts)
  if (pair === null) return []
  return purposesOf(asks, answer.about).map((purpose) => ({ ...pair, purpose, ...contentOf(answer) }))
}

function contentOf(answer: Answer): Pick<Snapshot['consents'][number], 'state' | 'digest' | 'until'> {
  return { state: answer.state, digest: NOTICES[answer.notice], until: ENDS[answer.ends] }
}

/** A question about a feature meets answers for all three purposes: none of them may switch it on. */
function purposesOf(asks: Situation['asks'], about: About): typeof PURPOSES {
  if (FEATURES.some((feature) => feature === asks)) return PURPOSES
  return PURPOSES.filter((purpose) => (purpose === asks) !== (about === 'ANOTHER_PURPOSE_OR_FEATURE'))
}

/** The one switch of the situation; a question about a purpose meets all four: none of them may stand for a consent. */
function featuresOf({ asks, feature }: Situation, parts: Parts): Snapshot['features'] {
  const pair = pairOf(feature.about, parts)
  if (pair === null) return []
  const other = feature.about === 'ANOTHER_PURPOSE_OR_FEATURE'
  const purpose = PURPOSES.some((each) => each === asks)
  const switched = purpose ? FEATURES : FEATURES.filter((each) => (each === asks) !== other)
  return switched.map((each) => ({ ...pair, feature: each, enabled: feature.on }))
}

function pairOf(about: About, parts: Parts): { from: string; to: string } | null {
  switch (about) {
    case 'THIS_FLOW':
    case 'ANOTHER_PURPOSE_OR_FEATURE':
      return { from: parts.from, to: parts.to }
    case 'THE_WAY_BACK':
      return { from: parts.to, to: parts.from }
    case 'ANOTHER_RECIPIENT':
      return { from: parts.from, to: parts.third }
    case 'ANOTHER_SOURCE':
      return { from: parts.third, to: parts.to }
    case 'NOTHING':
      return null
  }
}

import type {
  ConsentState,
  Decision,
  Feature,
  LinkState,
  Purpose,
  Reason,
  Snapshot,
} from '../../../../subgraphs/accounts/rules/decide.ts'

/**
 * The decision a second time, told of a situation in words and written from the text of the consent rules ("Words" and
 * "Decision") rather than from the code that decides. It never sees a snapshot, so that it cannot look anything up wrongly
 * in the same way.
 */

export type AgeBand = Snapshot['links'][number]['ageBand']

/** One app's profile in the account: how it is linked, `NEVER` where the account does not list it, and the vouched age. */
export interface Side {
  readonly link: LinkState | 'NEVER'
  readonly age: AgeBand
}

/** Links of the two apps that ended before: none, of other profiles, or of the very profiles that are linked now. */
export type Past = 'NONE' | 'OTHER_PROFILES' | 'SAME_PROFILES'

/** What a stored answer or switch is about, compared with the flow that is asked for. */
export type About =
  'THIS_FLOW' | 'THE_WAY_BACK' | 'ANOTHER_PURPOSE_OR_FEATURE' | 'ANOTHER_RECIPIENT' | 'ANOTHER_SOURCE' | 'NOTHING'

/** A consent that is stored in the account. */
export interface Answer {
  readonly about: About
  readonly state: ConsentState
  /** Whether the notice of the yes spoke of this flow, of an earlier shape of it, or whether none was kept. */
  readonly notice: 'COVERS' | 'OUTDATED' | 'NONE'
  readonly ends: 'NEVER' | 'LATER' | 'NOW' | 'EARLIER'
}

/** A feature's switch that is stored in the account. */
export interface Switch {
  readonly about: About
  readonly on: boolean
}

export interface Situation {
  readonly asks: Purpose | Feature
  readonly account: 'OPEN' | 'CLOSED' | 'NONE'
  /** Whose profile asks: the one of the recipient's app is the viewer, every other is the wrong one. */
  readonly subject: 'RECIPIENTS' | 'SOURCES' | 'THIRD_APPS' | 'FORMER' | 'STRANGERS'
  readonly source: Side
  readonly recipient: Side
  /** The app of the account that the flow does not concern. */
  readonly third: Side
  readonly past: Past
  readonly answer: Answer
  readonly feature: Switch
  readonly gpc: boolean
}

export const PURPOSES: readonly Purpose[] = ['PERSONALIZE', 'IMPROVE', 'ADS']
export const FEATURES: readonly Feature[] = ['SIGN_ON', 'SYNC_SETTINGS', 'CROSSPOST', 'AVATARS']

/** What `decide` has to answer; more than one reason where the text leaves open which of two true ones is told. */
export interface Expected extends Pick<Decision, 'allow' | 'basis'> {
  readonly reasons: readonly Reason[]
}

/** A line of the table: what it answers, and when it applies. The first line that applies decides. */
type Line = readonly [reason: Reason | 'NOBODY_VOUCHES', applies: (situation: Situation) => boolean]

/** "PERSONALIZE, IMPROVE, ADS need consent, each for a pair by itself." */
const FOR_A_PURPOSE: readonly Line[] = [
  // No account, or no live link in it: no age is known, and no link is active. The text does not say which is told.
  ['NOBODY_VOUCHES', (s) => ages(s).length === 0],
  // "minors and unknown age (all three purposes denied, whatever is stored)", "the youngest band wins"
  ['MINOR', (s) => ages(s).includes('UNDER_18')],
  // "missing is unknown"
  ['AGE_UNKNOWN', (s) => ages(s).includes('UNKNOWN')],
  // "both links ACTIVE"
  ['LINK_NOT_ACTIVE', (s) => !bothLinksActive(s)],
  // "no event means DENIED", "no purpose implies another; A→B does not imply B→A"
  ['NOT_CONSENTED', (s) => s.answer.about !== 'THIS_FLOW'],
  // "consent granted"
  ['NOT_CONSENTED', (s) => s.answer.state !== 'GRANTED'],
  ['NOT_CONSENTED', (s) => s.answer.ends === 'EARLIER' || s.answer.ends === 'NOW'],
  // "under a notice that covers this flow"
  ['NOTICE_OUTDATED', (s) => s.answer.notice !== 'COVERS'],
  // "Global Privacy Control denies ADS for that request and allows nothing"
  ['GLOBAL_PRIVACY_CONTROL', (s) => s.asks === 'ADS' && s.gpc],
  ['ALLOWED', () => true],
]

/** "Switched on one by one and per direction"; "features allowed" for minors; no notice, no signal of the browser. */
const FOR_A_FEATURE: readonly Line[] = [
  ['LINK_NOT_ACTIVE', (s) => !bothLinksActive(s)],
  ['FEATURE_OFF', (s) => s.feature.about !== 'THIS_FLOW'],
  ['FEATURE_OFF', (s) => !s.feature.on],
  ['ALLOWED', () => true],
]

/** What the text says about this situation. */
export function expectedDecision(situation: Situation): Expected {
  const purpose = PURPOSES.some((each) => each === situation.asks)
  const lines = purpose ? FOR_A_PURPOSE : FOR_A_FEATURE
  const [reason] = lines.find(([, applies]) => applies(situation)) ?? ['LINK_NOT_ACTIVE']
  if (reason === 'ALLOWED') return { allow: true, basis: purpose ? 'CONSENT' : 'FEATURE', reasons: [reason] }
  const reasons: readonly Reason[] = reason === 'NOBODY_VOUCHES' ? ['AGE_UNKNOWN', 'LINK_NOT_ACTIVE'] : [reason]
  return { allow: false, basis: null, reasons }
}

/** The bands that the apps of the account vouch for. A profile that has left it is nobody's voucher any more. */
function ages(situation: Situation): readonly AgeBand[] {
  if (situation.account !== 'OPEN') return []
  return [situation.source, situation.recipient, situation.third].filter(isLive).map((side) => side.age)
}

/** "A link is live while ACTIVE or PAUSED." */
function isLive(side: Side): boolean {
  return side.link === 'ACTIVE' || side.link === 'PAUSED'
}

/** The person who is served is the one of the account, and both apps of the flow are linked now. */
function bothLinksActive(situation: Situation): boolean {
  return (
    situation.account === 'OPEN' &&
    situation.subject === 'RECIPIENTS' &&
    situation.source.link === 'ACTIVE' &&
    situation.recipient.link === 'ACTIVE'
  )
}

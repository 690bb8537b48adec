import type { App } from '../../runtime/identity/identity.ts'
import type { Audience } from '../crossposts/audiences.ts'
import { type AgeBand, youngest } from './ageBand.ts'
import type { Catalogue, CatalogueFlow } from './catalogue.ts'
import { type ConsentEvent, type ConsentRecord, fold, neverAsked } from './consentFold.ts'
import type { Feature, LinkState, Snapshot } from './decide.ts'

/** The membership of one profile in an account: `ACTIVE ⇄ PAUSED → UNLINKED`. */
export interface LinkRecord {
  readonly app: App
  /** The sealed id of the profile. */
  readonly profile: string
  readonly state: LinkState
  readonly linkedAt: number
  readonly unlinkedAt: number | null
  readonly visible: boolean
  readonly ageBand: AgeBand
  /** 0 for the first link of the account. */
  readonly order: number
}

export interface FeatureRecord {
  readonly feature: Feature
  readonly from: string
  readonly to: string
  readonly enabled: boolean
  readonly since: number
}

export interface AutoCrosspostRecord {
  readonly audience: Audience
  readonly enabled: boolean
}

/** Everything of an account that a decision rests on, but the ledger. Changed only by the functions of `rules/`. */
export interface AccountState {
  readonly createdAt: number
  readonly closedAt: number | null
  /** 1 more after each change of what stands here. */
  readonly consentRev: number
  /** The profiles that are or were linked. */
  readonly profiles: readonly string[]
  readonly links: Readonly<Record<string, LinkRecord>>
  /** The live link of each app; an app without one is absent. */
  readonly live: Readonly<Partial<Record<App, string>>>
  /** The requests that were built, or whose building this account refused for ever. */
  readonly built: Readonly<Record<string, 'LINKED' | 'REFUSED'>>
  /** By `from>to>purpose`: the fold of `events`. */
  readonly consents: Readonly<Record<string, ConsentRecord>>
  /** By `feature>from>to`. */
  readonly features: Readonly<Record<string, FeatureRecord>>
  /**
   * By the names of targets: `consentRev` after the write that took CROSSPOST from the messenger to them away last. What
   * was shared on an older yes is over (`crossposts/fence.ts`). Absent: it was never taken away.
   */
  readonly crossposting: Readonly<Record<string, number>>
  /** Where new statuses are shared without asking, as clients obey it. */
  readonly autoCrossposts: Readonly<Partial<Record<App, AutoCrosspostRecord>>>
  /** The last events, at most 128; those before are in pages. */
  readonly events: readonly ConsentEvent[]
  readonly eventCount: number
}

/** What somebody wanted: the account afterwards (the same object when it was so already), or why not. */
export type Transition<Code extends string = never> =
  { readonly ok: true; readonly next: AccountState } | { readonly ok: false; readonly code: Code }

export function isLive({ state }: LinkRecord): boolean {
  return state !== 'UNLINKED'
}

/** The link of this profile that is live, with its id. */
export function liveLinkOf(account: AccountState, profile: string): readonly [string, LinkRecord] | null {
  return Object.entries(account.links).find(([, link]) => link.profile === profile && isLive(link)) ?? null
}

/** The link of an app that is live; null when it has none. */
export function liveLinkIn(account: AccountState, app: App): LinkRecord | null {
  const id = account.live[app]
  return id === undefined ? null : (account.links[id] ?? null)
}

/** The youngest of all profiles that belong to the account now. */
export function ageOf(account: AccountState): AgeBand {
  return youngest(
    Object.values(account.links)
      .filter(isLive)
      .map(({ ageBand }) => ageBand),
  )
}

/** What `decide` is shown of an account. */
export function snapshotOf(account: AccountState, { nameOf }: Pick<Catalogue, 'nameOf'>): Snapshot {
  return {
    closed: account.closedAt !== null,
    links: Object.values(account.links).map(({ app, profile, state, ageBand }) => ({
      of: nameOf(app),
      profile,
      state,
      ageBand,
    })),
    consents: Object.values(account.consents),
    features: Object.values(account.features),
  }
}

export function consentIn(account: AccountState, flow: CatalogueFlow): ConsentRecord {
  return account.consents[flow.key] ?? neverAsked(flow)
}

/** The account with these events added and folded, and `consentRev` raised. */
export function happened(
  account: AccountState,
  events: readonly ConsentEvent[],
  change: Partial<AccountState> = {},
): AccountState {
  const consents: Record<string, ConsentRecord> = { ...account.consents }
  for (const event of events) consents[event.flow] = fold(consents[event.flow] ?? unknownFlow(event.flow), event)
  return {
    ...account,
    consents,
    ...change,
    events: [...account.events, ...events],
    eventCount: account.eventCount + events.length,
    consentRev: account.consentRev + 1,
  }
}

function unknownFlow(key: string): ConsentRecord {
  const [from = '', to = '', purpose] = key.split('>')
  return neverAsked({ from, to, purpose: purpose as ConsentRecord['purpose'] })
}

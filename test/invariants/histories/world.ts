import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { ROADS } from '../../subgraphs/accounts/everyRoad.ts'
import type { Act } from './acts.ts'

// The world of the reference model: requests and accounts, as far as people can tell; and what may flow in it.

/** held: a yes while one of its links is paused. `at`: when the yes or the no was said. */
export interface Word {
  readonly said: 'yes' | 'held' | 'no'
  readonly at: number
}
export interface ModelLink {
  readonly app: App
  readonly profile: string
  readonly state: 'ACTIVE' | 'PAUSED' | 'UNLINKED'
  readonly endedAt: number | null
  readonly visible: boolean
  readonly band: string
}
export interface ModelAccount {
  readonly closedAt: number | null
  readonly links: Readonly<Record<string, ModelLink>>
  /** By flow; a flow that nothing was said of is absent. */
  readonly words: Readonly<Record<string, Word>>
  /** Those that are on. */
  readonly features: Readonly<Record<string, true>>
  readonly built: Readonly<Record<string, 'LINKED' | 'REFUSED'>>
}
export interface ModelRequest {
  readonly state: 'REQUESTED' | 'OPENED' | 'CONFIRMED' | 'APPROVED' | 'REJECTED' | 'EXPIRED'
  readonly from: App
  readonly app: App
  readonly requester: string
  readonly code: string
  readonly until: number
  readonly opener?: string
  /** The account that it joins or makes, and the link there of the side that is in it; null for a new account. */
  readonly account?: string
  readonly member?: string | null
  readonly offers?: readonly string[]
  /** The no's of the last 365 days, by flow. */
  readonly carried?: Readonly<Record<string, number>>
  readonly choices?: Readonly<Record<string, boolean>>
  readonly approvedAt?: number
}
export interface World {
  readonly requests: Readonly<Record<string, ModelRequest>>
  readonly accounts: Readonly<Record<string, ModelAccount>>
}

export const NOBODY: World = { requests: {}, accounts: {} }
export const FLOWS: readonly string[] = ROADS.map(([, , flow]) => flow)
export const YEAR = 365 * 24 * 60 * 60_000
export const appsOf = (key: string, at = 0) =>
  key
    .split('>')
    .slice(at, at + 2)
    .map((name) => name.toUpperCase() as App)
export const isLive = ({ state }: ModelLink) => state !== 'UNLINKED'
export const live = (account: ModelAccount) => Object.entries(account.links).filter(([, link]) => isLive(link))
export const linkIn = (account: ModelAccount, app: App) => live(account).find(([, link]) => link.app === app)
export const active = (account: ModelAccount, apps: readonly App[]) =>
  apps.every((app) => linkIn(account, app)?.[1].state === 'ACTIVE')
export const adult = (bands: readonly string[]) => bands.length > 0 && bands.every((band) => band === 'ADULT')
export const isAdult = (account: ModelAccount) => adult(live(account).map(([, { band }]) => band))

/** The open account of a profile, with its id. */
export const accountOf = ({ accounts }: World, profile: string) =>
  Object.entries(accounts).find(([, account]) => live(account).some(([, link]) => link.profile === profile))
export const accountsOfSession = (world: World, { by }: Pick<Act, 'by'>) =>
  by.flatMap(({ id }) => [accountOf(world, id)].filter((found) => found !== undefined))
/** That of the first profile in a session that has one. */
export const accountOfSession = (world: World, act: Pick<Act, 'by'>) => accountsOfSession(world, act)[0]

/** Whether this profile may be served by this flow now. */
export function mayFlow(world: World, profile: string, flow: string, gpc: boolean): boolean {
  const account = accountOf(world, profile)?.[1]
  if (account === undefined || !active(account, appsOf(flow)) || !isAdult(account)) return false
  return account.words[flow]?.said === 'yes' && !(gpc && flow.endsWith('>ADS'))
}

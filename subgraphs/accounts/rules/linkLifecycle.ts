import type { App } from '../../runtime/identity/identity.ts'
import { type AccountState, happened, isLive, type LinkRecord, type Transition } from './account.ts'
import type { Catalogue } from './catalogue.ts'
import type { ConsentEvent, ConsentEventKind, ConsentRecord } from './consentFold.ts'

type Names = Pick<Catalogue, 'nameOf'>

/** Everything that flows from or to the link's app stops: its consents are on hold, its features are not in force. */
export function pauseLink(
  account: AccountState,
  linkId: string,
  names: Names,
  now: number,
): Transition<'LINK_NOT_FOUND'> {
  const link = account.links[linkId]
  if (link === undefined || !isLive(link)) return { ok: false, code: 'LINK_NOT_FOUND' }
  if (link.state === 'PAUSED') return { ok: true, next: account }
  const events = eventsOf(account, names.nameOf(link.app), 'PAUSED', now, ({ state }) => state === 'GRANTED')
  return { ok: true, next: happened(account, events, { links: withLink(account, linkId, { state: 'PAUSED' }) }) }
}

/** Consents hold again unless the other link is paused too; what was withdrawn meanwhile stays so. */
export function resumeLink(
  account: AccountState,
  linkId: string,
  names: Names,
  now: number,
): Transition<'LINK_NOT_FOUND'> {
  const link = account.links[linkId]
  if (link === undefined || !isLive(link)) return { ok: false, code: 'LINK_NOT_FOUND' }
  if (link.state === 'ACTIVE') return { ok: true, next: account }
  const links = withLink(account, linkId, { state: 'ACTIVE' })
  const active = new Set(
    Object.values(links).flatMap(({ app, state }) => (state === 'ACTIVE' ? [names.nameOf(app)] : [])),
  )
  const holds = ({ state, from, to }: ConsentRecord): boolean =>
    state === 'PAUSED' && active.has(from) && active.has(to)
  const events = eventsOf(account, names.nameOf(link.app), 'RESUMED', now, holds)
  return { ok: true, next: happened(account, events, { links }) }
}

/** Ends a link for good; when fewer than two are left, the last one ends with the account. */
export function unlink(account: AccountState, linkId: string, names: Names, now: number): Transition<'LINK_NOT_FOUND'> {
  const link = account.links[linkId]
  if (link === undefined) return { ok: false, code: 'LINK_NOT_FOUND' }
  if (!isLive(link)) return { ok: true, next: account }
  const live = Object.entries(account.links).filter(([, each]) => isLive(each))
  const closes = live.length <= 2
  const ending = closes ? live.map(([id]) => id) : [linkId]
  return { ok: true, next: endLinks(account, ending, names, now, closes) }
}

/** Others see a profile's other profiles only where both links show them. */
export function setVisibility(account: AccountState, linkId: string, visible: boolean): Transition<'LINK_NOT_FOUND'> {
  const link = account.links[linkId]
  if (link === undefined || !isLive(link)) return { ok: false, code: 'LINK_NOT_FOUND' }
  if (link.visible === visible) return { ok: true, next: account }
  return { ok: true, next: happened(account, [], { links: withLink(account, linkId, { visible }) }) }
}

function endLinks(
  account: AccountState,
  ending: readonly string[],
  names: Names,
  now: number,
  closes: boolean,
): AccountState {
  const links: Record<string, LinkRecord> = { ...account.links }
  const live: Partial<Record<App, string>> = { ...account.live }
  const apps = new Set<string>()
  for (const id of ending) {
    const link = links[id]
    if (link === undefined) continue
    links[id] = { ...link, state: 'UNLINKED', unlinkedAt: now }
    delete live[link.app]
    apps.add(names.nameOf(link.app))
  }
  // A yes ends with the link and is not carried over; a no outlives it.
  const events = Object.entries(account.consents).flatMap(([flow, consent]) =>
    (apps.has(consent.from) || apps.has(consent.to)) && (consent.state === 'GRANTED' || consent.state === 'PAUSED')
      ? [eventOf(flow, consent, 'EXPIRED', now)]
      : [],
  )
  const features = Object.fromEntries(
    Object.entries(account.features).map(([key, feature]) => [
      key,
      feature.enabled && (apps.has(feature.from) || apps.has(feature.to))
        ? { ...feature, enabled: false, since: now }
        : feature,
    ]),
  )
  const autoCrossposts = autoCrosspostsWithout(
    account.autoCrossposts,
    ending.map((id) => links[id]?.app),
  )
  return happened(account, events, { links, live, features, autoCrossposts, ...(closes && { closedAt: now }) })
}

/** Nothing is shared without asking in an app that has left, nor anywhere once the messenger has. */
function autoCrosspostsWithout(
  auto: AccountState['autoCrossposts'],
  apps: readonly (App | undefined)[],
): AccountState['autoCrossposts'] {
  if (apps.includes('MESSENGER')) return {}
  return Object.fromEntries(Object.entries(auto).filter(([app]) => !apps.some((gone) => gone === app)))
}

function withLink(account: AccountState, id: string, change: Partial<LinkRecord>): AccountState['links'] {
  const link = account.links[id]
  return link === undefined ? account.links : { ...account.links, [id]: { ...link, ...change } }
}

function eventsOf(
  account: AccountState,
  name: string,
  kind: ConsentEventKind,
  at: number,
  concerns: (consent: ConsentRecord) => boolean,
): ConsentEvent[] {
  return Object.entries(account.consents).flatMap(([flow, consent]) =>
    (consent.from === name || consent.to === name) && concerns(consent) ? [eventOf(flow, consent, kind, at)] : [],
  )
}

function eventOf(flow: string, { choice }: ConsentRecord, kind: ConsentEventKind, at: number): ConsentEvent {
  return { flow, kind, at, noticeVersion: choice?.noticeVersion ?? 1, noticeDigest: null, digest: null }
}

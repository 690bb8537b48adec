import { derivedId } from '../../runtime/idempotency/derivedId.ts'
import { DELTA } from '../../runtime/grants/constants.ts'
import type { App } from '../../runtime/identity/identity.ts'
import { type AccountState, happened, isLive, type LinkRecord, type Transition } from './account.ts'
import { flowKey } from './catalogue.ts'
import { type ConsentEvent, type ConsentRecord, isNo } from './consentFold.ts'
import type { ConsentState } from './decide.ts'
import type { Approved, OfferChoice } from './linkRequest.ts'

/** What the first link is built on. */
export const NO_ACCOUNT: AccountState = {
  createdAt: 0,
  closedAt: null,
  consentRev: 0,
  profiles: [],
  links: {},
  live: {},
  built: {},
  consents: {},
  features: {},
  crossposting: {},
  autoCrossposts: {},
  events: [],
  eventCount: 0,
}

/** The id of the link that a request makes for one side; the same whoever builds it. */
export function linkIdOf(requestId: string, side: 'requester' | 'opener'): string {
  return derivedId('link', requestId, side)
}

/**
 * Builds what an approved request permits, in a new account or in the one that it names. The same whoever does it and
 * whenever: everything it needs is in the request. Refused where the account has no room for it any more; a request that
 * was built or refused before changes nothing.
 */
export function joinAccount(
  account: AccountState | null,
  requestId: string,
  request: Approved,
): Transition<'LINK_APP_TAKEN' | 'LINK_WRONG_STATE'> {
  if (account !== null && account.built[requestId] !== undefined) return { ok: true, next: account }
  const joining = sidesOf(requestId, request).filter(({ app }) => app !== request.member?.app)
  const refused = account === null ? (request.member === null ? null : 'LINK_WRONG_STATE') : roomFor(account, request)
  if (refused !== null) return { ok: false, code: refused }
  const base = account ?? { ...NO_ACCOUNT, createdAt: request.approvedAt }
  const order = Object.keys(base.links).length
  const added = joining.map(({ linkId, app, profile, ageBand }, place): [string, LinkRecord] => [
    linkId,
    {
      app,
      profile,
      state: 'ACTIVE',
      linkedAt: request.approvedAt,
      unlinkedAt: null,
      visible: false,
      ageBand,
      order: order + place,
    },
  ])
  const change: Partial<AccountState> = {
    profiles: [...new Set([...base.profiles, ...joining.map(({ profile }) => profile)])],
    links: { ...base.links, ...Object.fromEntries(added) },
    live: { ...base.live, ...(Object.fromEntries(added.map(([id, { app }]) => [app, id])) as Record<App, string>) },
    built: { ...base.built, [requestId]: 'LINKED' },
  }
  const carried = { ...base, consents: withCarried(base.consents, request.carried) }
  const choices = request.choices.filter(({ flow }) => !saidNoSince(base.consents[flow], request.approvedAt))
  return { ok: true, next: happened(carried, choices.flatMap(eventsOf(request.approvedAt)), change) }
}

function roomFor(account: AccountState, { member, from, app }: Approved): 'LINK_APP_TAKEN' | 'LINK_WRONG_STATE' | null {
  if (member === null || account.closedAt !== null) return 'LINK_WRONG_STATE'
  // Whoever was to bring the other in must still be in: otherwise a stranger would be let into the account.
  if (account.live[member.app] !== member.linkId) return 'LINK_WRONG_STATE'
  const other = member.app === from ? app : from
  const taken = Object.values(account.links).some((link) => link.app === other && isLive(link))
  return taken ? 'LINK_APP_TAKEN' : null
}

function sidesOf(requestId: string, { from, app, requester, opener, requesterBand, openerBand }: Approved) {
  return [
    { linkId: linkIdOf(requestId, 'requester'), app: from, profile: requester, ageBand: requesterBand },
    { linkId: linkIdOf(requestId, 'opener'), app, profile: opener, ageBand: openerBand },
  ]
}

/**
 * A no after the approval is heard, however late the link is built and whoever builds it; two processes' clocks may
 * differ, and of a yes and a no at one time it is the no.
 */
function saidNoSince(consent: ConsentRecord | undefined, approvedAt: number): boolean {
  return consent !== undefined && isNo(consent.state) && (consent.since ?? 0) >= approvedAt - DELTA
}

/** What was said no to stays denied, unless the person has said yes in this very account since; never the other way round. */
function withCarried(
  consents: AccountState['consents'],
  carried: readonly ConsentRecord[],
): Readonly<Record<string, ConsentRecord>> {
  const all: Record<string, ConsentRecord> = { ...consents }
  for (const record of carried) {
    const known = all[flowKey(record)]
    const saidAt = known !== undefined && stands(known.state) ? (known.choice?.at ?? 0) : -1
    if (saidAt < (record.since ?? 0)) all[flowKey(record)] = record
  }
  return all
}

/** Whether what the person has said last is still their word in this account. */
function stands(state: ConsentState): boolean {
  return state === 'GRANTED' || state === 'PAUSED' || isNo(state)
}

function eventsOf(at: number): (choice: OfferChoice) => ConsentEvent[] {
  return ({ flow, granted, noticeVersion, noticeDigest, digest }) => [
    { flow, kind: 'PRESENTED', at, noticeVersion, noticeDigest, digest: null },
    { flow, kind: granted ? 'GRANTED' : 'REFUSED', at, noticeVersion, noticeDigest, digest: granted ? digest : null },
  ]
}

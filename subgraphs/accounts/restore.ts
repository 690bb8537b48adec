import { turnGuard } from '../runtime/outbox/state.ts'
import type { StoredRow } from '../storage/port.ts'
import * as changes from './crossposts/changes.ts'
import { CROSSPOSTS, isExpired } from './crossposts/rows.ts'
import { LEDGER_PAGES } from './ledger/pages.ts'
import { PAGE_SIZE, tailStart } from './ledger/tail.ts'
import { type AccountRow, ACCOUNTS, CLAIMS, EVENT_PAGES, REQUESTS } from './rows.ts'
import { isLive, type LinkRecord, liveLinkOf } from './rules/account.ts'
import { unlink } from './rules/linkLifecycle.ts'
import { requestOfLink, restoredAccount, restoredRequest } from './rules/restored.ts'
import { type AccountsStore, changeAccount, EVENTS_PER_PAGE, type Keeping } from './store.ts'

/*
 * What accounts does when its documents come out of a backup. A backup need not be one moment (the documents of MongoDB
 * are read one after the other), but each account document is one, and everything that a decision rests on is in it. So
 * the accounts are what counts, and the documents beside them are made to agree with them.
 */

/** What was done with one account. */
export interface SettledAccount {
  readonly pausedLinks: number
  /** Consents that hold again when their person resumes the links. */
  readonly waitingConsents: number
  /** Links that another account had as well, and had later: they are ended here. */
  readonly endedLinks: number
}

/** Not loaded: it is made anew from the links. */
export const REBUILT: readonly string[] = [CLAIMS.name]

/** The collections that `belonging` decides about: they must be loaded after `accounts`. */
export const DEPENDENT: readonly string[] = [LEDGER_PAGES.name, EVENT_PAGES.name]

/**
 * Those of the rows that belong to the accounts as they were restored. A page that an account gave up after its document was read holds what the restored account has still in its tail, or
 * never had; that account will write a page of its own under that number.
 */
export async function belonging(
  { accounts }: AccountsStore,
  collection: string,
  rows: readonly StoredRow[],
): Promise<readonly StoredRow[]> {
  const places = rows.map(({ document }) => placeOf(document._id))
  const found = await accounts.getMany([...new Set(places.map(({ account }) => account))])
  const pages = new Map(found.flatMap((row) => (row === null ? [] : [[row._id, pagesOf(row, collection)] as const])))
  return rows.filter((_, at) => places[at]!.number < (pages.get(places[at]!.account) ?? 0))
}

/** `account:number`. */
function placeOf(id: string): { readonly account: string; readonly number: number } {
  const colon = id.lastIndexOf(':')
  return { account: id.slice(0, colon), number: Number(id.slice(colon + 1)) }
}

/** How many full pages the account has given up. */
function pagesOf({ ledger, eventCount, events }: AccountRow, collection: string): number {
  if (collection === LEDGER_PAGES.name) return tailStart(ledger) / PAGE_SIZE
  return (eventCount - events.length) / EVENTS_PER_PAGE
}

/**
 * Pauses the account's links, which ends what it shares elsewhere, raises its `consentRev`, and claims its profiles. Again
 * does no harm.
 */
export async function settleAccount(center: Keeping, accountId: string, now: number): Promise<SettledAccount> {
  const changed = await changeAccount(center, accountId, (account) => restoredAccount(account, center.catalogue, now))
  if (changed === null || !changed.ok) return { pausedLinks: 0, waitingConsents: 0, endedLinks: 0 }
  const live = Object.entries(changed.account.links).filter(([, link]) => isLive(link))
  let endedLinks = 0
  for (const [linkId, link] of live) {
    if (!(await claimAgain(center, changed.account, { linkId, link, now }))) endedLinks++
  }
  const consents = Object.values(changed.account.consents)
  return {
    pausedLinks: live.length,
    waitingConsents: consents.filter(({ state }) => state === 'PAUSED').length,
    endedLinks,
  }
}

interface ClaimedLink {
  readonly linkId: string
  readonly link: LinkRecord
  readonly now: number
}

/**
 * Claims the profile of a live link for its account. Where two accounts have it, read at two moments, its person has
 * left the one that they joined earlier: false when a link was ended for that.
 */
async function claimAgain(center: Keeping, account: AccountRow, { linkId, link, now }: ClaimedLink): Promise<boolean> {
  const { store, catalogue } = center
  const requestId = requestOfLink(account, linkId)
  // Without it nobody could tell the claim from one that is free, so the profile stays unclaimed and the link unused.
  if (requestId === null) return true
  const claim = { requestId, accountId: account._id }
  if ((await store.claims.insert({ _id: link.profile, ...claim })) === 'inserted') return true
  const [held = null] = await store.claims.getMany([link.profile])
  if (held === null || held.accountId === account._id) return true
  const [other = null] = await store.accounts.getMany([held.accountId])
  const theirs = other === null ? null : liveLinkOf(other, link.profile)
  if (other !== null && theirs !== null && theirs[1].linkedAt >= link.linkedAt) {
    await changeAccount(center, account._id, (row) => unlink(row, linkId, catalogue, now))
    return false
  }
  if (other !== null && theirs !== null) {
    await changeAccount(center, other._id, (row) => unlink(row, theirs[0], catalogue, now))
  }
  await store.claims.patch(link.profile, {}, { set: claim })
  return theirs === null
}

/** Ends a link request that is not over; whether it was. */
export async function settleRequest({ requests, accounts }: AccountsStore, requestId: string): Promise<boolean> {
  const [row = null] = await requests.getMany([requestId])
  if (row === null) return false
  const { request } = row
  const accountId = 'accountId' in request ? request.accountId : undefined
  const [account = null] = accountId === undefined ? [] : await accounts.getMany([accountId])
  const ended = restoredRequest(requestId, request, account)
  if (ended === null) return false
  await requests.patch(requestId, { 'request.state': request.state }, { set: { request: ended } })
  return true
}

/**
 * Ends what is shared elsewhere, as far as accounts can: the apps are told by the outbox. Whether there was anything.
 * Not left to what pausing the links takes away, since they may have been paused, and that been seen to, after the
 * cross-post was read and before its account was.
 */
export async function settleCrosspost(
  { crossposts }: AccountsStore,
  crosspostId: string,
  { seed, now }: { readonly seed: string; readonly now: number },
): Promise<boolean> {
  const [row = null] = await crossposts.getMany([crosspostId])
  if (row === null || isExpired(row, now)) return false
  const { deliveries, media, outbox } = changes.restored(row, seed, now)
  await crossposts.patch(row._id, turnGuard(row), { set: { seed, deliveries, media, ...(outbox && { outbox }) } })
  return row.deliveries.some(({ wanted }) => wanted === 'STORY')
}

/** The collections whose documents are settled when all are loaded, accounts first. */
export const SETTLED = { accounts: ACCOUNTS.name, requests: REQUESTS.name, crossposts: CROSSPOSTS.name } as const

import type { ClaimRow, RequestRow } from './rows.ts'
import { liveLinkOf } from './rules/account.ts'
import { joinAccount } from './rules/joinAccount.ts'
import {
  type Approved,
  approve,
  expire,
  isOver,
  reject,
  type Rejected,
  type RejectedBecause,
} from './rules/linkRequest.ts'
import {
  type AccountsStore,
  belongsTo,
  claimedAccounts,
  newAccountRow,
  type Keeping,
  newest,
  writeAccount,
} from './store.ts'
import type { AccountRow } from './rows.ts'

// How a link comes to be (issue "Links"): (a) claims of the profiles that join, (b) permission to build, (c) building.
// Every write may be the last of its process; whoever comes next goes on from there or does nothing.

export type Linked =
  | { readonly ok: true; readonly row: RequestRow }
  | { readonly ok: false; readonly code: 'LINK_APP_TAKEN' | 'LINK_WRONG_STATE' }

/** Approves a confirmed request as a whole and builds its link. */
export async function approveRequest(center: Keeping, row: RequestRow, now: number): Promise<Linked> {
  const { store } = center
  const { request } = row
  if (request.state !== 'CONFIRMED') return afterwards(center, row)

  // (a) Claims. In one order for everybody, so that of two requests for one profile one goes on.
  for (const profile of joiningProfiles(request)) {
    const claim = { _id: profile, requestId: row._id, accountId: request.accountId }
    if (!(await claimProfile(center, claim, now))) {
      return (await end(store, row, 'CONFIRMED', 'LINK_APP_TAKEN')) ?? afterwards(center, row)
    }
  }

  // (b) Permission: by the state, since what a state holds never changes.
  const approved = approve(request, now)
  const permitted = await store.requests.patch(
    row._id,
    { 'request.state': 'CONFIRMED' },
    { set: { request: approved } },
  )
  if (permitted === null) return afterwards(center, row)

  // (c) The link
  return build(center, row._id, approved)
}

/** Ends a request because one side said no; null when it was approved, or ended before. */
export async function rejectRequest(store: AccountsStore, row: RequestRow): Promise<RequestRow | null> {
  const { request } = row
  if (request.state === 'APPROVED' || request.state === 'REJECTED' || request.state === 'EXPIRED') return null
  const rejected = reject(request, 'SAID_NO')
  const ended = await store.requests.patch(row._id, { 'request.state': request.state }, { set: { request: rejected } })
  if (ended === null) {
    const current = await newest(store.requests, row._id)
    return current === null ? null : rejectRequest(store, current)
  }
  await dropClaims(store, row._id, rejected)
  return ended
}

/** The open account of each profile, null where it has none; links that were permitted are built on the way. */
export async function openAccounts(
  center: Keeping,
  profiles: readonly string[],
): Promise<readonly (AccountRow | null)[]> {
  const { store } = center
  const claimed = await claimedAccounts(store, profiles)
  return Promise.all(
    claimed.map(async ({ claim, account }, index) => {
      const profile = profiles[index] ?? ''
      if (claim !== null && account?.built[claim.requestId] === undefined) {
        await complete(center, claim.requestId)
        const [again = null] = await store.accounts.getMany([claim.accountId])
        return belongsTo(again, profile) ? again : null
      }
      return belongsTo(account, profile) ? account : null
    }),
  )
}

/** Builds what was permitted and not built: its process has died, or is about to. */
export async function complete(center: Keeping, requestId: string): Promise<void> {
  const [row] = await center.store.requests.getMany([requestId])
  if (row?.request.state === 'APPROVED') await build(center, requestId, row.request)
}

/** What became of a request that somebody else has moved on. */
async function afterwards(center: Keeping, { _id }: RequestRow): Promise<Linked> {
  const { store } = center
  const row = await newest(store.requests, _id)
  if (row?.request.state === 'APPROVED') await build(center, _id, row.request)
  else if (row?.request.state === 'REJECTED' || row?.request.state === 'EXPIRED') {
    await dropClaims(store, _id, row.request)
  }
  return { ok: false, code: 'LINK_WRONG_STATE' }
}

/** Whether the profile is claimed for this request now; a claim that nothing can come of any more is taken over. */
async function claimProfile(center: Keeping, claim: Omit<ClaimRow, 'rev'>, now: number): Promise<boolean> {
  const { store } = center
  for (;;) {
    if ((await store.claims.insert(claim)) === 'inserted') return true
    const held = await newest(store.claims, claim._id)
    if (held === null) continue
    if (held.requestId === claim.requestId) return true
    if (!(await isFree(center, held, now))) return false
    // Guarded by whose it is, which nothing but taking it over changes: `rev` counts up whenever anybody looks.
    const { requestId, accountId } = claim
    const taken = await store.claims.patch(claim._id, { requestId: held.requestId }, { set: { requestId, accountId } })
    if (taken !== null) return true
  }
}

async function isFree(
  center: Keeping,
  { _id: profile, requestId, accountId }: ClaimRow,
  now: number,
): Promise<boolean> {
  const { store } = center
  const row = await newest(store.requests, requestId)
  const request = row?.request
  switch (request?.state) {
    case undefined:
      return false
    case 'REJECTED':
    case 'EXPIRED':
      return true
    case 'REQUESTED':
    case 'OPENED':
    case 'CONFIRMED': {
      if (!isOver(request, now)) return false
      const guard = { 'request.state': request.state }
      return (await store.requests.patch(requestId, guard, { set: { request: expire(request) } })) !== null
    }
    case 'APPROVED': {
      await build(center, requestId, request)
      const [account] = await store.accounts.getMany([accountId])
      return account !== null && account !== undefined && liveLinkOf(account, profile) === null
    }
  }
}

/** The same whoever does it and however often: inserted, or patched where the account has room and has not built it. */
async function build(center: Keeping, requestId: string, request: Approved): Promise<Linked> {
  const { store } = center
  const { accountId, member } = request
  let [account = null] = await store.accounts.getMany([accountId])
  for (;;) {
    const joined = joinAccount(account, requestId, request)
    if (joined.ok && account !== null && joined.next === account) return built(store, requestId, account)
    if (joined.ok && account === null) {
      if ((await store.accounts.insert(newAccountRow(accountId, joined.next))) === 'inserted') {
        return linked(store, requestId)
      }
    } else if (joined.ok && account !== null && member !== null) {
      const other = member.app === request.from ? request.app : request.from
      const guard = {
        closedAt: null,
        [`live.${other}`]: null,
        [`live.${member.app}`]: member.linkId,
        [`built.${requestId}`]: null,
      }
      if ((await writeAccount(center, account, joined.next, guard)) !== null) return linked(store, requestId)
    }
    account = await newest(store.accounts, accountId)
    const again = joinAccount(account, requestId, request)
    if (!again.ok && account === null) return { ok: false, code: again.code }
    if (!again.ok) {
      const refused = await refuseToBuild(store, requestId, accountId, again.code)
      if (refused !== null) return refused
    }
  }
}

/**
 * The account has no room. It remembers that first: a builder who comes late, when there is room again, does nothing.
 * Null when somebody else has built or refused it meanwhile.
 */
async function refuseToBuild(
  store: AccountsStore,
  requestId: string,
  accountId: string,
  because: Exclude<RejectedBecause, 'SAID_NO'>,
): Promise<Linked | null> {
  const path = `built.${requestId}`
  const marked = await store.accounts.patch(
    accountId,
    { [path]: null },
    { set: { [path]: 'REFUSED' }, inc: { consentRev: 1 } },
  )
  if (marked === null) return null
  const [row] = await store.requests.getMany([requestId])
  return row ? end(store, row, 'APPROVED', because) : { ok: false, code: because }
}

async function built(store: AccountsStore, requestId: string, account: AccountRow): Promise<Linked> {
  if (account.built[requestId] === 'LINKED') return linked(store, requestId)
  const row = await newest(store.requests, requestId)
  const because = 'LINK_WRONG_STATE'
  return (row && (await end(store, row, 'APPROVED', because))) ?? { ok: false, code: because }
}

async function linked(store: AccountsStore, requestId: string): Promise<Linked> {
  const [row] = await store.requests.getMany([requestId])
  return row ? { ok: true, row } : { ok: false, code: 'LINK_WRONG_STATE' }
}

/** Ends a request REJECTED with a code and drops its claims; null when it was no longer in that state. */
async function end(
  store: AccountsStore,
  { _id, request }: RequestRow,
  state: 'CONFIRMED' | 'APPROVED',
  because: Exclude<RejectedBecause, 'SAID_NO'>,
): Promise<Linked | null> {
  if (request.state === 'REJECTED' || request.state === 'EXPIRED') return null
  const rejected = reject(request, because)
  const ended = await store.requests.patch(_id, { 'request.state': state }, { set: { request: rejected } })
  if (ended === null) return null
  await dropClaims(store, _id, rejected)
  return { ok: false, code: because }
}

async function dropClaims(
  store: AccountsStore,
  requestId: string,
  request: Rejected | RequestRow['request'],
): Promise<void> {
  const profiles = 'opener' in request && request.opener !== undefined ? [request.requester, request.opener] : []
  const claims = profiles.length === 0 ? [] : await store.claims.getMany(profiles)
  const own = claims.flatMap((claim) => (claim?.requestId === requestId ? [claim] : []))
  await Promise.all(own.map(({ _id, rev }) => store.claims.delete(_id, rev)))
}

/** The sides that are not in the account yet, in the one order that everybody claims in. */
function joiningProfiles({
  from,
  member,
  requester,
  opener,
}: Approved | Omit<Approved, 'state' | 'approvedAt'>): string[] {
  if (member === null) return [requester, opener].sort()
  return [member.app === from ? opener : requester]
}

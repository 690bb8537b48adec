import { isFault } from '../../runtime/errors/fault.ts'
import type { App } from '../../runtime/identity/identity.ts'
import { viewerIdOf } from '../../runtime/ids/viewerId.ts'
import { ageBandOf } from '../ageBands.ts'
import type { Context } from '../context.ts'
import type {
  ConfirmLinkInput,
  LinkError,
  LinkErrorCode,
  LinkRequestInput,
  OpenLinkInput,
  RequestLinkInput,
} from '../generated/types.ts'
import { approveRequest, openAccounts, rejectRequest } from '../linking.ts'
import type { Reference } from '../references.ts'
import { linkRefusal } from '../refusals.ts'
import type { AccountRow, RequestRow } from '../rows.ts'
import { isLive, liveLinkIn, liveLinkOf } from '../rules/account.ts'
import { youngest } from '../rules/ageBand.ts'
import { linkIdOf } from '../rules/joinAccount.ts'
import {
  type Bound,
  codeOf,
  confirm,
  isFresh,
  isOver,
  normaliseCode,
  open,
  request,
  type Requested,
} from '../rules/linkRequest.ts'
import { carriedOver, checkChoices, offersBetween } from '../rules/offers.ts'
import { actingProfile, untilNoGrantHolds } from '../session.ts'
import { newest } from '../store.ts'
import { takeTry } from '../tries.ts'

export interface RequestPayload {
  readonly linkRequest: RequestRow | null
  readonly viewer: Reference | null
  readonly errors: LinkError[]
}

/** In one app: asks for a link with a profile of another, whose code is opened there. */
export async function requestLink(
  { app, idempotencyKey }: RequestLinkInput,
  context: Context,
): Promise<RequestPayload> {
  const { store, idempotency } = context.load.center
  const { id: requester, app: from } = actingProfile(context)
  if (app === from) return refused('LINK_SAME_APP', 'app')
  const account = await context.load.accounts.load(requester)
  if (account !== null && liveLinkIn(account, app) !== null) return refused('LINK_ALREADY_ACTIVE', 'app')
  const act = { actor: requester, client: context.client, mutation: 'requestLink', key: idempotencyKey, input: { app } }
  try {
    const _id = await idempotency.once(act, async ({ documentId }) => {
      const made = request({ from, requester, app, code: codeOf(context.random.bytes(10)), createdAt: context.now })
      const row = { request: made, code: normaliseCode(made.code), parties: [requester], createdAt: made.createdAt }
      await store.requests.insert({ _id: documentId(), ...row })
      return documentId()
    })
    const row = await newest(store.requests, _id)
    if (row === null || isOver(row.request, context.now)) return refused('LINK_REQUEST_EXPIRED', 'idempotencyKey')
    return done(row, context)
  } catch (error) {
    if (isFault(error, 'IDEMPOTENCY_KEY_REUSED')) return refused('LINK_IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
    throw error
  }
}

/** In the other app: the first who opens the code is bound, and each side sees the other's profile from then on. */
export async function openLink({ code }: OpenLinkInput, context: Context): Promise<RequestPayload> {
  const { store } = context.load.center
  const { id: opener, app } = actingProfile(context)
  const attempt = await takeTry(store, opener, { token: context.random.id(), now: context.now })
  if (attempt === null) return refused('LINK_TRIES_USED_UP', 'code')

  const opened = await openAs(opener, app, normaliseCode(code), context)
  if ('wrong' in opened) return refused('LINK_CODE_WRONG', 'code')
  await attempt.release()
  return opened
}

async function openAs(
  opener: string,
  app: App,
  code: string,
  context: Context,
): Promise<RequestPayload | { readonly wrong: true }> {
  const { store } = context.load.center
  const { items } = code.length > 64 ? { items: [] } : await store.requests.page('byCode', { code }, { limit: 1 })
  const [row] = items
  if (row === undefined || row.request.app !== app) return { wrong: true }
  const { request: found } = row
  const boundTo = 'opener' in found ? found.opener : undefined
  if (boundTo !== undefined && boundTo !== opener) return { wrong: true }
  if (isOver(found, context.now)) return refused('LINK_REQUEST_EXPIRED', 'code')
  if (found.state === 'OPENED' || found.state === 'CONFIRMED') return done(row, context)
  if (found.state !== 'REQUESTED') return refused('LINK_WRONG_STATE', 'code')

  const bound = await bind(found, opener, context)
  if (typeof bound === 'string') return refused(bound, 'code')
  const set = { request: open(found, bound), parties: [found.requester, opener] }
  const won = await store.requests.patch(row._id, { 'request.state': 'REQUESTED' }, { set })
  // Lost to another opener, to one's own other attempt or to a rejection: look again at what was written.
  return won === null ? openAs(opener, app, code, context) : done(won, context)
}

/** What opening fixes: the account that the request would join or make, and what is asked. */
async function bind(
  { requester, from, app }: Requested,
  opener: string,
  context: Context,
): Promise<Bound | 'LINK_BOTH_HAVE_ACCOUNTS' | 'LINK_APP_TAKEN'> {
  const { center } = context.load
  const [of = null, other = null] = await openAccounts(center, [requester, opener])
  if (of !== null && other !== null) return 'LINK_BOTH_HAVE_ACCOUNTS'
  const account = of ?? other
  const [memberApp, joiningApp] = of === null ? [app, from] : [from, app]
  if (account !== null && liveLinkIn(account, joiningApp) !== null) return 'LINK_APP_TAKEN'

  const member = account === null ? null : (liveLinkOf(account, of === null ? opener : requester)?.[0] ?? null)
  const [requesterBand, openerBand] = await Promise.all([
    ageBandOf(center, context.log, from, requester),
    ageBandOf(center, context.log, app, opener),
  ])
  const carried = carriedOver(await formerAccounts([requester, opener], context), context.now)
  const bands = [requesterBand, openerBand, ...bandsOf(account)]
  return {
    opener,
    accountId: account?._id ?? context.random.id(),
    member: member === null ? null : { app: memberApp, linkId: member },
    offers: offersBetween([from, app], bands, carried, center.catalogue).map(({ key }) => key),
    carried,
    requesterBand,
    openerBand,
  }
}

/** As the opener, freshly signed in: an answer to every offer. */
export async function confirmLink(input: ConfirmLinkInput, context: Context): Promise<RequestPayload> {
  const { store, catalogue } = context.load.center
  const me = actingProfile(context)
  const row = await requestById(input.requestId, context)
  if (row === null || !('opener' in row.request) || row.request.opener !== me.id) return notFound()
  const { request: found } = row
  if (isOver(found, context.now)) return refused('LINK_REQUEST_EXPIRED', 'requestId')
  if (!isFresh(me.authTime, context.now)) return refused('LINK_SESSION_STALE')
  if (found.state === 'CONFIRMED') return refused('LINK_ALREADY_CONFIRMED', 'requestId')
  if (found.state !== 'OPENED') return refused('LINK_WRONG_STATE', 'requestId')
  const checked = checkChoices(found.offers, input.choices, catalogue)
  if (!checked.ok) return refused(checked.code, 'choices', ...(checked.index === null ? [] : [String(checked.index)]))
  const set = { request: confirm(found, checked.choices) }
  const won = await store.requests.patch(row._id, { 'request.state': 'OPENED' }, { set })
  return won === null ? confirmLink(input, context) : done(won, context)
}

/** As the requester, freshly signed in: agrees to the whole, and the profiles are linked. */
export async function approveLink({ requestId }: LinkRequestInput, context: Context): Promise<RequestPayload> {
  const me = actingProfile(context)
  const row = await requestById(requestId, context)
  if (row === null || row.request.requester !== me.id) return notFound()
  if (isOver(row.request, context.now)) return refused('LINK_REQUEST_EXPIRED', 'requestId')
  if (!isFresh(me.authTime, context.now)) return refused('LINK_SESSION_STALE')
  const linked = await approveRequest(context.load.center, row, context.now)
  context.load.accounts.clearAll()
  // A younger profile takes away what the account had: that is over when this answers, as with a withdrawal.
  if (linked.ok && (await broughtYounger(linked.row, context))) await untilNoGrantHolds(context)
  return linked.ok ? done(linked.row, context) : refused(linked.code, 'requestId')
}

/** Whether data could flow before this request was built, and cannot since. */
async function broughtYounger({ _id, request: found }: RequestRow, { load }: Context): Promise<boolean> {
  if (found.state !== 'APPROVED' || found.member === null) return false
  const account = await newest(load.center.store.accounts, found.accountId)
  const added = linkIdOf(_id, found.member.app === found.from ? 'opener' : 'requester')
  const live = Object.entries(account?.links ?? {}).filter(([, link]) => isLive(link))
  const bands = live.map(([id, { ageBand }]) => ({ ageBand, old: id !== added }))
  const before = youngest(bands.flatMap(({ ageBand, old }) => (old ? [ageBand] : [])))
  return before === 'ADULT' && youngest(bands.map(({ ageBand }) => ageBand)) !== 'ADULT'
}

/** As either side: no. */
export async function rejectLink({ requestId }: LinkRequestInput, context: Context): Promise<RequestPayload> {
  const me = actingProfile(context)
  const row = await requestById(requestId, context)
  if (row === null || !row.parties.includes(me.id)) return notFound()
  if (isOver(row.request, context.now)) return refused('LINK_REQUEST_EXPIRED', 'requestId')
  const rejected = await rejectRequest(context.load.center.store, row)
  return rejected === null ? refused('LINK_WRONG_STATE', 'requestId') : done(rejected, context)
}

async function requestById(id: string, { ids, load }: Context): Promise<RequestRow | null> {
  const local = ids.open(id, 'LinkRequest')
  return local === null ? null : newest(load.center.store.requests, local)
}

/** Open or closed: what was refused in them is carried over. */
async function formerAccounts(profiles: readonly string[], { load }: Context): Promise<readonly AccountRow[]> {
  const page = await load.center.store.accounts.page('byProfile', { profiles }, { limit: 50 })
  return page.items
}

function bandsOf(account: AccountRow | null) {
  return Object.values(account?.links ?? {}).flatMap(({ state, ageBand }) => (state === 'UNLINKED' ? [] : [ageBand]))
}

function done(linkRequest: RequestRow, { profiles: [first] }: Context): RequestPayload {
  return { linkRequest, viewer: first === undefined ? null : { id: viewerIdOf(first.id) }, errors: [] }
}

function notFound(): RequestPayload {
  return refused('LINK_REQUEST_NOT_FOUND', 'requestId')
}

function refused(code: LinkErrorCode, ...path: readonly string[]): RequestPayload {
  return { linkRequest: null, viewer: null, errors: [linkRefusal(code, ...path)] }
}

import type { Outbox } from '../runtime/outbox/outbox.ts'
import { itemOperations } from '../runtime/outbox/state.ts'
import type { Collection, NewDocument, Storage } from '../storage/port.ts'
import { fenceOff } from './crossposts/fence.ts'
import { CROSSPOSTS, type CrosspostRow } from './crossposts/rows.ts'
import { LEDGER_PAGES, type LedgerPageDocument } from './ledger/pages.ts'
import { EMPTY_LEDGER } from './ledger/tail.ts'
import {
  type AccountRow,
  ACCOUNTS,
  type ClaimRow,
  CLAIMS,
  EVENT_PAGES,
  type EventPageRow,
  type RequestRow,
  REQUESTS,
  TRIES,
  type TriesRow,
  WITHHELD,
  type WithheldRow,
} from './rows.ts'
import type { Catalogue } from './rules/catalogue.ts'
import { type AccountState, liveLinkOf, type Transition } from './rules/account.ts'
import type { ConsentEvent } from './rules/consentFold.ts'

/** All that accounts keeps. */
export interface AccountsStore {
  readonly accounts: Collection<AccountRow>
  readonly claims: Collection<ClaimRow>
  readonly requests: Collection<RequestRow>
  readonly tries: Collection<TriesRow>
  readonly eventPages: Collection<EventPageRow>
  readonly ledgerPages: Collection<LedgerPageDocument>
  readonly withheld: Collection<WithheldRow>
  readonly crossposts: Collection<CrosspostRow>
}

export function openAccountsStore(storage: Storage): AccountsStore {
  return {
    accounts: storage.collection(ACCOUNTS),
    claims: storage.collection(CLAIMS),
    requests: storage.collection(REQUESTS),
    tries: storage.collection(TRIES),
    eventPages: storage.collection(EVENT_PAGES),
    ledgerPages: storage.collection(LEDGER_PAGES),
    withheld: storage.collection(WITHHELD),
    crossposts: storage.collection(CROSSPOSTS),
  }
}

/** What keeps accounts: whoever writes one has all of it, since every write is asked what it takes away. */
export interface Keeping {
  readonly store: AccountsStore
  readonly catalogue: Catalogue
  /** Something was put into the outbox of this document just now. */
  readonly nudge: Outbox['nudge']
}

/** The item in an account's outbox that ends the cross-posts which the fence has passed (`crossposts/sweep.ts`). */
export const SWEEP_ITEM = 'crossposts'

export type Changed<Code extends string> =
  { readonly ok: true; readonly account: AccountRow } | { readonly ok: false; readonly code: Code }

/**
 * Takes an account through a transition: read, decide, one patch guarded by `consentRev` alone, so that appends to the
 * ledger cannot starve it; again from the newest document when that was lost. A transition that changes nothing is
 * proved against the newest document too. Answers null when there is no such account.
 */
export async function changeAccount<Code extends string>(
  center: Keeping,
  id: string,
  transition: (account: AccountRow) => Transition<Code>,
): Promise<Changed<Code> | null> {
  const { store } = center
  let [account = null] = await store.accounts.getMany([id])
  while (account !== null) {
    const wanted = transition(account)
    if (!wanted.ok) return wanted
    const changed = await writeAccount(center, account, wanted.next)
    if (changed !== null) return { ok: true, account: changed }
    account = await newest(store.accounts, id)
  }
  return null
}

/** The document as it is, not as a plain read saw it a turn ago; null when there is none. */
export function newest<D extends ClaimRow | AccountRow | RequestRow | CrosspostRow>(
  collection: Collection<D>,
  id: string,
): Promise<D | null> {
  return collection.patch(id, {}, {})
}

/**
 * Null when the account is no longer the one that `wanted` was made of. `guard` is asked of it too. The one place where a
 * stored account changes what may be done: what takes sharing away from an app fences its cross-posts off in the same
 * write, and has them swept.
 */
export async function writeAccount(
  { store, catalogue, nudge }: Keeping,
  account: AccountRow,
  wanted: AccountState,
  guard: Readonly<Record<string, string | null>> = {},
): Promise<AccountRow | null> {
  const { next, apps } = fenceOff(account, wanted, catalogue)
  const fields = STATE_FIELDS.filter((field) => next[field] !== account[field])
  const set: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, next[field]]))
  if (next.events.length > EVENTS_KEPT) set['events'] = await withOverflowCopied(store, account, next.events)
  const guarded = { ...guard, consentRev: account.consentRev }
  if (apps.length === 0) return store.accounts.patch(account._id, guarded, { set })
  const sweep = itemOperations(SWEEP_ITEM, 0)
  const written = await store.accounts.patch(account._id, guarded, { ...sweep, set: { ...set, ...sweep.set } })
  if (written !== null) nudge(ACCOUNTS.name, account._id)
  return written
}

export function newAccountRow(_id: string, state: AccountState): NewDocument<AccountRow> {
  return { _id, ...state, ledger: EMPTY_LEDGER }
}

/** How many events the account document holds at the most, and how many a page does. */
const EVENTS_KEPT = 128
export const EVENTS_PER_PAGE = 64

const STATE_FIELDS = [
  'closedAt',
  'consentRev',
  'profiles',
  'links',
  'live',
  'built',
  'consents',
  'features',
  'crossposting',
  'autoCrossposts',
  'events',
  'eventCount',
] as const satisfies readonly (keyof AccountState)[]

/** What is copied is committed already, so that whoever copies it copies the same; trimmed only by the patch. */
async function withOverflowCopied(
  { eventPages }: AccountsStore,
  { _id, events, eventCount }: AccountRow,
  next: readonly ConsentEvent[],
): Promise<readonly ConsentEvent[]> {
  const page = (eventCount - events.length) / EVENTS_PER_PAGE
  await eventPages.insert({ _id: `${_id}:${page}`, events: events.slice(0, EVENTS_PER_PAGE) })
  return next.slice(EVENTS_PER_PAGE)
}

/** All events of an account, oldest first. */
export async function allEvents(store: AccountsStore, account: AccountRow): Promise<readonly ConsentEvent[]> {
  const count = (account.eventCount - account.events.length) / EVENTS_PER_PAGE
  if (count === 0) return account.events
  const ids = Array.from({ length: count }, (_, number) => `${account._id}:${number}`)
  const pages = await store.eventPages.getMany(ids)
  return [...pages.flatMap((page) => page?.events ?? []), ...account.events]
}

/** The accounts that these profiles claim, open or not, in the order of `profiles`: hints, to be held against links. */
export async function claimedAccounts(
  { claims, accounts }: AccountsStore,
  profiles: readonly string[],
): Promise<readonly { readonly claim: ClaimRow | null; readonly account: AccountRow | null }[]> {
  const found = await claims.getMany(profiles)
  const ids = [...new Set(found.flatMap((claim) => (claim === null ? [] : [claim.accountId])))]
  const rows = ids.length === 0 ? [] : await accounts.getMany(ids)
  const byId = new Map(rows.flatMap((row) => (row === null ? [] : [[row._id, row] as const])))
  return found.map((claim) => ({ claim, account: claim === null ? null : (byId.get(claim.accountId) ?? null) }))
}

/** Whether the profile belongs to this account now. */
export function belongsTo(account: AccountRow | null, profile: string): account is AccountRow {
  return account !== null && account.closedAt === null && liveLinkOf(account, profile) !== null
}

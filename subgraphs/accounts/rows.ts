import { OUTBOX_INDEX, type WithOutbox } from '../runtime/outbox/state.ts'
import type { CollectionDefinition, StoredDocument } from '../storage/port.ts'
import type { StoredLedger } from './ledger/tail.ts'
import type { AccountState } from './rules/account.ts'
import type { ConsentEvent } from './rules/consentFold.ts'
import type { LinkRequest } from './rules/linkRequest.ts'

/**
 * One account, all that a decision rests on: the one document of a person's links, consents and features, and the end of
 * their ledger. Closed ones stay. Whatever stands in `AccountState` is written under a guard on `consentRev` and raises
 * it; the ledger is written under a guard on both and leaves it. The outbox is written by paths, so that its workers and
 * whoever takes something away do not wait for one another.
 */
export interface AccountRow extends WithOutbox, AccountState {
  readonly ledger: StoredLedger
}

export const ACCOUNTS: CollectionDefinition<AccountRow> = {
  name: 'accounts',
  version: 2,
  upgrades: { 1: (old) => ({ crossposting: {}, autoCrossposts: {}, ...old }) },
  downgrades: { 2: ({ crossposting: _fences, autoCrossposts: _chosen, ...old }) => old },
  indexes: [{ name: 'byProfile', eq: ['profiles'], order: 'createdAt', dir: 'desc' }, OUTBOX_INDEX],
}

/** Which account a profile is in: a hint, since only the account document says so. `_id` is the profile's sealed id. */
export interface ClaimRow extends StoredDocument {
  readonly requestId: string
  readonly accountId: string
}

export const CLAIMS: CollectionDefinition<ClaimRow> = { name: 'accounts_claims', version: 1, indexes: [] }

export interface RequestRow extends StoredDocument {
  readonly request: LinkRequest
  /** `normaliseCode(request.code)`. */
  readonly code: string
  /** The profiles that take part. */
  readonly parties: readonly string[]
  readonly createdAt: number
}

export const REQUESTS: CollectionDefinition<RequestRow> = {
  name: 'accounts_requests',
  version: 1,
  indexes: [
    { name: 'byCode', eq: ['code'] },
    { name: 'byParty', eq: ['parties'], order: 'createdAt', dir: 'desc' },
  ],
}

/** The wrong codes that a profile has tried lately, and those that are being looked up. `_id` is the profile's id. */
export interface TriesRow extends StoredDocument {
  readonly tries: readonly { readonly at: number; readonly token: string }[]
}

export const TRIES: CollectionDefinition<TriesRow> = { name: 'accounts_tries', version: 1, indexes: [] }

/** Consent events that the account document has no room for: 64 a page, written once. `_id` is `account:number`. */
export interface EventPageRow extends StoredDocument {
  readonly events: readonly ConsentEvent[]
}

export const EVENT_PAGES: CollectionDefinition<EventPageRow> = { name: 'accounts_eventPages', version: 1, indexes: [] }

/** How often data was withheld on one day (UTC). `_id` is `account:day`; `counts` is kept by `from>to>basis`. */
export interface WithheldRow extends StoredDocument {
  readonly account: string
  /** `2026-11-22`. */
  readonly day: string
  readonly counts: Readonly<Record<string, number>>
}

export const WITHHELD: CollectionDefinition<WithheldRow> = {
  name: 'accounts_withheld',
  version: 1,
  indexes: [{ name: 'byDay', eq: ['account'], order: 'day', dir: 'desc' }],
}

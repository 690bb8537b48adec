import { hash } from 'node:crypto'
import { canonicalJson } from '../../runtime/json/canonicalJson.ts'

/** What one grant of data was: who gave whose data to whom, when and on what basis. No values, no persons. */
export interface LedgerEntry {
  /** The grant's id. */
  readonly id: string
  /** When it was given: ISO 8601 in UTC with milliseconds. */
  readonly at: string
  /** Whose data: the source's name in `schema/subgraphs.yaml`. */
  readonly from: string
  /** Who got it: the recipient's name in `schema/subgraphs.yaml`. */
  readonly to: string
  /** What for, when a consent allowed it. Exactly one of `purpose` and `feature` is there. */
  readonly purpose?: string
  /** For which feature, when one that is switched on allowed it. */
  readonly feature?: string
}

/** An entry in its place in the chain of one account, as `Account.ledger` shows it. Digests are SHA-256 in base64url. */
export interface ChainedRecord {
  /** From 0, without gaps. */
  readonly index: number
  /** `at` of the entry. */
  readonly at: string
  /** Canonical JSON (RFC 8785) of the entry. */
  readonly body: string
  /** Digest of `body`. */
  readonly bodyHash: string
  /** `hash` of the record before; empty in the first. */
  readonly previous: string
  /** Digest of `previous`, a full stop and `bodyHash`, as ASCII. */
  readonly hash: string
}

/** Where a chain stands: how many records it has, and the `hash` of the last; empty while there is none. */
export interface ChainHead {
  readonly size: number
  readonly head: string
}

export const EMPTY_CHAIN: ChainHead = { size: 0, head: '' }

/** The records that these entries become after `{ size, head }`, and where the chain stands then. Pure. */
export function chain(
  { size, head }: ChainHead,
  entries: readonly LedgerEntry[],
): { readonly records: readonly ChainedRecord[]; readonly head: ChainHead } {
  const records: ChainedRecord[] = []
  let previous = head
  for (const entry of entries) {
    const body = bodyOf(entry)
    const bodyHash = digest(body)
    const link = linkOf(previous, bodyHash)
    records.push({ index: size + records.length, at: entry.at, body, bodyHash, previous, hash: link })
    previous = link
  }
  return { records, head: { size: size + records.length, head: previous } }
}

/** The one text of an entry. Throws a `TypeError` unless it has exactly one of `purpose` and `feature`. */
export function bodyOf({ id, at, from, to, purpose, feature }: LedgerEntry): string {
  if ((purpose === undefined) === (feature === undefined)) {
    throw new TypeError(`A ledger entry must have a purpose or a feature, but got: ${purpose} and ${feature}.`)
  }
  return canonicalJson({ id, at, from, to, ...(purpose === undefined ? { feature } : { purpose }) })
}

/** The entry that a body was made of. */
export function entryOf(body: string): LedgerEntry {
  return JSON.parse(body) as LedgerEntry
}

/** `hash` of a record. */
export function linkOf(previous: string, bodyHash: string): string {
  return digest(`${previous}.${bodyHash}`)
}

export function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}

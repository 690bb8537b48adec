import type { App } from '../../runtime/identity/identity.ts'
import type { AgeBand } from './ageBand.ts'
import type { ConsentRecord } from './consentFold.ts'

/** How long a request lives. */
export const REQUEST_LIFETIME_MS = 10 * 60 * 1000
/** How many wrong codes one profile may try within `REQUEST_LIFETIME_MS`. */
export const WRONG_CODES = 5
/** How old a sign-in may be that confirms, approves or resumes. */
export const FRESH_SECONDS = 5 * 60

/** The opener's answer to one offer, bound to what was shown. */
export interface OfferChoice {
  /** `from>to>purpose`. */
  readonly flow: string
  readonly granted: boolean
  readonly noticeVersion: number
  readonly noticeDigest: string
  /** `CatalogueFlow.digest` when it was chosen. */
  readonly digest: string
}

interface Made {
  /** The app in whose session it was made, and the profile that made it. */
  readonly from: App
  readonly requester: string
  /** The other app. */
  readonly app: App
  readonly code: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** Fixed when the code is opened: whom, which account, and what is asked. */
export interface Bound {
  readonly opener: string
  /** The account that the request would join, or the id of the one that it would make. */
  readonly accountId: string
  /** The side that is in that account already; null when the account would be new. */
  readonly member: { readonly app: App; readonly linkId: string } | null
  /** Keys of the flows that are offered. */
  readonly offers: readonly string[]
  /** What was refused or withdrawn in the last 365 days: not offered, and denied in the new link too. */
  readonly carried: readonly ConsentRecord[]
  readonly requesterBand: AgeBand
  readonly openerBand: AgeBand
}

export type Requested = Made & { readonly state: 'REQUESTED' }
export type Opened = Made & Bound & { readonly state: 'OPENED' }
export type Confirmed = Made & Bound & { readonly state: 'CONFIRMED'; readonly choices: readonly OfferChoice[] }
export type Approved = Made &
  Bound & { readonly state: 'APPROVED'; readonly choices: readonly OfferChoice[]; readonly approvedAt: number }
/** Ended without a link; keeps what it had. */
export type Rejected = Made &
  Partial<Bound> & {
    readonly state: 'REJECTED'
    readonly choices?: readonly OfferChoice[]
    readonly because: RejectedBecause
  }
export type Expired = Made & Partial<Bound> & { readonly state: 'EXPIRED'; readonly choices?: readonly OfferChoice[] }

/** A side said no, or the account had no room for the link any more. */
export type RejectedBecause = 'SAID_NO' | 'LINK_APP_TAKEN' | 'LINK_WRONG_STATE'

/** The life of a request: `REQUESTED → OPENED → CONFIRMED → APPROVED`, or `REJECTED`, or `EXPIRED`. */
export type LinkRequest = Requested | Opened | Confirmed | Approved | Rejected | Expired

export type LinkRequestState = LinkRequest['state']

/** Whether its ten minutes are over: nothing of it can be seen or done then, whatever is stored. */
export function isOver({ expiresAt }: LinkRequest, now: number): boolean {
  return now >= expiresAt
}

export function request(made: Omit<Made, 'expiresAt'>): Requested {
  return { ...made, state: 'REQUESTED', expiresAt: made.createdAt + REQUEST_LIFETIME_MS }
}

export function open(requested: Requested, bound: Bound): Opened {
  return { ...requested, ...bound, state: 'OPENED' }
}

export function confirm(opened: Opened, choices: readonly OfferChoice[]): Confirmed {
  return { ...opened, state: 'CONFIRMED', choices }
}

/** Permission to build the link; nothing is linked by it. */
export function approve(confirmed: Confirmed, approvedAt: number): Approved {
  return { ...confirmed, state: 'APPROVED', approvedAt }
}

/** An approved request is rejected only by an account that has no room for it; no side can. */
export function reject(live: Exclude<LinkRequest, Rejected | Expired>, because: RejectedBecause): Rejected {
  return { ...live, state: 'REJECTED', because }
}

/** Once expired it can be approved no more, however late somebody tries: what it had claimed is free. */
export function expire(live: Requested | Opened | Confirmed): Expired {
  return { ...live, state: 'EXPIRED' }
}

/** Whether the sign-in, in seconds since the epoch, is at most five minutes old. */
export function isFresh(authTime: number, now: number): boolean {
  return now / 1000 - authTime <= FRESH_SECONDS
}

/** What stands for a code in the store and in comparisons: case, spaces and hyphens do not matter. */
export function normaliseCode(code: string): string {
  return code.replace(/[\s-]+/g, '').toUpperCase()
}

/** Crockford's alphabet: nothing in it looks like something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 80 random bits as four groups of four characters; `bytes` are ten. */
export function codeOf(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const characters = Array.from({ length: 16 }, (_, place) => ALPHABET[Number((bits >> BigInt(75 - 5 * place)) & 31n)])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

import type { ConsentState, Purpose } from './decide.ts'

export type ConsentEventKind =
  'PRESENTED' | 'GRANTED' | 'REFUSED' | 'PAUSED' | 'RESUMED' | 'WITHDRAWN' | 'EXPIRED' | 'SUPERSEDED'

/** One thing that happened to one consent. Events are only ever added. */
export interface ConsentEvent {
  /** `from>to>purpose`. */
  readonly flow: string
  readonly kind: ConsentEventKind
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly noticeVersion: number
  /** Digest of the notice that was shown; null where none was (a withdrawal needs none). */
  readonly noticeDigest: string | null
  /** `CatalogueFlow.digest`, with GRANTED: what the person said yes to. */
  readonly digest: string | null
}

/** What a person said last: what a receipt is about. */
export interface Choice {
  readonly kind: 'GRANTED' | 'REFUSED' | 'WITHDRAWN'
  readonly at: number
  readonly noticeVersion: number
  readonly noticeDigest: string | null
}

/** The fold of the events of one flow. */
export interface ConsentRecord {
  readonly from: string
  readonly to: string
  readonly purpose: Purpose
  readonly state: ConsentState
  /** When the state began. */
  readonly since: number | null
  /** What the yes was to; null unless there is one that still counts or may count again. */
  readonly digest: string | null
  readonly until: number | null
  readonly choice: Choice | null
}

/** How long nobody is asked again after a no: 365 days. */
export const NOT_ASKED_AGAIN_MS = 365 * 24 * 60 * 60 * 1000

export function neverAsked(flow: { from: string; to: string; purpose: Purpose }): ConsentRecord {
  const { from, to, purpose } = flow
  return { from, to, purpose, state: 'NOT_ASKED', since: null, digest: null, until: null, choice: null }
}

/** The consent after this event. Nothing but GRANTED, and RESUMED after PAUSED, leads to GRANTED. Pure and total. */
export function fold(record: ConsentRecord, event: ConsentEvent): ConsentRecord {
  const { at } = event
  switch (event.kind) {
    case 'PRESENTED':
      return record
    case 'GRANTED':
      return { ...record, state: 'GRANTED', since: at, digest: event.digest, choice: choiceOf('GRANTED', event) }
    case 'REFUSED':
    case 'WITHDRAWN':
      return { ...record, state: event.kind, since: at, digest: null, choice: choiceOf(event.kind, event) }
    case 'PAUSED':
      return record.state === 'GRANTED' ? { ...record, state: 'PAUSED', since: at } : record
    case 'RESUMED':
      return record.state === 'PAUSED' ? { ...record, state: 'GRANTED', since: at } : record
    case 'EXPIRED':
    case 'SUPERSEDED':
      return isNo(record.state) ? record : { ...record, state: event.kind, since: at, digest: null }
  }
}

/** Whether the person's last word is no. */
export function isNo(state: ConsentState): state is 'REFUSED' | 'WITHDRAWN' {
  return state === 'REFUSED' || state === 'WITHDRAWN'
}

/** When it may be offered again after a no, in milliseconds since the epoch; null when it may be offered now. */
export function mayAskAgainAt({ state, since }: ConsentRecord, now: number): number | null {
  if (!isNo(state) || since === null) return null
  const at = since + NOT_ASKED_AGAIN_MS
  return at > now ? at : null
}

function choiceOf(kind: Choice['kind'], { at, noticeVersion, noticeDigest }: ConsentEvent): Choice {
  return { kind, at, noticeVersion, noticeDigest }
}

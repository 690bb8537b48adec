import type { Millis } from '../../runtime/clock/millis.ts'
import { OUTBOX_INDEX, type WithOutbox } from '../../runtime/outbox/state.ts'
import type { CollectionDefinition } from '../../storage/port.ts'
import type { Audience, TargetApp } from './audiences.ts'
import type { MediaRef } from './media.ts'

/** What a copy shows. Both null: nothing (any more). */
export interface Content {
  readonly text: string | null
  readonly media: MediaRef | null
}

export type Failure = 'TARGET_UNREACHABLE' | 'TARGET_REFUSED' | 'CONSENT_WITHDRAWN' | 'MEDIA_REJECTED'

/** A put that may have acted, and whose end nobody has confirmed. */
export interface Sent {
  readonly generation: number
  /** The author there, as it was put. */
  readonly profile: string
  /** The seed of its key, where the cross-post has another one by now. */
  readonly seed?: string
}

/** What is wanted of one app, and how far it is. */
export interface Delivery {
  readonly app: TargetApp
  /** The sealed id of the author's profile in that app. */
  readonly profile: string
  /** The narrowest that was ever wanted in this cross-post: it never widens. */
  readonly audience: Audience
  /**
   * From 1; with the seed it makes the key of the copy. A key that was ended is never used again: what is shared after
   * its copy ended is of the next generation, put only when the end of the one before is confirmed.
   */
  readonly generation: number
  /** From 1: 1 more with every change of what the copy shows, or to whom. */
  readonly revision: number
  readonly content: Content
  readonly wanted: 'STORY' | 'NOTHING'
  /** What may be there. Also while nobody knows; null only when certainly nothing is. Tries under way: `asTried`. */
  readonly sent: Sent | null
  /** The revision that the app has confirmed; 0 while none of this generation. */
  readonly done: number
  /** The sealed id of the copy; null until it is known. */
  readonly story: string | null
  /** `consentRev` of the account when the person shared it last: what was taken away since has ended it (`fence.ts`). */
  readonly allowedRev: number
  /** How often it was put, but for the tries that its item in the outbox counts. */
  readonly attempts: number
  /** Why it is not wanted any more, when that was not the person's wish; only a retry or sharing again ends it. */
  readonly failure: Failure | null
}

/**
 * A status that its author shares in other apps: one for each status. `_id` follows from author and status, so that the
 * status finds it by a point read.
 */
export interface CrosspostRow extends WithOutbox {
  /** The sealed ids, and the account it was shared under last; null while only the end of the status is known. */
  readonly author: string | null
  readonly status: string | null
  readonly account: string | null
  /** Random: keys of copies derive from it, so that nobody can guess them. Another one when it comes out of a backup. */
  readonly seed: string
  readonly createdAt: Millis
  /** Of the status: by it everything expires, on read. */
  readonly expiresAt: Millis
  /** The status was deleted: nothing is shared any more. */
  readonly ended: boolean
  /** In the order in which the apps were named first; at most one for each. */
  readonly deliveries: readonly Delivery[]
  /** All media that were taken and not released. */
  readonly media: readonly MediaRef[]
  /**
   * The last acts of the person that are in it, so that a repeated one changes nothing after a later one; sharing stands
   * here once for each app.
   */
  readonly acts: readonly string[]
}

export const CROSSPOSTS: CollectionDefinition<CrosspostRow> = {
  name: 'accounts_crossposts',
  version: 1,
  indexes: [{ name: 'byAccount', eq: ['account'], order: 'createdAt', dir: 'desc' }, OUTBOX_INDEX],
}

/** The delivery to this app, if it was ever named. */
export function deliveryTo({ deliveries }: Pick<CrosspostRow, 'deliveries'>, app: string): Delivery | null {
  return deliveries.find((delivery) => delivery.app === app) ?? null
}

export function isExpired({ expiresAt }: Pick<CrosspostRow, 'expiresAt'>, now: Millis): boolean {
  return now >= expiresAt
}

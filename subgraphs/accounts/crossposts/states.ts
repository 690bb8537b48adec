import type { Millis } from '../../runtime/clock/millis.ts'
import { itemOf } from '../../runtime/outbox/state.ts'
import { taskOf } from './delivery.ts'
import { type CrosspostRow, type Delivery, isExpired } from './rows.ts'

// What a person sees of a cross-post: derived, total, never stored.

export type DeliveryState = 'QUEUED' | 'DELIVERING' | 'LIVE' | 'FAILED' | 'RETRACTING' | 'RETRACTED' | 'EXPIRED'

export type CrosspostState = 'PENDING' | 'LIVE' | 'PARTLY_LIVE' | 'FAILED' | 'RETRACTING' | 'ENDED'

type Whole = Pick<CrosspostRow, 'deliveries' | 'expiresAt' | 'outbox'>

/** How far a delivery is. */
export function deliveryState(
  delivery: Delivery,
  row: Pick<Whole, 'expiresAt' | 'outbox'>,
  now: Millis,
): DeliveryState {
  const { app, wanted, failure, sent, done } = delivery
  const expired = isExpired(row, now)
  // A copy that was there, and could not be edited, is not gone before the app says so.
  const mayShow = sent !== null && done > 0 && !expired
  if (failure !== null) return mayShow ? 'RETRACTING' : 'FAILED'
  if (wanted === 'NOTHING' && sent === null) return 'RETRACTED'
  if (expired) return 'EXPIRED'
  if (wanted === 'NOTHING') return 'RETRACTING'
  if (done > 0) return 'LIVE'
  return (itemOf(row.outbox, app)?.lease ?? null) === null ? 'QUEUED' : 'DELIVERING'
}

/** How all of them together stand. */
export function crosspostState(row: Whole, now: Millis): CrosspostState {
  const states = new Set(row.deliveries.map((delivery) => deliveryState(delivery, row, now)))
  const pending = states.has('QUEUED') || states.has('DELIVERING')
  if (states.has('LIVE')) return pending || states.has('FAILED') ? 'PARTLY_LIVE' : 'LIVE'
  if (pending) return 'PENDING'
  if (states.has('FAILED')) return 'FAILED'
  return states.has('RETRACTING') ? 'RETRACTING' : 'ENDED'
}

/** How often it was tried to put it, the tries under way among them. */
export function attemptsOf(delivery: Delivery, { outbox }: Pick<Whole, 'outbox'>): number {
  const tries = taskOf(delivery) === 'PUT' ? (itemOf(outbox, delivery.app)?.tries ?? 0) : 0
  return delivery.attempts + tries
}

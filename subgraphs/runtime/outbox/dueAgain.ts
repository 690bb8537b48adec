import type { Millis } from '../clock/millis.ts'
import type { OutboxState } from './state.ts'

/**
 * An outbox that comes out of a backup: what waits is due now, as if it had just been put there, and nobody holds a
 * lease. Who held one may have acted since, which a receiver recognises by its keys.
 */
export function dueAgain(outbox: OutboxState, now: Millis): OutboxState {
  const items = Object.keys(outbox.items).map((name) => [name, { due: now, lease: null, tries: 0 }] as const)
  return {
    waiting: items.length > 0,
    due: items.length > 0 ? now : 0,
    turn: outbox.turn + 1,
    items: Object.fromEntries(items),
  }
}

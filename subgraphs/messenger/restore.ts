import type { Millis } from '../runtime/clock/millis.ts'
import { expiryOf, isLive } from '../runtime/lifetimes/livesForADay.ts'
import { itemOperations } from '../runtime/outbox/state.ts'
import { STATUS_ENDED } from './internal/statusEnded.ts'
import type { MessengerStore } from './store.ts'

export { STATUSES } from './store.ts'

/**
 * A status as it comes out of a backup: of one that was deleted accounts is told again, since its cross-post may have been
 * read before it heard of it. Whether it is.
 */
export async function settleStatus(
  { statuses }: Pick<MessengerStore, 'statuses'>,
  statusId: string,
  now: Millis,
): Promise<boolean> {
  const [row = null] = await statuses.getMany([statusId])
  if (row === null || row.expiresAt !== 0 || row.crosspostId === undefined) return false
  if (!isLive({ expiresAt: expiryOf(row.postedAt) }, now)) return false
  await statuses.patch(statusId, {}, itemOperations(STATUS_ENDED, now))
  return true
}

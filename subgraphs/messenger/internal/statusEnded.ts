import { statusEndedOutput } from '../../runtime/crossposts/operations.ts'
import type { InternalCalls } from '../../runtime/internal/client.ts'
import { expiryOf, isLive } from '../../runtime/lifetimes/livesForADay.ts'
import type { OutboxHandler, OutboxWork, Settle } from '../../runtime/outbox/outbox.ts'
import type { StatusRow } from '../rows.ts'
import { type MessengerStore, STATUSES } from '../store.ts'

/** The item in the outbox of a status that was deleted and is shown in other apps: accounts has to be told. */
export const STATUS_ENDED = 'statusEnded'

/**
 * Tells accounts of the end of a status, however long accounts is away, until the status would have expired anyway: by
 * then its copies have ended by themselves.
 */
export function statusEndedHandler(
  { statuses }: Pick<MessengerStore, 'statuses'>,
  internal: InternalCalls,
): OutboxHandler<StatusRow> {
  const settle: Settle<StatusRow> = (_current, outbox) => ({ outbox })

  async function act({ document, now }: OutboxWork<StatusRow>): Promise<Settle<StatusRow>> {
    const { crosspostId, postedAt } = document
    // What it was before it was deleted.
    const expiresAt = expiryOf(postedAt)
    if (crosspostId !== undefined && isLive({ expiresAt }, now)) {
      statusEndedOutput.parse(await internal.call('accounts', 'statusEnded', { crosspostId, expiresAt }))
    }
    return settle
  }

  return { collection: statuses, name: STATUSES, mostTries: Number.MAX_SAFE_INTEGER, act, giveUp: () => settle }
}

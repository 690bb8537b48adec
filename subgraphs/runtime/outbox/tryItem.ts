import type { Clock } from '../clock/clock.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import type { Random } from '../random/random.ts'
import { backoffMs } from './chance.ts'
import type { Claim, ClaimedItem } from './claim.ts'
import type { OutboxFigures, OutboxHandler, OutboxWork, Settle } from './outbox.ts'
import type { SettleItem } from './settle.ts'
import { retryAt, type WithOutbox } from './state.ts'

/** What a try stands on. */
export interface TryParts<D extends WithOutbox> {
  readonly handler: OutboxHandler<D>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly counts: Counts
}

/** Counted up as it happens. */
export type Counts = { -readonly [Count in keyof Omit<OutboxFigures, 'collection'>]: OutboxFigures[Count] }

/** Tries one claimed item and writes what became of it. Never rejects: what cannot be written is tried again later. */
export async function tryItem<D extends WithOutbox>(
  parts: TryParts<D>,
  { claim, item, settle }: { readonly claim: Claim<D>; readonly item: ClaimedItem; readonly settle: SettleItem<D> },
): Promise<void> {
  const { handler, log, counts } = parts
  const work: OutboxWork<D> = { document: claim.document, item: item.name, tries: item.tries, now: claim.now }
  const about = { collection: handler.name, item: item.name, tries: item.tries }
  try {
    try {
      await settle(item.name, await outcomeOf(parts, work, item.spent))
    } catch (error) {
      counts.failed++
      log.error(
        { ...about, error: describeError(error) },
        'the result of a try could not be written; tried again later',
      )
      await settle(item.name, later(parts, work))
    }
  } catch (error) {
    log.warn({ ...about, error: describeError(error) }, 'the store does not answer; tried again when the lease is over')
  }
}

/** How this try is to be settled. Throws only what `giveUp` throws. */
async function outcomeOf<D extends WithOutbox>(
  parts: TryParts<D>,
  work: OutboxWork<D>,
  spent: boolean,
): Promise<Settle<D>> {
  const { handler, log, counts } = parts
  if (spent) return lastOutcome(parts, work, new Error('The last try was begun, but nobody heard how it ended.'))
  try {
    return await handler.act(work)
  } catch (error) {
    counts.failed++
    const about = { collection: handler.name, item: work.item, tries: work.tries, error: describeError(error) }
    log.info(about, 'a try failed')
    return work.tries < handler.mostTries ? later(parts, work) : lastOutcome(parts, work, error)
  } finally {
    counts.tried++
  }
}

function lastOutcome<D extends WithOutbox>(
  { handler, log, counts }: TryParts<D>,
  work: OutboxWork<D>,
  error: unknown,
): Settle<D> {
  counts.givenUp++
  const about = { collection: handler.name, item: work.item, tries: work.tries, error: describeError(error) }
  log.warn(about, 'the last try failed: given up')
  return handler.giveUp(work, error)
}

/** Tries it again after a back-off; needs nothing else of the document to be as it was. */
function later<D extends WithOutbox>({ clock, random }: TryParts<D>, { item, tries }: OutboxWork<D>): Settle<D> {
  const due = clock.wall() + backoffMs(tries, random)
  return ({ outbox }, without) => ({ outbox: outbox === undefined ? without : retryAt(outbox, item, due), guard: {} })
}

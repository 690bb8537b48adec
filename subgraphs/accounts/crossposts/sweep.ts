import type { Clock } from '../../runtime/clock/clock.ts'
import { DAY_MS, type Millis } from '../../runtime/clock/millis.ts'
import type { OutboxHandler } from '../../runtime/outbox/outbox.ts'
import { withItem } from '../../runtime/outbox/state.ts'
import type { PageRequest } from '../../storage/port.ts'
import type { Center } from '../center.ts'
import { type AccountRow, ACCOUNTS } from '../rows.ts'
import { SWEEP_ITEM } from '../store.ts'
import * as changes from './changes.ts'
import { LATER_MS, MOST_TRIES } from './deliver.ts'
import { isBehindFence } from './fence.ts'
import { CROSSPOSTS, type CrosspostRow, isExpired } from './rows.ts'
import { changeCrosspost } from './store.ts'

/** How many cross-posts are read, and written, at once. */
const AT_ONCE = 50

export interface SweepParts extends Pick<Center, 'store' | 'catalogue' | 'nudge'> {
  readonly clock: Clock
}

/** Ends the cross-posts that rest on what an account has taken away: all of them, however many there are. */
export function createSweepHandler(parts: SweepParts): OutboxHandler<AccountRow> {
  return {
    collection: parts.store.accounts,
    name: ACCOUNTS.name,
    mostTries: MOST_TRIES,
    async act({ document: account }) {
      for await (const rows of pagesOf(parts, account._id)) {
        await Promise.all(rows.map((row) => sweepOne(parts, account, row)))
      }
      return (_current, outbox) => ({ outbox, guard: {} })
    },
    // Never given up: it takes away what a person has taken back.
    giveUp: () => (_current, outbox) => ({
      outbox: withItem(outbox, SWEEP_ITEM, parts.clock.wall() + LATER_MS),
      guard: {},
    }),
  }
}

/**
 * By the fence alone: whether sharing is allowed now is no matter, since what was shared on a later yes than this account
 * has seen must stay.
 */
async function sweepOne({ store, catalogue, clock, nudge }: SweepParts, account: AccountRow, { _id }: CrosspostRow) {
  const now = clock.wall()
  const swept = await changeCrosspost(store.crossposts, _id, (row) => {
    if (row === null || row.account !== account._id || isExpired(row, now)) return GONE
    return { ok: true, next: changes.sweep(row, (delivery) => isBehindFence(delivery, account, catalogue), now) }
  })
  if (swept.ok) nudge(CROSSPOSTS.name, _id)
}

const GONE = { ok: false, code: 'GONE' } as const

/** The cross-posts of an account whose statuses can be live: a status is older than its cross-post, and lives a day. */
async function* pagesOf({ store, clock }: SweepParts, account: string): AsyncGenerator<readonly CrosspostRow[]> {
  const oldest: Millis = clock.wall() - 2 * DAY_MS
  let request: PageRequest = { limit: AT_ONCE, range: { gt: oldest } }
  for (;;) {
    const { items, hasMore } = await store.crossposts.page('byAccount', { account }, request)
    yield items
    const last = items.at(-1)
    if (!hasMore || last === undefined) return
    request = { ...request, after: { order: last.createdAt, id: last._id } }
  }
}

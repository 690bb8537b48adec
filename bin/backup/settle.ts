import { SETTLED, settleAccount, settleCrosspost, settleRequest } from '../../subgraphs/accounts/restore.ts'
import type { AccountsStore } from '../../subgraphs/accounts/store.ts'
import * as messenger from '../../subgraphs/messenger/restore.ts'
import { openMessengerStore } from '../../subgraphs/messenger/store.ts'
import * as photo from '../../subgraphs/photo/restore.ts'
import { openPhotoStore } from '../../subgraphs/photo/store.ts'
import * as social from '../../subgraphs/social/restore.ts'
import { openSocialStore } from '../../subgraphs/social/store.ts'
import type { Snapshot } from '../../subgraphs/storage/port.ts'
import type { Restored, RestoreTarget } from './restore.ts'

/** Brings the documents of a backup, all of which are loaded, to what must hold after it. Nobody else may be at work. */
export async function settle(target: RestoreTarget, { store, restored, progress }: Settling): Promise<void> {
  const snapshot = await target.storage.snapshot()
  const settlers = [accountsOf(target, store, restored), ...others(target, store, restored)]
  const names = new Set(settlers.map(({ collection }) => collection))
  const sizes = snapshot.collections.filter(({ name }) => names.has(name)).map(({ documents }) => documents)
  const total = sizes.reduce((sum, documents) => sum + documents, 0)
  let done = 0
  try {
    for (const { collection, settleOne, atOnce } of settlers) {
      for await (const ids of idsIn(snapshot, collection, atOnce)) {
        await Promise.all(ids.map(settleOne))
        progress(Math.min((done += ids.length), total), total)
      }
    }
  } finally {
    snapshot.close()
  }
}

export interface Settling {
  readonly store: AccountsStore
  /** What is done is counted here. */
  readonly restored: Restored
  /** Told how many documents are settled, of how many. */
  readonly progress: (done: number, total: number) => void
}

/** One after the other: two of them may have the same profile. */
function accountsOf({ catalogue, clock }: RestoreTarget, store: AccountsStore, restored: Restored): Settler {
  // Nobody works here yet: what is put into outboxes waits for the first start.
  const keeping = { store, catalogue, nudge: () => undefined }
  const settleOne = async (id: string): Promise<void> => {
    const settled = await settleAccount(keeping, id, clock.wall())
    restored.accounts++
    restored.pausedLinks += settled.pausedLinks
    restored.waitingConsents += settled.waitingConsents
    restored.endedLinks += settled.endedLinks
  }
  return { collection: SETTLED.accounts, settleOne, atOnce: 1 }
}

interface Settler {
  readonly collection: string
  readonly settleOne: (id: string) => Promise<unknown>
  readonly atOnce: number
}

/** What is settled document by document, each by itself. */
function others(target: RestoreTarget, store: AccountsStore, restored: Restored): readonly Settler[] {
  const { storage, clock, random } = target
  const [ofMessenger, ofPhoto, ofSocial] = [
    openMessengerStore(storage),
    openPhotoStore(storage),
    openSocialStore(storage),
  ]
  const counting = (what: 'endedRequests' | 'endedCopies', settleOne: (id: string) => Promise<boolean>) => {
    return async (id: string): Promise<void> => {
      if (await settleOne(id)) restored[what]++
    }
  }
  const now = clock.wall()
  const each = (collection: string, settleOne: Settler['settleOne']): Settler => {
    return { collection, settleOne, atOnce: AT_ONCE }
  }
  return [
    each(
      SETTLED.requests,
      counting('endedRequests', (id) => settleRequest(store, id)),
    ),
    each(SETTLED.crossposts, (id) => settleCrosspost(store, id, { seed: random.id(), now })),
    each(messenger.STATUSES, (id) => messenger.settleStatus(ofMessenger, id, now)),
    each(
      photo.STORIES,
      counting('endedCopies', (id) => photo.settleStory(ofPhoto, id)),
    ),
    each(
      social.STORIES,
      counting('endedCopies', (id) => social.settleStory(ofSocial, id)),
    ),
  ]
}

/** How many documents are settled at once: no more than a store's driver has connections. */
const AT_ONCE = 50

async function* idsIn(snapshot: Snapshot, collection: string, atOnce: number): AsyncGenerator<readonly string[]> {
  let after: string | null = null
  for (;;) {
    const rows = await snapshot.scan(collection, after, atOnce)
    if (rows.length === 0) return
    yield rows.map(({ document }) => document._id)
    after = rows.at(-1)!.document._id
  }
}

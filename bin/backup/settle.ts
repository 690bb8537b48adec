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
export async function settle(target: RestoreTarget, store: AccountsStore, restored: Restored): Promise<void> {
  const snapshot = await target.storage.snapshot()
  try {
    await settleAccounts(target, store, { restored, snapshot })
    for (const { collection, settleOne } of others(target, store, restored)) {
      for await (const ids of idsIn(snapshot, collection)) await Promise.all(ids.map(settleOne))
    }
  } finally {
    snapshot.close()
  }
}

interface Settling {
  readonly restored: Restored
  readonly snapshot: Snapshot
}

/** One after the other: two of them may have the same profile. */
async function settleAccounts({ catalogue, clock }: RestoreTarget, store: AccountsStore, settling: Settling) {
  const { restored, snapshot } = settling
  // Nobody works here yet: what is put into outboxes waits for the first start.
  const keeping = { store, catalogue, nudge: () => undefined }
  for await (const ids of idsIn(snapshot, SETTLED.accounts)) {
    for (const id of ids) {
      const settled = await settleAccount(keeping, id, clock.wall())
      restored.accounts++
      restored.pausedLinks += settled.pausedLinks
      restored.waitingConsents += settled.waitingConsents
      restored.endedLinks += settled.endedLinks
    }
  }
}

interface Settler {
  readonly collection: string
  readonly settleOne: (id: string) => Promise<unknown>
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
  return [
    { collection: SETTLED.requests, settleOne: counting('endedRequests', (id) => settleRequest(store, id)) },
    {
      collection: SETTLED.crossposts,
      settleOne: (id) => settleCrosspost(store, id, { seed: random.id(), now: clock.wall() }),
    },
    { collection: messenger.STATUSES, settleOne: (id) => messenger.settleStatus(ofMessenger, id, clock.wall()) },
    { collection: photo.STORIES, settleOne: counting('endedCopies', (id) => photo.settleStory(ofPhoto, id)) },
    { collection: social.STORIES, settleOne: counting('endedCopies', (id) => social.settleStory(ofSocial, id)) },
  ]
}

/** How many documents are settled at once. */
const AT_ONCE = 200

async function* idsIn(snapshot: Snapshot, collection: string): AsyncGenerator<readonly string[]> {
  let after: string | null = null
  for (;;) {
    const rows = await snapshot.scan(collection, after, AT_ONCE)
    if (rows.length === 0) return
    yield rows.map(({ document }) => document._id)
    after = rows.at(-1)!.document._id
  }
}

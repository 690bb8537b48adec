import { type Activity, openActivity } from '../runtime/activity/activity.ts'
import { type BlockRow, blocksIn } from '../runtime/blocks/blocks.ts'
import { KEPT_INDEX } from '../runtime/lifetimes/sweeper.ts'
import { OUTBOX_INDEX } from '../runtime/outbox/state.ts'
import type { Collection, CollectionDefinition, Storage } from '../storage/port.ts'
import type { ContactRow, CreationRow, HandleRow, ProfileRow, StatusRow, StatusViewRow } from './rows.ts'

/** The collections of the messenger, as narrow as it uses them. */
export interface MessengerStore {
  readonly profiles: Collection<ProfileRow>
  readonly handles: Collection<HandleRow>
  readonly creations: Collection<CreationRow>
  readonly statuses: Collection<StatusRow>
  readonly statusViews: Collection<StatusViewRow>
  readonly contacts: Collection<ContactRow>
  readonly blocks: Collection<BlockRow>
  /** Who was active, for the figure that the app publishes. */
  readonly activity: Activity
}

const profiles: CollectionDefinition<ProfileRow> = { name: 'messenger_profiles', version: 1, indexes: [] }

const handles: CollectionDefinition<HandleRow> = { name: 'messenger_handles', version: 1, indexes: [] }

const creations: CollectionDefinition<CreationRow> = { name: 'messenger_creations', version: 1, indexes: [] }

/** The name of their collection, by which their outbox is nudged. */
export const STATUSES = 'messenger_statuses'

const statuses: CollectionDefinition<StatusRow> = {
  name: STATUSES,
  version: 1,
  // Every status lives equally long: the last to expire is the newest, and the living ones are one range.
  indexes: [{ name: 'byAuthor', eq: ['authorId'], order: 'expiresAt', dir: 'desc' }, OUTBOX_INDEX, KEPT_INDEX],
}

const statusViews: CollectionDefinition<StatusViewRow> = {
  name: 'messenger_status_views',
  version: 1,
  indexes: [{ name: 'byStatus', eq: ['statusId'], order: 'viewedAt', dir: 'desc' }],
}

const contacts: CollectionDefinition<ContactRow> = {
  name: 'messenger_contacts',
  version: 1,
  indexes: [{ name: 'byOwner', eq: ['ownerId'], order: 'addedAt', dir: 'desc' }],
}

const blocks = blocksIn('messenger_blocks')

export function openMessengerStore(storage: Storage): MessengerStore {
  return {
    profiles: storage.collection(profiles),
    handles: storage.collection(handles),
    creations: storage.collection(creations),
    statuses: storage.collection(statuses),
    statusViews: storage.collection(statusViews),
    contacts: storage.collection(contacts),
    blocks: storage.collection(blocks),
    activity: openActivity(storage, 'messenger'),
  }
}

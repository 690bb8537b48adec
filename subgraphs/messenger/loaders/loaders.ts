import type DataLoader from 'dataloader'
import type { BlockRow } from '../../runtime/blocks/blocks.ts'
import type { Activity } from '../../runtime/activity/activity.ts'
import { createPageLoader, type PageLoader } from '../../runtime/connections/pageLoader.ts'
import { byId } from '../../runtime/loaders/batched.ts'
import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'
import type { ContactRow, HandleRow, ProfileRow, StatusRow, StatusViewRow } from '../rows.ts'
import type { MessengerStore } from '../store.ts'
import { createRelationLoader, type RelationLoader } from './relationLoader.ts'

/** All reads of one request go through these, so that a list costs as many store calls as one item. */
export interface Loaders {
  readonly profile: DataLoader<string, ProfileRow | null>
  /** By normalised handle. */
  readonly handle: DataLoader<string, HandleRow | null>
  readonly status: DataLoader<string, StatusRow | null>
  /** Between the viewer and this profile. */
  readonly relation: RelationLoader
  /** By author; living ones only. Who may see them is a rule's business. */
  readonly statuses: PageLoader<StatusRow>
  /** By status. */
  readonly views: PageLoader<StatusViewRow>
  /** By owner. */
  readonly contacts: PageLoader<ContactRow>
  /** By blocker. */
  readonly blocks: PageLoader<BlockRow>
  /** Notes who acts. */
  readonly activity: Activity
  /** After a write: what was read before it is read again. */
  forget(): void
}

export function createLoaders(store: MessengerStore, context: Omit<SubgraphContext<never>, 'load'>): Loaders {
  const loaders = {
    profile: byId(store.profiles),
    handle: byId(store.handles),
    status: byId(store.statuses),
    relation: createRelationLoader(store, context.viewer?.local ?? null),
    statuses: createPageLoader(store.statuses, {
      name: 'byAuthor',
      owner: 'authorId',
      order: 'expiresAt',
      range: { gt: context.now },
    }),
    views: createPageLoader(store.statusViews, { name: 'byStatus', owner: 'statusId', order: 'viewedAt' }),
    contacts: createPageLoader(store.contacts, { name: 'byOwner', owner: 'ownerId', order: 'addedAt' }),
    blocks: createPageLoader(store.blocks, { name: 'byBlocker', owner: 'blockerId', order: 'blockedAt' }),
  }
  return {
    ...loaders,
    activity: store.activity,
    forget() {
      for (const loader of Object.values(loaders)) loader.clearAll()
    },
  }
}

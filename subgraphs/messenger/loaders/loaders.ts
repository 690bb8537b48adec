import DataLoader from 'dataloader'
import { positionBy } from '../../runtime/connections/connections.ts'
import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'
import type { Collection, StoredDocument } from '../../storage/port.ts'
import type { BlockRow, ContactRow, HandleRow, ProfileRow, StatusRow, StatusViewRow } from '../rows.ts'
import type { MessengerStore } from '../store.ts'
import { createPageLoader, type PageLoader } from './pageLoader.ts'
import { type OwnedIndex, pageOfEach } from './pageOfEach.ts'
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
  /** After a write: what was read before it is read again. */
  forget(): void
}

const STATUSES: OwnedIndex<StatusRow> = { name: 'byAuthor', owner: 'authorId', position: positionBy('expiresAt') }
const VIEWS: OwnedIndex<StatusViewRow> = { name: 'byStatus', owner: 'statusId', position: positionBy('viewedAt') }
const CONTACTS: OwnedIndex<ContactRow> = { name: 'byOwner', owner: 'ownerId', position: positionBy('addedAt') }
const BLOCKS: OwnedIndex<BlockRow> = { name: 'byBlocker', owner: 'blockerId', position: positionBy('blockedAt') }

export function createLoaders(store: MessengerStore, context: Omit<SubgraphContext<never>, 'load'>): Loaders {
  const living = { range: { gt: context.now } }
  const loaders = {
    profile: byId(store.profiles),
    handle: byId(store.handles),
    status: byId(store.statuses),
    relation: createRelationLoader(store, context.viewer?.local ?? null),
    statuses: createPageLoader<StatusRow>((authors, request) =>
      pageOfEach(store.statuses, STATUSES, authors, { ...request, ...living }),
    ),
    views: createPageLoader<StatusViewRow>((statuses, request) =>
      pageOfEach(store.statusViews, VIEWS, statuses, request),
    ),
    contacts: createPageLoader<ContactRow>((owners, request) => pageOfEach(store.contacts, CONTACTS, owners, request)),
    blocks: createPageLoader<BlockRow>((blockers, request) => pageOfEach(store.blocks, BLOCKS, blockers, request)),
  }
  return {
    ...loaders,
    forget() {
      for (const loader of Object.values(loaders)) loader.clearAll()
    },
  }
}

function byId<D extends StoredDocument>(collection: Collection<D>): DataLoader<string, D | null> {
  return new DataLoader((ids) => collection.getMany(ids), { maxBatchSize: 1_000 })
}

import type DataLoader from 'dataloader'
import { NO_BLOCK, pairId, readBlocks } from '../../runtime/blocks/blocks.ts'
import { batched } from '../../runtime/loaders/batched.ts'
import { type Relation, SELF, STRANGER } from '../rules/relation.ts'
import type { MessengerStore } from '../store.ts'

export type RelationLoader = DataLoader<string, Relation>

/** What the viewer and each of these profiles are to one another: two store calls for any number of profiles. */
export function createRelationLoader(store: MessengerStore, viewer: string | null): RelationLoader {
  async function readAll(profileIds: readonly string[]): Promise<Relation[]> {
    if (viewer === null) return profileIds.map(() => STRANGER)
    const others = profileIds.filter((id) => id !== viewer)
    const relations = others.length === 0 ? [] : await readRelations(store, viewer, others)
    const byId = new Map(others.map((id, index) => [id, relations[index] ?? STRANGER]))
    return profileIds.map((id) => byId.get(id) ?? SELF)
  }

  return batched(readAll)
}

/** As stored now, for rules that must not act on what a loader remembers. */
export async function readRelation(store: MessengerStore, viewer: string, other: string): Promise<Relation> {
  if (viewer === other) return SELF
  const [relation] = await readRelations(store, viewer, [other])
  return relation ?? STRANGER
}

async function readRelations(store: MessengerStore, viewer: string, others: readonly string[]): Promise<Relation[]> {
  const pairs = [...others.map((other) => pairId(viewer, other)), ...others.map((other) => pairId(other, viewer))]
  const [contacts, blocks] = await Promise.all([
    store.contacts.getMany(pairs),
    readBlocks(store.blocks, viewer, others),
  ])
  const isThere = (index: number): boolean => (contacts[index] ?? null) !== null
  return others.map((_, index) => ({
    self: false,
    added: isThere(index),
    addedBack: isThere(index + others.length),
    block: blocks[index] ?? NO_BLOCK,
  }))
}

import DataLoader from 'dataloader'
import { pairId } from '../rows.ts'
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

  return new DataLoader(readAll, { maxBatchSize: 1_000 })
}

/** As stored now, for rules that must not act on what a loader remembers. */
export async function readRelation(store: MessengerStore, viewer: string, other: string): Promise<Relation> {
  if (viewer === other) return SELF
  const [relation] = await readRelations(store, viewer, [other])
  return relation ?? STRANGER
}

async function readRelations(store: MessengerStore, viewer: string, others: readonly string[]): Promise<Relation[]> {
  const pairs = [...others.map((other) => pairId(viewer, other)), ...others.map((other) => pairId(other, viewer))]
  const [contacts, blocks] = await Promise.all([store.contacts.getMany(pairs), store.blocks.getMany(pairs)])
  return others.map((_, index) => ({
    self: false,
    added: exists(contacts[index]),
    addedBack: exists(contacts[index + others.length]),
    blocked: exists(blocks[index]),
    blockedBack: exists(blocks[index + others.length]),
  }))
}

function exists(row: object | null | undefined): boolean {
  return row !== null && row !== undefined
}

import { countCalls } from '../../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Collection, StoredDocument } from '../../../../subgraphs/storage/port.ts'

/** What lists of the tests hold: notes of several owners, the latest first. */
export interface Note extends StoredDocument {
  readonly owner: string
  readonly at: number
  readonly state: string
  /** Whom it is about. */
  readonly about: readonly string[]
}

export interface Shelf {
  readonly collection: Collection<Note>
  /** How many pages were read. */
  readonly reads: () => number
  /** The `limit` of each of them. */
  readonly asked: () => readonly number[]
}

/** A collection with these notes in it: `n0`, `n1` and so on. */
export async function shelf(notes: readonly (Pick<Note, 'owner' | 'at'> & Partial<Note>)[]): Promise<Shelf> {
  const counted = countCalls(createMemoryStorage())
  const collection = counted.storage.collection<Note>({
    name: 'notes',
    version: 1,
    indexes: [
      { name: 'byOwner', eq: ['owner'], order: 'at', dir: 'desc' },
      { name: 'byOwnerAndState', eq: ['owner', 'state'], order: 'at', dir: 'desc' },
      { name: 'byAbout', eq: ['about'], order: 'at', dir: 'desc' },
    ],
  })
  for (const [index, note] of notes.entries()) {
    await collection.insert({ _id: `n${index}`, state: 'open', about: [], ...note })
  }
  const limits: number[] = []
  const observed: Collection<Note> = {
    ...collection,
    page: (index, eq, request) => {
      limits.push(request.limit)
      return collection.page(index, eq, request)
    },
  }
  return { collection: observed, reads: () => counted.calls()['notes.page'] ?? 0, asked: () => limits }
}

export const written = (owner: string, times: number, at: number) =>
  Array.from({ length: times }, () => ({ owner, at }))

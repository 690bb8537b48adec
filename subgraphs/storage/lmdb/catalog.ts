import { createHash } from 'node:crypto'
import type { CollectionDefinition, IndexDefinition, StoredDocument } from '../port.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import { compileIndex } from '../document/indexes.ts'
import type { Environment } from './environment.ts'
import { storeDamaged } from './errors.ts'
import { catalogKey, documentPrefix, entryPrefix } from './keys.ts'

/**
 * What exists in the store, written in it, because processes of different releases may have it open at once: a process
 * must keep the indexes that another one added a moment ago. Each write therefore compares the digest of the stored
 * catalog with that of the one it knows (one read of a few bytes) and reads it anew when they differ. A digest, because
 * a counter would be wrong after a transaction that counted it up was rolled back.
 */
export interface Catalog {
  /** What is stored of this collection; undefined when it was never opened. Inside `read` or `write` only. */
  shelf(name: string): Shelf | undefined
  /** All collections. Inside `read` or `write` only. */
  shelves(): readonly Shelf[]
  /** Adds the collection and its missing indexes, built up to `builtTo`. Inside `write` only. */
  add<D extends StoredDocument>(definition: CollectionDefinition<D>, builtTo: typeof DONE | null): Shelf
  /** Notes how far an index is built: up to and including this document key, or `done`. Inside `write` only. */
  progress(space: IndexSpace, builtTo: string): void
  /** Forgets an index that cannot be built. Its entries must be gone. Inside `write` only. */
  forget(space: IndexSpace): void
}

/** Mark of an index that is built. No document key is empty. */
export const DONE = ''

export interface Shelf {
  readonly name: string
  /** The first bytes of its document keys. */
  readonly prefix: string
  readonly spaces: readonly IndexSpace[]
}

/** An index as it lies in the store, shared by all definitions of the same shape, whatever they call it. */
export interface IndexSpace {
  readonly shape: string
  /** The first bytes of its entry keys. */
  readonly prefix: string
  readonly index: CompiledIndex
  /** The last document key whose entries are there; `DONE` when all are; null when none is. */
  readonly builtTo: string | null
}

interface StoredCatalog {
  last: number
  collections: { name: string; number: number; indexes: StoredIndex[] }[]
}

interface StoredIndex {
  number: number
  definition: IndexDefinition
  builtTo: string | null
}

/** What makes two indexes one: name and direction do not change what is stored. */
export function shapeOf({ eq, order, unique }: IndexDefinition): string {
  return JSON.stringify([eq, order ?? null, unique === true])
}

const DIGEST = catalogKey('digest')
const COLLECTIONS = catalogKey('collections')

export function createCatalog({ database }: Environment): Catalog {
  let digest: string | undefined = ''
  let stored: StoredCatalog = { last: 0, collections: [] }
  let shelves = new Map<string, Shelf>()

  const refresh = (): void => {
    const newest = database.get(DIGEST)
    if (newest === digest) return
    digest = newest
    stored = JSON.parse(database.get(COLLECTIONS) ?? '{"last":0,"collections":[]}') as StoredCatalog
    shelves = new Map(stored.collections.map((collection) => [collection.name, shelfOf(collection)]))
  }
  const change = (edit: (next: StoredCatalog) => void): void => {
    refresh()
    const next = structuredClone(stored)
    edit(next)
    const text = JSON.stringify(next)
    void database.put(COLLECTIONS, text)
    void database.put(DIGEST, createHash('sha256').update(text).digest('base64url'))
  }

  return {
    shelf(name) {
      refresh()
      return shelves.get(name)
    },
    shelves() {
      refresh()
      return [...shelves.values()]
    },
    add(definition, builtTo) {
      change((next) => addCollection(next, definition, builtTo))
      refresh()
      return shelves.get(definition.name)!
    },
    progress(space, builtTo) {
      change((next) => (find(next, space).index.builtTo = builtTo))
    },
    forget(space) {
      change((next) => {
        const { collection, index } = find(next, space)
        collection.indexes.splice(collection.indexes.indexOf(index), 1)
      })
    },
  }
}

function shelfOf({ name, number, indexes }: StoredCatalog['collections'][number]): Shelf {
  const spaces = indexes.map(({ number: own, definition, builtTo }) => ({
    shape: shapeOf(definition),
    prefix: entryPrefix(own),
    index: compileIndex(definition),
    builtTo,
  }))
  return { name, prefix: documentPrefix(number), spaces }
}

function addCollection<D extends StoredDocument>(
  next: StoredCatalog,
  definition: CollectionDefinition<D>,
  builtTo: typeof DONE | null,
): void {
  let collection = next.collections.find(({ name }) => name === definition.name)
  if (collection === undefined) {
    collection = { name: definition.name, number: ++next.last, indexes: [] }
    next.collections.push(collection)
  }
  const shapes = new Set(collection.indexes.map((index) => shapeOf(index.definition)))
  for (const index of definition.indexes) {
    if (shapes.has(shapeOf(index))) continue
    shapes.add(shapeOf(index))
    collection.indexes.push({ number: ++next.last, definition: index, builtTo })
  }
}

function find(
  next: StoredCatalog,
  space: IndexSpace,
): { collection: StoredCatalog['collections'][number]; index: StoredIndex } {
  for (const collection of next.collections) {
    const index = collection.indexes.find(({ number }) => entryPrefix(number) === space.prefix)
    if (index !== undefined) return { collection, index }
  }
  throw storeDamaged(`the index ${space.shape} is not in its catalog any more`)
}

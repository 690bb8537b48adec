import { afterEach, beforeEach, expect } from 'vitest'
import type {
  Collection,
  CollectionDefinition,
  IndexDefinition,
  NewDocument,
  Page,
  Position,
  Scalar,
  Storage,
  StorageErrorCode,
  StoredDocument,
  WholeStorage,
  WrittenVersion,
} from '../../../subgraphs/storage/port.ts'
import { StorageError } from '../../../subgraphs/storage/port.ts'

/** How the suite comes to a store of an adapter. */
export interface StorageAdapter {
  readonly name: string
  /**
   * For a stand-in of a database whose strings order otherwise than those of the database: what depends on the order of
   * characters beyond U+FFFF is then left out, by name. Default: by their UTF-8 bytes, as the port wants it.
   */
  readonly ordersStringsBy?: 'UTF-16'
  /** Whether it tells of changes; a server may have none where another of its kind has. Default: it does not. */
  readonly tellsChanges?: boolean
  /** An empty store of its own. `written`: the version that documents are written in; default: of each definition. */
  open(written?: WrittenVersion): Promise<OpenedStore>
}

export interface OpenedStore {
  readonly storage: WholeStorage
  /** Opens the same data once more, beside the first or after it was closed; absent when nothing outlives a store. */
  reopen?(): Promise<WholeStorage>
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>
}

/** A document of the suite: whatever fields a case needs. */
export interface Post extends StoredDocument {
  readonly [field: string]: unknown
}

export type NewPost = { readonly _id: string; readonly [field: string]: unknown }

/** What a case is told of its store. */
export interface Setting {
  readonly storage: WholeStorage
  readonly store: OpenedStore
  /** The posts: by author, newest first; by tag; by their unique slug. */
  readonly posts: Posts
  /** A collection of its own with these indexes. */
  collection(indexes: readonly IndexDefinition[], definition?: Partial<CollectionDefinition<Post>>): Posts
}

/** A collection that takes the loose documents of the suite. */
export type Posts = Omit<Collection<Post>, 'insert' | 'replace'> & {
  insert(document: NewPost): Promise<'inserted' | 'conflict'>
  replace(next: NewPost, expectedRev: number): Promise<'replaced' | 'conflict'>
}

export const postIndexes: readonly IndexDefinition[] = [
  { name: 'byAuthor', eq: ['author'], order: 'at', dir: 'desc' },
  { name: 'byAuthorAsc', eq: ['author'], order: 'at' },
  { name: 'byTag', eq: ['tags'], order: 'at', dir: 'desc' },
  { name: 'all', eq: [] },
]

export const slugIndex: IndexDefinition = { name: 'bySlug', eq: ['slug'], unique: true }

/** Registers a fresh store for each case of the surrounding `describe`. */
export function useStore(adapter: StorageAdapter, written?: WrittenVersion): () => Setting {
  let setting: Setting
  let opened: OpenedStore
  beforeEach(async () => {
    opened = await adapter.open(written)
    setting = createSetting(opened)
  })
  afterEach(() => opened.dispose())
  return () => setting
}

export function createSetting(store: OpenedStore): Setting {
  let made = 0
  const collection: Setting['collection'] = (indexes, definition = {}) =>
    loose(store.storage, { name: `collection${++made}`, version: 1, indexes, ...definition })
  return { storage: store.storage, store, collection, posts: collection(postIndexes, { name: 'posts' }) }
}

export function loose(storage: Storage, definition: CollectionDefinition<Post>): Posts {
  return storage.collection(definition)
}

/** A post with defaults. */
export function post(_id: string, fields: Record<string, unknown> = {}): NewPost {
  return { _id, author: 'ana', at: 1, tags: [], ...fields }
}

export async function insertAll(posts: Posts, documents: readonly NewPost[]): Promise<void> {
  const answers = await Promise.all(documents.map((document) => posts.insert(document)))
  expect(new Set(answers)).toEqual(new Set(documents.length === 0 ? [] : ['inserted']))
}

export async function one(posts: Posts, id: string): Promise<Post | null> {
  const [document] = await posts.getMany([id])
  return document ?? null
}

export function idsOf(page: Page<Post>): string[] {
  return page.items.map(({ _id }) => _id)
}

/** Where the page ended, for an index ordered by `field`. */
export function endOf(page: Page<Post>, field: string | null): Position {
  const last = page.items.at(-1)!
  return { order: field === null ? null : ((last[field] ?? null) as Scalar), id: last._id }
}

/** Runs through all pages of a query and answers the ids. `between` runs after each page. */
export async function walk(
  posts: Posts,
  index: string,
  eq: Parameters<Posts['page']>[1],
  options: { order: string | null; limit: number; range?: object; between?: () => Promise<unknown> },
): Promise<string[]> {
  const ids: string[] = []
  let after: Position | undefined
  for (;;) {
    const range = options.range === undefined ? {} : { range: options.range }
    const request = { limit: options.limit, ...range, ...(after === undefined ? {} : { after }) }
    const page = await posts.page(index, eq, request)
    ids.push(...idsOf(page))
    if (!page.hasMore) return ids
    after = endOf(page, options.order)
    await options.between?.()
  }
}

/** Expects the call to be refused with this code and a message that matches. */
export async function expectRefusal(
  call: Promise<unknown> | (() => unknown),
  code: StorageErrorCode,
  message: RegExp = /./,
): Promise<void> {
  const error = await Promise.resolve()
    .then(() => (typeof call === 'function' ? call() : call))
    .then(
      () => expect.fail('The call was not refused'),
      (thrown: unknown) => thrown,
    )
  expect(error).toBeInstanceOf(StorageError)
  expect((error as StorageError).message).toMatch(message)
  expect((error as StorageError).code).toBe(code)
}

/** For documents that the types would refuse. */
export function wrong(value: unknown): NewDocument<Post> & NewPost {
  return value as NewDocument<Post> & NewPost
}

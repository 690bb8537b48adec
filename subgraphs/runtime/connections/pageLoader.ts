import DataLoader from 'dataloader'
import type { Collection, Equality, Page, PageRequest, StoredDocument } from '../../storage/port.ts'
import { positionBy } from './connections.ts'

/** An index in which the lists of many owners lie side by side, for example the photos of each author. */
export interface ListIndex<D extends StoredDocument> {
  readonly name: string
  /** The `eq` field of the index that says whose list a document is in; an array where it is in several. */
  readonly owner: keyof D & string
  /** The `order` field of the index. Default: it has none. */
  readonly order?: keyof D & string
  /** What the index's other `eq` fields equal. Default: it has no others. */
  readonly fixed?: Equality
  /** Bounds on `order` for every page of these lists. Default: none. */
  readonly range?: PageRequest['range']
}

/** A page of one owner's list. */
export interface OwnedPage {
  readonly owner: string
  readonly request: PageRequest
}

export type PageLoader<D> = DataLoader<OwnedPage, Page<D>, string>

/**
 * Collects the pages that one tick asks for, and reads those with the same request together: a list of people with a
 * list each costs one store call where these are about equally long, not one per person.
 */
export function createPageLoader<D extends StoredDocument>(
  collection: Collection<D>,
  index: ListIndex<D>,
): PageLoader<D> {
  async function readAll(keys: readonly OwnedPage[]): Promise<Page<D>[]> {
    const pages = new Map<string, Page<D>>()
    const reads = sameRequests(keys).map(async ({ owners, request }) => {
      for (const [owner, page] of await pageOfEach(collection, index, owners, request)) {
        pages.set(keyOf({ owner, request }), page)
      }
    })
    await Promise.all(reads)
    return keys.map((key) => pages.get(keyOf(key)) ?? { items: [], hasMore: false })
  }

  return new DataLoader(readAll, { cacheKeyFn: keyOf, maxBatchSize: 1_000 })
}

function sameRequests(keys: readonly OwnedPage[]): { owners: string[]; request: PageRequest }[] {
  const groups = new Map<string, { owners: string[]; request: PageRequest }>()
  for (const { owner, request } of keys) {
    const name = JSON.stringify(request)
    const group = groups.get(name)
    if (group) group.owners.push(owner)
    else groups.set(name, { owners: [owner], request })
  }
  return [...groups.values()]
}

function keyOf({ owner, request }: OwnedPage): string {
  return JSON.stringify([owner, request])
}

/** The port allows 1,000 documents a page. */
const MOST_AT_ONCE = 1_000
/** Where the lists lie so unevenly that these are not enough, merging would go on owner by owner. */
const MOST_MERGED_READS = 3

/**
 * The same page of several owners' lists. They are read merged: one store call where the owners have about equally much,
 * a further one while somebody's page is not full and others' entries were in the way. What is missing even then is read
 * at once, each list by itself. One owner alone reads no more than is asked for.
 */
export async function pageOfEach<D extends StoredDocument>(
  collection: Collection<D>,
  index: ListIndex<D>,
  owners: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<D>>> {
  const { name, owner, fixed, range } = index
  const read: Read<D> = (whose, part) =>
    collection.page(name, { ...fixed, [owner]: whose }, { ...part, ...(range && { range }) })
  const [only] = owners
  if (only === undefined) return new Map()
  if (owners.length === 1) return new Map([[only, await read(only, request)]])

  const lists = new Map<string, D[]>(owners.map((each) => [each, []]))
  const { waiting, part } = await readMerged(read, index, lists, request)
  const rest = waiting.map(async ({ owner: each, missing }) => {
    const page = await read(each, { ...part, limit: missing })
    lists.get(each)?.push(...page.items)
  })
  await Promise.all(rest)
  return new Map([...lists].map(([each, items]) => [each, cut(items, request.limit)]))
}

type Read<D> = (whose: string | readonly string[], part: PageRequest) => Promise<Page<D>>

/** Fills the lists as far as merged reads do; answers whose are not full then, and from where on. */
async function readMerged<D extends StoredDocument>(
  read: Read<D>,
  { owner, order }: ListIndex<D>,
  lists: ReadonlyMap<string, D[]>,
  request: PageRequest,
) {
  // One more than shown tells whether more follows.
  const missingIn = (each: string): number => request.limit + 1 - (lists.get(each)?.length ?? 0)
  const position = positionBy<D>(order)
  let waiting = [...lists.keys()]
  let part = request
  for (let reads = 0; waiting.length > 0 && reads < MOST_MERGED_READS; reads++) {
    const limit = Math.min(MOST_AT_ONCE, waiting.length * (request.limit + 1))
    const page = await read(waiting, { ...part, limit })
    for (const item of page.items) {
      for (const each of [item[owner]].flat()) lists.get(String(each))?.push(item)
    }
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) return { waiting: [], part }
    waiting = waiting.filter((each) => missingIn(each) > 0)
    part = { ...request, after: position(last) }
  }
  return { waiting: waiting.map((each) => ({ owner: each, missing: missingIn(each) })), part }
}

function cut<D>(items: readonly D[], limit: number): Page<D> {
  return { items: items.slice(0, limit), hasMore: items.length > limit }
}

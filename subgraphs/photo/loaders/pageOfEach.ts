import DataLoader from 'dataloader'
import type { Collection, Equality, Page, PageRequest, Position, StoredDocument } from '../../storage/port.ts'

/** An index that orders the lists of many owners, for example the photos of each author. */
export interface ListIndex<D extends StoredDocument> {
  readonly name: string
  /** The `eq` field that says whose list it is. */
  readonly owner: keyof D & string
  /** What the index's other `eq` fields equal. Default: it has no others. */
  readonly fixed?: Equality
  readonly position: (document: D) => Position
}

/** A page of one owner's list. */
export interface PageKey {
  readonly owner: string
  readonly request: PageRequest
}

export type PageLoader<D> = DataLoader<PageKey, Page<D>, string>

/**
 * Collects the pages that one tick asks for, and reads those with the same request together: a list of people with a
 * list each costs one store call where these are about equally long, not one per person.
 */
export function createPageLoader<D extends StoredDocument>(
  collection: Collection<D>,
  index: ListIndex<D>,
): PageLoader<D> {
  async function readAll(keys: readonly PageKey[]): Promise<Page<D>[]> {
    const pages = new Map<string, Page<D>>()
    const reads = sameRequests(keys).map(async ({ owners, request }) => {
      for (const [owner, page] of await pageOfEach(collection, index, owners, request)) {
        pages.set(cacheKey({ owner, request }), page)
      }
    })
    await Promise.all(reads)
    return keys.map((key) => pages.get(cacheKey(key)) ?? { items: [], hasMore: false })
  }

  return new DataLoader(readAll, { cacheKeyFn: cacheKey, maxBatchSize: 1_000 })
}

function sameRequests(keys: readonly PageKey[]): { owners: string[]; request: PageRequest }[] {
  const groups = new Map<string, { owners: string[]; request: PageRequest }>()
  for (const { owner, request } of keys) {
    const name = JSON.stringify(request)
    const group = groups.get(name)
    if (group) group.owners.push(owner)
    else groups.set(name, { owners: [owner], request })
  }
  return [...groups.values()]
}

function cacheKey({ owner, request }: PageKey): string {
  return JSON.stringify([owner, request])
}

/** The port allows 1,000 documents a page. */
const MOST_AT_ONCE = 1_000

/**
 * The same page of several owners' lists. They are read merged, and again only while somebody's page is not full and
 * others' entries were in the way. One owner alone reads no more than is shown and one more.
 */
export async function pageOfEach<D extends StoredDocument>(
  collection: Collection<D>,
  { name, owner, fixed, position }: ListIndex<D>,
  owners: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<D>>> {
  const [only] = owners
  if (only === undefined) return new Map()
  if (owners.length === 1) return new Map([[only, await collection.page(name, { ...fixed, [owner]: only }, request)]])

  const lists = new Map<string, D[]>(owners.map((each) => [each, []]))
  let waiting: readonly string[] = owners
  let next: PageRequest | null = request
  while (next !== null && waiting.length > 0) {
    const limit = Math.min(MOST_AT_ONCE, waiting.length * (request.limit + 1))
    const page: Page<D> = await collection.page(name, { ...fixed, [owner]: waiting }, { ...next, limit })
    for (const item of page.items) lists.get(String(item[owner]))?.push(item)
    // One more than shown tells whether more follows.
    waiting = waiting.filter((each) => (lists.get(each)?.length ?? 0) <= request.limit)
    const last = page.items.at(-1)
    next = page.hasMore && last !== undefined ? { ...request, after: position(last) } : null
  }
  return new Map([...lists].map(([each, items]) => [each, cut(items, request.limit)]))
}

function cut<D>(items: readonly D[], limit: number): Page<D> {
  return { items: items.slice(0, limit), hasMore: items.length > limit }
}

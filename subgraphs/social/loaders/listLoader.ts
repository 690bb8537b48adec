import DataLoader from 'dataloader'
import type { Collection, Equality, Page, PageRequest, Scalar, StoredDocument } from '../../storage/port.ts'

/** Lists that lie side by side in one index, for example the posts of each author. */
export interface Lists<D extends StoredDocument> {
  readonly collection: Collection<D>
  readonly index: string
  /** The `eq` field of the index that tells whose list a document is in; an array where it is in several. */
  readonly owner: keyof D & string
  /** The `order` field of the index. */
  readonly order: keyof D & string
  /** Values for the other `eq` fields of the index. Default: it has none. */
  readonly where?: Equality
  /** Default: all. */
  readonly range?: PageRequest['range']
}

/** One page of one owner's list. */
export interface ListKey {
  readonly owner: string
  readonly request: PageRequest
}

export type ListLoader<D> = DataLoader<ListKey, Page<D>, string>

/** The port allows 1,000 documents a page. */
const MOST_AT_ONCE = 1_000

/**
 * Reads the pages of one tick together: posts with their first comments cost one store call for the comments, not one
 * per post. Pages with the same request are merged by the store; when that fills nobody's page because one long list
 * stood before the others, the others are asked again without it.
 */
export function createListLoader<D extends StoredDocument>(lists: Lists<D>): ListLoader<D> {
  const keyOf = ({ owner, request }: ListKey): string => JSON.stringify([owner, request])

  async function readBatch(keys: readonly ListKey[]): Promise<Page<D>[]> {
    const pages = new Map<string, Page<D>>()
    await Promise.all(
      groupByRequest(keys).map(async ({ owners, request }) => {
        for (const [owner, page] of await readPages(lists, owners, request)) pages.set(keyOf({ owner, request }), page)
      }),
    )
    return keys.map((key) => pages.get(keyOf(key))!)
  }

  return new DataLoader(readBatch, { cacheKeyFn: keyOf, maxBatchSize: 500 })
}

function groupByRequest(keys: readonly ListKey[]): { owners: string[]; request: PageRequest }[] {
  const groups = new Map<string, { owners: string[]; request: PageRequest }>()
  for (const { owner, request } of keys) {
    const key = JSON.stringify(request)
    const group = groups.get(key) ?? { owners: [], request }
    group.owners.push(owner)
    groups.set(key, group)
  }
  return [...groups.values()]
}

async function readPages<D extends StoredDocument>(
  lists: Lists<D>,
  owners: readonly string[],
  request: PageRequest,
): Promise<Map<string, Page<D>>> {
  // A list alone reads no more than it shows.
  if (owners.length === 1) return new Map([[owners[0]!, await readMerged(lists, owners, request)]])
  const found = new Map<string, D[]>(owners.map((owner) => [owner, []]))
  const isFull = (owner: string) => found.get(owner)!.length > request.limit
  let rest: PageRequest = request
  for (let open = owners; open.length > 0; open = open.filter((owner) => !isFull(owner))) {
    // One more than shown tells whether more follows.
    const limit = Math.min(MOST_AT_ONCE, open.length * (request.limit + 1))
    const page = await readMerged(lists, open, { ...rest, limit })
    for (const item of page.items) {
      for (const owner of [item[lists.owner]].flat() as string[]) found.get(owner)?.push(item)
    }
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) break
    rest = { ...request, after: { order: last[lists.order] as Scalar, id: last._id } }
  }
  return new Map([...found].map(([owner, items]) => [owner, cut(items, request.limit)]))
}

function readMerged<D extends StoredDocument>(
  { collection, index, owner, where, range }: Lists<D>,
  owners: readonly string[],
  request: PageRequest,
): Promise<Page<D>> {
  const whose = owners.length === 1 ? owners[0]! : owners
  return collection.page(index, { ...where, [owner]: whose }, { ...request, ...(range && { range }) })
}

function cut<D>(items: readonly D[], limit: number): Page<D> {
  return { items: items.slice(0, limit), hasMore: items.length > limit }
}

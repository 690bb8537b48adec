import type { Collection, Page, PageRequest, Position, StoredDocument } from '../../storage/port.ts'

/** An index whose one `eq` field names the owner of a list, for example the author of statuses. */
export interface OwnedIndex<D extends StoredDocument> {
  readonly name: string
  readonly owner: keyof D & string
  readonly position: (document: D) => Position
}

/** The port allows 1,000 documents a page. */
const MOST_AT_ONCE = 1_000

/**
 * The same page (`limit`, `after`, `range`) of several owners' lists. The lists are read merged: one store call where
 * the owners have about equally much, a further one only while somebody's page is not full and others' entries were in
 * the way. One owner alone reads no more than is shown.
 */
export async function pageOfEach<D extends StoredDocument>(
  collection: Collection<D>,
  index: OwnedIndex<D>,
  owners: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<D>>> {
  const [first, second] = owners
  if (first === undefined) return new Map()
  if (second === undefined) {
    return new Map([[first, await collection.page(index.name, { [index.owner]: first }, request)]])
  }

  const lists = new Map<string, D[]>(owners.map((owner) => [owner, []]))
  // One more than shown tells whether more follows.
  const isFull = (owner: string) => (lists.get(owner)?.length ?? 0) > request.limit
  let waiting = owners
  let { after } = request
  while (waiting.length > 0) {
    const limit = Math.min(MOST_AT_ONCE, waiting.length * (request.limit + 1))
    const page = await collection.page(
      index.name,
      { [index.owner]: waiting },
      { ...request, limit, ...(after && { after }) },
    )
    for (const document of page.items) {
      const owner = String(document[index.owner])
      if (!isFull(owner)) lists.get(owner)?.push(document)
    }
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) break
    after = index.position(last)
    waiting = waiting.filter((owner) => !isFull(owner))
  }
  return new Map(owners.map((owner) => [owner, cut(lists.get(owner) ?? [], request.limit)]))
}

function cut<D>(items: readonly D[], limit: number): Page<D> {
  return { items: items.slice(0, limit), hasMore: items.length > limit }
}

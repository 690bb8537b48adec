import DataLoader from 'dataloader'
import type { Page, PageRequest } from '../../storage/port.ts'

/** A page of one owner's list. */
export interface OwnedPage {
  readonly owner: string
  readonly request: PageRequest
}

export type PageLoader<D> = DataLoader<OwnedPage, Page<D>, string>

/**
 * Collects the pages that one tick asks for and reads those with the same request together: a list of people with a
 * list each costs one read, not one per person.
 */
export function createPageLoader<D>(
  read: (owners: readonly string[], request: PageRequest) => Promise<ReadonlyMap<string, Page<D>>>,
): PageLoader<D> {
  async function readAll(keys: readonly OwnedPage[]): Promise<Page<D>[]> {
    const pages = new Map<string, Page<D>>()
    await Promise.all(
      sameRequests(keys).map(async ({ owners, request }) => {
        for (const [owner, page] of await read(owners, request)) pages.set(keyOf({ owner, request }), page)
      }),
    )
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

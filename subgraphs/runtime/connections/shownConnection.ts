import type { Page, PageRequest, Position } from '../../storage/port.ts'
import { type AskedPage, type Connection, toConnection } from './connections.ts'

export interface ShownOptions<D, N> extends AskedPage {
  /** Reads a page of the stored list, with what the viewer may not see. */
  readonly read: (request: PageRequest) => Promise<Page<D>>
  /** Where an entry stands in its index. */
  readonly position: (entry: D) => Position
  /** What the viewer is shown for an entry; null when it is not for them. The entries of a page are asked together. */
  readonly node: (entry: D) => Promise<N | null>
}

/** So many reads pass over some 2,500 hidden entries in a row: more than any list has, and little enough to wait for. */
const MOST_READS = 5

/**
 * The connection of a list in which some entries are not for this viewer. Pages are filled up with those that are, and
 * cursors and `hasNextPage` speak of them alone: what is hidden leaves no gap by which it could be noticed or counted.
 * Reads what it shows and one more, further only where something was hidden. Where too much in a row is hidden the page
 * ends early, with a cursor that leads on.
 */
export async function shownConnection<D, N>(options: ShownOptions<D, N>): Promise<Connection<N>> {
  const { read: _read, position, node: _node, ...asked } = options
  const page = await gather(options)
  return toConnection(page, { ...asked, position: ({ entry }) => position(entry), node: ({ node }) => node })
}

interface Shown<D, N> {
  readonly entry: D
  /** Null at the end of a page that ends early: a place to go on from, and no edge. */
  readonly node: N | null
}

async function gather<D, N>({ read, position, node, request }: ShownOptions<D, N>): Promise<Page<Shown<D, N>>> {
  const { limit } = request
  const shown: Shown<D, N>[] = []
  let next: PageRequest = { ...request, limit: limit + 1 }
  for (let reads = 1; ; reads++) {
    const page = await read(next)
    const nodes = await Promise.all(page.items.map(node))
    shown.push(...page.items.map((entry, index) => ({ entry, node: nodes[index] ?? null })).filter(isShown))
    const last = page.items.at(-1)
    if (shown.length > limit || !page.hasMore || last === undefined) {
      return { items: shown.slice(0, limit), hasMore: shown.length > limit }
    }
    if (reads === MOST_READS) return { items: [...shown, { entry: last, node: null }], hasMore: true }
    next = { ...request, limit: Math.min(1_000, Math.max(100, 4 * next.limit)), after: position(last) }
  }
}

function isShown({ node }: Shown<unknown, unknown>): boolean {
  return node !== null
}

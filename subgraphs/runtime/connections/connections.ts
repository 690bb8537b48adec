import type { Page, PageRequest, Position, Scalar } from '../../storage/port.ts'
import { fault } from '../errors/fault.ts'
import type { Ids } from '../ids/ids.ts'

export const DEFAULT_PAGE_SIZE = 20
export const LARGEST_PAGE_SIZE = 100

/** Which list a cursor belongs to. A cursor of another scope is refused with `CURSOR_INVALID`. */
export interface CursorScope {
  readonly ids: Ids
  /**
   * Names the list and everything that decides what is in it: the field, whose list it is, and the viewer where the
   * content depends on one. For example `photoFeed:${viewer.local}`.
   */
  readonly scope: string
}

export interface ConnectionArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/**
 * What to ask of the store for `first` and `after`. Throws the faults `PAGE_SIZE_INVALID` (1 to 100, 20 where absent)
 * and `CURSOR_INVALID`.
 */
export function pageArguments(args: ConnectionArguments, { ids, scope }: CursorScope): PageRequest {
  const limit = args.first ?? DEFAULT_PAGE_SIZE
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE_SIZE) {
    throw fault('PAGE_SIZE_INVALID', {
      message: `"first" must be from 1 to ${LARGEST_PAGE_SIZE}, but got: ${limit}.`,
    })
  }
  if (args.after === null || args.after === undefined) return { limit }
  const after = ids.openCursor(scope, args.after)
  if (after === null) throw fault('CURSOR_INVALID')
  return { limit, after }
}

/** One list of one viewer, as its cursors know it, and the page that is asked of it. */
export interface AskedPage extends CursorScope {
  readonly request: PageRequest
}

/**
 * The page that the arguments ask for. `parts` name the list: the field, whose list it is, what it was searched by. The
 * viewer is part of every scope, since what a list holds depends on who looks. Throws as `pageArguments` does.
 */
export function askedPage(
  { ids, viewer }: { readonly ids: Ids; readonly viewer: { readonly local: string } | null },
  args: ConnectionArguments,
  ...parts: readonly [field: string, ...of: string[]]
): AskedPage {
  const scope = JSON.stringify([...parts, viewer?.local ?? null])
  return { ids, scope, request: pageArguments(args, { ids, scope }) }
}

/** The arrays are mutable because the generated types of resolvers are; nobody changes them. */
export interface Connection<N> {
  readonly edges: Edge<N>[]
  readonly nodes: N[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

export interface Edge<N> {
  readonly cursor: string
  readonly node: N
}

export interface ConnectionOptions<D, N> extends AskedPage {
  /** Where an item stands in its index: the index's `order` field and the `_id` of the stored document. */
  readonly position: (item: D) => Position
  /**
   * What is shown for an item; null: it has no edge. A gap tells that something is there: lists that hide entries from
   * some viewers are made by `shownConnection`. Default: the item itself.
   */
  readonly node?: (item: D) => N | null
}

/**
 * A connection in Relay's shape, forward only. `endCursor` leads on from the last item, whether or not it has an edge.
 * Cursors are made when they are asked for, since few clients ask.
 */
export function toConnection<D, N = D>(page: Page<D>, options: ConnectionOptions<D, N>): Connection<N> {
  const { node: show = (item: D) => item as unknown as N, request } = options
  const edges = page.items.flatMap((item) => {
    const node = show(item)
    return node === null ? [] : [edgeOf(item, node, options)]
  })
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasMore,
      hasPreviousPage: request.after !== undefined,
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        const last = page.items.at(-1)
        return last === undefined ? null : cursorOf(last, options)
      },
    },
  }
}

function edgeOf<D, N>(item: D, node: N, options: ConnectionOptions<D, N>): Edge<N> {
  return {
    node,
    get cursor() {
      return cursorOf(item, options)
    },
  }
}

function cursorOf<D, N>(item: D, { ids, scope, position }: ConnectionOptions<D, N>): string {
  return ids.sealCursor(scope, position(item))
}

/** A connection with nothing in it. */
export function emptyConnection<N = never>(): Connection<N> {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
  return { edges: [], nodes: [], pageInfo }
}

/** The position of documents in an index ordered by `field`; without a field, in one ordered by `_id` alone. */
export function positionBy<D extends { readonly _id: string }>(field?: keyof D & string): (item: D) => Position {
  return (item) => ({ order: field === undefined ? null : (item[field] as Scalar), id: item._id })
}

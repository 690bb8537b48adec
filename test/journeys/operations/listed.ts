import { readFileSync } from 'node:fs'
import type { Answered, AskedGraph, AskedMore, Who } from '../../support/asker.ts'
import type { Json } from '../../support/subgraphTester.ts'

export type Variables = Readonly<Record<string, unknown>>

/**
 * One operation of the list that every suite about the whole graph runs: none of them changes anything, so that they may
 * run in any order, any number of times, and answer the same.
 */
export interface Listed {
  /** Who asks what, and what matters in the answer, in plain words. */
  readonly title: string
  /** Absent: nobody is signed in. */
  readonly by?: Who
  readonly query: string
  readonly operationName?: string
  readonly variables?: (graph: AskedGraph) => Variables | Promise<Variables>
  /** Fails unless what matters holds. */
  readonly check: (answer: Answered, graph: AskedGraph) => void | Promise<void>
}

/** The text of a file in `test/support/operations`: operations of graph.md, exactly as they are there. */
export function operation(name: string): string {
  return readFileSync(new URL(`../../support/operations/${name}.graphql`, import.meta.url), 'utf8')
}

/** Asks as the list says, or as somebody else would, with these headers. */
export async function askListed(
  graph: AskedGraph,
  listed: Listed,
  { by, headers = {} }: Pick<AskedMore, 'by' | 'headers'> = listed,
): Promise<Answered> {
  const { query, operationName } = listed
  const variables = await listed.variables?.(graph)
  const name = operationName === undefined ? {} : { operationName }
  return graph.ask(query, { by, headers, ...(variables && { variables }), ...name })
}

/** What stands at `field` in each element. */
export const each = (list: Json, field: string): Json[] => (list as Json[]).map((element: Json) => element[field])

/** The same, for fields that hold text: arrays of these can be sorted. */
export const textsOf = (list: Json, field: string): string[] => each(list, field) as string[]

export const newestFirst = (times: readonly string[]): string[] => times.toSorted().toReversed()

/** All of a connection, page by page: `page` asks for what comes after a cursor. Ends after 200 pages. */
export async function walk(page: (after: string | null) => Promise<Json>): Promise<{ nodes: Json[]; pages: number }> {
  const nodes: Json[] = []
  let after: string | null = null
  for (let pages = 1; pages <= 200; pages++) {
    const { edges, pageInfo } = await page(after)
    nodes.push(...each(edges, 'node'))
    if (pageInfo.hasPreviousPage !== (after !== null))
      throw new Error('hasPreviousPage must say whether "after" was given')
    if (!pageInfo.hasNextPage) return { nodes, pages }
    after = pageInfo.endCursor
  }
  throw new Error('A connection must end, but did not within 200 pages')
}

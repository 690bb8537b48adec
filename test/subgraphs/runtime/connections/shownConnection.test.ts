import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedPage, type Connection, positionBy } from '../../../../subgraphs/runtime/connections/connections.ts'
import { shownConnection } from '../../../../subgraphs/runtime/connections/shownConnection.ts'
import { cases, seed } from '../../../support/long.ts'
import { testIds } from '../../../support/subgraphTester.ts'
import { type Note, shelf } from './shelf.ts'

const ids = testIds('photo')
const viewer = { local: 'me' }
type Args = { first?: number; after?: string | null }

/** A list of notes, open for the viewer (`o`) or hidden (`h`), the first letter first. */
async function list(letters: string) {
  const notes = Array.from(letters, (letter, index) => ({ owner: 'ana', at: 100_000 - index, state: letter }))
  const { collection, asked } = await shelf(notes)
  function page(args: Args): Promise<Connection<string>> {
    return shownConnection<Note, string>({
      ...askedPage({ ids, viewer }, args, 'notes', 'ana'),
      read: (request) => collection.page('byOwner', { owner: 'ana' }, request),
      position: positionBy('at'),
      node: async (note) => (note.state === 'o' ? note._id : null),
    })
  }
  return { page, asked }
}

/** Everything that a client sees of a page. */
const seen = ({ edges, nodes, pageInfo }: Connection<string>) =>
  JSON.parse(JSON.stringify({ cursors: edges.map((edge) => edge.cursor), nodes, pageInfo })) as object

describe('a connection of what is shown', () => {
  test('is full where enough is shown, and tells truly whether more is', async () => {
    const { page } = await list('ohohohoh')
    const first = await page({ first: 3 })
    expect(first.nodes).toEqual(['n0', 'n2', 'n4'])
    expect(first.pageInfo.hasNextPage).toBe(true)
    const second = await page({ first: 3, after: first.pageInfo.endCursor })
    expect(second.nodes).toEqual(['n6'])
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  test.each(['h', 'hhhhh'])('of %o looks as if there were nothing', async (hidden) => {
    const empty = await list('')
    const { page } = await list(hidden)
    expect(seen(await page({ first: 2 }))).toEqual(seen(await empty.page({ first: 2 })))
  })

  test('does not depend on what is hidden, wherever it stands', async () => {
    const letters = fc.array(fc.constantFrom('o', 'h'), { maxLength: 30 }).map((some) => some.join(''))
    const rule = fc.asyncProperty(letters, fc.integer({ min: 1, max: 6 }), async (mixed, first) => {
      const { page } = await list(mixed)
      const open = Array.from(mixed, (letter, index) => ({ letter, id: `n${index}` })).filter((x) => x.letter === 'o')
      const found: string[] = []
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo }: Connection<string> = await page({ first, after })
        expect(nodes).toEqual(open.slice(found.length, found.length + first).map(({ id }) => id))
        found.push(...nodes)
        expect(pageInfo.hasNextPage).toBe(found.length < open.length)
        more = pageInfo.hasNextPage
        after = pageInfo.endCursor
      }
    })
    await fc.assert(rule, { seed, numRuns: cases(100) })
  })

  test('reads once, one more than it shows, where nothing is hidden', async () => {
    const { page, asked } = await list('ooooo')
    await page({ first: 4 })
    expect(asked()).toEqual([5])
  })

  test('reads on in growing steps past what is hidden, and ends early where there is no end of it', async () => {
    const { page, asked } = await list(`${'h'.repeat(3_000)}o`)
    const early = await page({ first: 1 })
    expect(asked()).toEqual([2, 100, 400, 1_000, 1_000])
    expect(early).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, startCursor: null } })
    expect((await page({ first: 1, after: early.pageInfo.endCursor })).nodes).toEqual(['n3000'])
  })
})

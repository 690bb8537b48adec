import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import { type Json } from '../../support/subgraphTester.ts'
import { people, type Social, textsOf } from './people.ts'

const FEED = `query ($first: Int, $after: String) {
  socialFeed(first: $first, after: $after) { edges { cursor node { text } } nodes { text createdAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}`

async function page(social: Social, first: number, after: string | null): Promise<Json> {
  return (await social.data('ada', FEED, { first, after })).socialFeed
}

/** What happens between two pages: somebody posts (a stranger included), one is deleted, or time passes. */
type Event = { readonly by: string } | { readonly deleted: number } | 'time passes'
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ by: fc.constantFrom('ada', 'fred', 'gil', 'sue') }),
  fc.record({ deleted: fc.nat(20) }),
  fc.constant('time passes' as const),
)

/** Plays events; answers the texts of posts by Ada and her friends, and takes deleted ones away from them. */
async function play(social: Social, events: readonly Event[], live: Map<string, [string, string]>): Promise<void> {
  for (const happening of events) {
    if (happening === 'time passes') await social.tester.clock.advance(1)
    else if ('by' in happening) {
      const text = `${happening.by} ${live.size} ${social.tester.ports.random.id()}`
      const id = await social.posts(happening.by, text, { audience: 'EVERYONE' })
      if (happening.by !== 'sue') live.set(text, [happening.by, id])
    } else {
      const [text, of] = [...live][happening.deleted] ?? []
      if (text === undefined || of === undefined) continue
      await social.act(of[0], 'deletePost', { postId: of[1] })
      live.delete(text)
    }
  }
}

test('whatever is posted and deleted between two pages, each post that stays is shown once, the newest first', async () => {
  const between = fc.array(fc.array(event, { maxLength: 4 }), { maxLength: 10 })
  const rule = fc.asyncProperty(fc.array(event, { maxLength: 12 }), between, fc.integer({ min: 1, max: 4 }), run)
  await fc.assert(rule, { seed, numRuns: cases(40) })

  async function run(before: readonly Event[], pages: readonly (readonly Event[])[], first: number): Promise<void> {
    const social = await people({ ada: {}, fred: {}, gil: {}, sue: {} })
    for (const friend of ['fred', 'gil']) await social.befriend('ada', friend)
    const live = new Map<string, [string, string]>()
    await play(social, before, live)
    const atFirst = [...live.keys()]

    const shown: string[] = []
    const times: string[] = []
    let after: string | null = null
    for (let round = 0; ; round++) {
      const feed = await page(social, first, after)
      shown.push(...textsOf(feed))
      times.push(...feed.nodes.map((node: Json) => node.createdAt))
      expect(feed.pageInfo.hasPreviousPage).toBe(after !== null)
      if (!feed.pageInfo.hasNextPage) break
      expect(feed.nodes).toHaveLength(first)
      after = feed.pageInfo.endCursor
      await play(social, pages[round] ?? [], live)
    }
    expect(times).toEqual(times.toSorted().toReversed())
    expect(new Set(shown).size).toBe(shown.length)
    expect(atFirst.filter((text) => live.has(text) && !shown.includes(text))).toEqual([])
    expect(shown.filter((text) => text.startsWith('sue'))).toEqual([])
  }
})

test('edges, nodes and cursors say the same', async () => {
  const social = await people({ ada: {} })
  for (const text of ['1', '2', '3']) {
    await social.posts('ada', text)
    await social.tester.clock.advance(1)
  }
  const feed = await page(social, 2, null)
  expect(feed.edges.map((edge: Json) => edge.node.text)).toEqual(textsOf(feed))
  expect(textsOf(feed)).toEqual(['3', '2'])
  expect(feed.pageInfo.startCursor).toBe(feed.edges[0].cursor)
  expect(feed.pageInfo.endCursor).toBe(feed.edges[1].cursor)
  expect(textsOf(await page(social, 2, feed.edges[0].cursor))).toEqual(['2', '1'])
})

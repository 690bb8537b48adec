import { describe, expect, test } from 'vitest'
import type { Json } from '../../support/subgraphTester.ts'
import { namesOf, people, type Social } from './people.ts'

const PAGE = 'edges { cursor } nodes { __typename } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'
const NOTHING = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
}

/** A star with friends, whom a viewer looks at: the names of those in between say what they are. */
async function crowd(names: readonly string[]): Promise<Social> {
  const social = await people({ viewer: {}, star: { settings: { whoMaySeeFriends: 'EVERYONE' } } })
  for (const name of names) {
    await social.join(name, name.startsWith('hidden') ? { settings: { whoMayFind: 'NOBODY' } } : {})
    await social.tester.clock.advance(1)
    await social.befriend('star', name)
    if (name.startsWith('blocked')) await social.tries('viewer', 'blockSocialProfile', name)
    if (name.startsWith('blocker')) await social.tries(name, 'blockSocialProfile', 'viewer')
  }
  return social
}

const friends = async (social: Social, first: number): Promise<Json> =>
  (await social.sees('viewer', 'star', `friends(first: ${first}) { nodes { username } ${PAGE} }`)).friends

async function search(social: Social, text: string): Promise<Json> {
  const query = `query ($text: String!) { socialProfiles(search: $text, first: 2) { nodes { username } ${PAGE} } }`
  return (await social.data('viewer', query, { text })).socialProfiles
}

describe('whom the viewer may not see leaves no trace', () => {
  test('among the friends of somebody: pages are full, and end where the shown ones end', async () => {
    const social = await crowd(['ana', 'hidden1', 'ben', 'blocked1', 'blocker1', 'cleo', 'blocked2'])
    const page = await friends(social, 2)
    expect([namesOf(page), page.pageInfo.hasNextPage]).toEqual([['cleo', 'ben'], true])
    const whole = await friends(social, 3)
    expect(whole.nodes).toHaveLength(3)
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, endCursor: whole.edges[2].cursor })
  })

  test('where nobody else is, not even a cursor', async () => {
    const social = await crowd(['hidden1', 'blocked1', 'blocker1'])
    expect(await friends(social, 2)).toEqual(NOTHING)
    for (const text of ['hidden', 'blocked', 'blocker', 'nobody']) expect(await search(social, text)).toEqual(NOTHING)
  })

  test('in a search', async () => {
    const page = await search(
      await crowd(['blocked1', 'blocked2', 'bloom', 'blower', 'blozz.hidden', 'blocker9']),
      'blo',
    )
    expect(namesOf(page)).toEqual(['bloom', 'blower'])
    expect(page.pageInfo.hasNextPage).toBe(true)
    expect((await search(await crowd(['blocked1', 'bloom', 'blower']), 'blo')).pageInfo.hasNextPage).toBe(false)
  })

  test('among comments', async () => {
    const social = await crowd(['blocked1', 'ana', 'blocker1'])
    const post = await social.posts('star', 'look', { audience: 'EVERYONE' })
    for (const name of ['blocked1', 'ana', 'blocker1']) await social.comments(name, post, name)
    const [{ comments }] = await social.fetch(
      'viewer',
      'Post',
      [post],
      `{ comments(first: 1) { nodes { text } ${PAGE} } }`,
    )
    expect(comments).toMatchObject({ nodes: [{ text: 'ana' }], pageInfo: { hasNextPage: false } })
    expect(comments.pageInfo.startCursor).toBe(comments.edges[0].cursor)
  })
})

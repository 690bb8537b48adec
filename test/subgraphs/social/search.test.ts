import { describe, expect, test } from 'vitest'
import { people, type Social } from './people.ts'

async function town(): Promise<Social> {
  return people({
    'ada.l': { displayName: 'Ada Lovelace King' },
    zoe: { displayName: 'Zoé  Müller-Åström' },
    bob: { displayName: 'Bob Adamson' },
    // Has no letter in the name to show.
    star: { displayName: '★★★' },
  })
}

describe('a search finds', () => {
  test.each([
    ['ad', ['ada.l', 'bob']],
    ['ADA', ['ada.l', 'bob']],
    ['ada l', ['ada.l']],
    ['lovelace  k', ['ada.l']],
    ['king', ['ada.l']],
    ['@ada.', ['ada.l']],
    ['zoe', ['zoe']],
    ['ZOÉ muller', ['zoe']],
    ['astrom', ['zoe']],
    ['★', ['star']],
    ['lace', []],
    ['x', []],
    ['', []],
    [' @ ', []],
    ['ada lovelace king and whoever', []],
  ])('%j: %j', async (search, names) => {
    expect(await (await town()).finds(null, search)).toEqual(names)
  })

  test('long names by their first 24 characters', async () => {
    const social = await people({ long: { displayName: 'a'.repeat(80) } })
    for (const length of [1, 24, 25, 80]) expect(await social.finds(null, 'a'.repeat(length))).toEqual(['long'])
  })

  test('page after page, by username', async () => {
    const social = await people({ 'x.3': {}, 'x.1': {}, 'x.2': {} })
    const query =
      'query ($after: String) { socialProfiles(search: "x", first: 2, after: $after) { nodes { username } pageInfo { hasNextPage endCursor } } }'
    const { socialProfiles: first } = await social.data(null, query)
    expect(first.nodes.map((node: { username: string }) => node.username)).toEqual(['x.1', 'x.2'])
    const { socialProfiles: second } = await social.data(null, query, { after: first.pageInfo.endCursor })
    expect(second).toMatchObject({ nodes: [{ username: 'x.3' }], pageInfo: { hasNextPage: false } })
  })
})

describe('who may find somebody', () => {
  const query = 'query ($username: String!) { socialProfile(username: $username) { id } }'

  test.each([
    ['EVERYONE', ['shy', 'fred', 'sue', null]],
    ['CONNECTIONS', ['shy', 'fred']],
    ['NOBODY', ['shy']],
  ] as const)('%s: %j, by search and by username', async (whoMayFind, allowed) => {
    const social = await people({ shy: { settings: { whoMayFind } }, fred: {}, sue: {} })
    await social.befriend('shy', 'fred')
    for (const viewer of ['shy', 'fred', 'sue', null] as const) {
      const found = (allowed as readonly (string | null)[]).includes(viewer)
      expect(await social.finds(viewer, 'sh')).toEqual(found ? ['shy'] : [])
      const { socialProfile } = await social.data(viewer, query, { username: '@SHY' })
      expect(socialProfile).toEqual(found ? { id: social.id('shy') } : null)
    }
  })

  test.each(['', 'sh', 'shyy', 'no such', 'ѕhy'])('nobody is called %j', async (username) => {
    const social = await people({ shy: {} })
    expect(await social.data('shy', query, { username })).toEqual({ socialProfile: null })
  })
})

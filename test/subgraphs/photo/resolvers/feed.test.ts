import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../support/subgraphTester.ts'
import { cases, seed } from '../../../support/long.ts'
import { createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

const FEED = `query ($first: Int, $after: String) {
  photoFeed(first: $first, after: $after) { nodes { caption } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } }
}`

async function page(app: PhotoApp, viewer: Person, first: number, after: string | null = null) {
  const { photoFeed } = await app.see(viewer, FEED, { first, after })
  return { captions: photoFeed.nodes.map((photo: Json) => photo.caption) as string[], ...photoFeed.pageInfo }
}

describe('photoFeed', () => {
  it('has own photos and those of the followed, newest first', async () => {
    const app = createPhotoApp()
    const [ana, ben, cleo] = await Promise.all([app.person('ana'), app.person('ben'), app.person('cleo')])
    await app.follow(ana, ben)
    await app.photo(ben, 'first')
    await app.photo(ana, 'second')
    await app.photo(cleo, 'of a stranger')
    await app.photo(ben, 'third')
    expect((await page(app, ana, 20)).captions).toEqual(['third', 'second', 'first'])
  })

  it('loses an author who was unfollowed, and gets a private one only once accepted', async () => {
    const app = createPhotoApp()
    const [ana, ben] = await Promise.all([app.person('ana'), app.person('ben', { private: true })])
    await app.photo(ben, 'private')
    await app.act(ana, 'followPhotoProfile', { profileId: ben.id })
    expect((await page(app, ana, 20)).captions).toEqual([])
    await app.act(ben, 'acceptPhotoFollower', { profileId: ana.id })
    expect((await page(app, ana, 20)).captions).toEqual(['private'])
    await app.act(ana, 'unfollowPhotoProfile', { profileId: ben.id })
    expect((await page(app, ana, 20)).captions).toEqual([])
  })

  it('leaves out a blocked author whose follow a crash has left behind', async () => {
    const app = createPhotoApp()
    const [ana, ben] = await Promise.all([app.person('ana'), app.person('ben')])
    await app.follow(ana, ben)
    await app.photo(ben, 'blocked')
    const [blockerId, blockedId] = [ben.local, ana.local]
    await app.store.blocks.insert({ _id: `${blockerId}:${blockedId}`, blockerId, blockedId, blockedAt: 0 })
    expect((await page(app, ana, 20)).captions).toEqual([])
  })

  it('is null without an error for somebody signed out', async () => {
    const app = createPhotoApp()
    expect(await app.see(null, '{ photoMe { id } photoFeed { nodes { id } } photoStories { nodes { id } } }')).toEqual({
      photoMe: null,
      photoFeed: null,
      photoStories: null,
    })
  })

  it('is read by an ACCOUNTS client as by the person', async () => {
    const app = createPhotoApp()
    const ana = await app.person('ana')
    await app.photo(ana, 'mine')
    const query = '{ photoMe { username settings { theme } } photoFeed { nodes { caption } } }'
    expect(await app.data(query, { as: ana.id })).toEqual({
      photoMe: { username: 'ana', settings: { theme: 'system' } },
      photoFeed: { nodes: [{ caption: 'mine' }] },
    })
  })
})

describe('pages of the feed', () => {
  const app = createPhotoApp()
  let runs = 0

  it('stay stable under inserts at any place: nothing is shown twice, nothing that was there is skipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 14 }),
        fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (early, meanwhile, first) => {
          const ana = await app.person(`ana${runs++}`)
          const publish = (name: string, second: number) =>
            app.photo(ana, name, new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString())
          for (const [index, second] of early.entries()) await publish(`early ${index}`, second)

          const seen: string[] = []
          let after: string | null = null
          for (let round = 0; ; round++) {
            const { captions, hasNextPage, endCursor } = await page(app, ana, first, after)
            seen.push(...captions)
            if (!hasNextPage) break
            after = endCursor
            for (const [index, second] of (meanwhile[round] ?? []).entries())
              await publish(`late ${round}.${index}`, second)
          }
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen.filter((name) => name.startsWith('early')).sort()).toEqual(
            early.map((_, i) => `early ${i}`).sort(),
          )
        },
      ),
      { seed, numRuns: cases(25) },
    )
  })

  it.each([0, -1, 101])('refuse the size %i', async (first) => {
    const app = createPhotoApp()
    const ana = await app.person('ana')
    const lists =
      'photoFeed(first: $n) { nodes { id } } photoStories(first: $n) { nodes { id } } photoProfiles(search: "a", first: $n) { nodes { id } }'
    const own = ['followers', 'following', 'followRequests', 'blockedProfiles', 'posts', 'stories']
      .map((field) => `${field}(first: $n) { nodes { id } }`)
      .join(' ')
    const query = `query ($n: Int) { ${lists} photoMe { ${own} suggestedProfiles(first: $n) { why } } }`
    const { errors = [] } = await app.ask(query, { as: ana.id, client: 'PHOTO', variables: { n: first } })
    expect(errors.map((error) => error.extensions?.code)).toEqual(Array(10).fill('PAGE_SIZE_INVALID'))
  })

  it('refuse a cursor that is malformed, of another list, or of another viewer', async () => {
    const app = createPhotoApp()
    const [ana, ben] = await Promise.all([app.person('ana'), app.person('ben')])
    await app.photo(ana, 'one')
    const { photoFeed, photoMe } = await app.see(
      ana,
      '{ photoFeed { pageInfo { endCursor } } photoMe { posts { pageInfo { endCursor } } } }',
    )
    const of = async (viewer: Person, after: string) => {
      const { errors } = await app.ask(FEED, { as: viewer.id, client: 'PHOTO', variables: { after } })
      return errors?.[0]?.extensions?.code
    }
    expect(await of(ana, 'nonsense')).toBe('CURSOR_INVALID')
    expect(await of(ana, photoMe.posts.pageInfo.endCursor)).toBe('CURSOR_INVALID')
    expect(await of(ben, photoFeed.pageInfo.endCursor)).toBe('CURSOR_INVALID')
    expect(await of(ana, photoFeed.pageInfo.endCursor)).toBeUndefined()
  })
})

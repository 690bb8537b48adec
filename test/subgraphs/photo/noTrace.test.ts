import { describe, expect, it } from 'vitest'
import { createPhotoApp, type Person, type PhotoApp } from './photoApp.ts'

const PAGE = 'edges { cursor } nodes { __typename } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'
const NOTHING = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
}

/** A public profile with followers, whom a viewer looks at: the names of those in between say what they are. */
async function crowd(names: readonly string[]): Promise<{ app: PhotoApp; viewer: Person; star: Person }> {
  const app = createPhotoApp()
  const [viewer, star] = [await app.person('viewer'), await app.person('star')]
  const photoId = await app.photo(star, 'look')
  for (const name of names) {
    const person = await app.person(name, { private: name.startsWith('private') })
    await app.clock.advance(1)
    await app.follow(person, star)
    await app.comment(person, photoId, name)
    if (name.startsWith('blocked')) await app.act(viewer, 'blockPhotoProfile', { profileId: person.id })
    if (name.startsWith('blocker')) await app.act(person, 'blockPhotoProfile', { profileId: viewer.id })
  }
  return { app, viewer, star }
}

async function followers(app: PhotoApp, viewer: Person, star: Person, first: number) {
  const list = `followers(first: ${first}) { nodes { username } ${PAGE} }`
  return (await app.seeEntity(viewer, 'PhotoProfile', star.id, `{ ${list} }`)).followers
}

async function search(app: PhotoApp, viewer: Person, text: string) {
  const query = `query ($text: String!) { photoProfiles(search: $text, first: 2) { nodes { username } ${PAGE} } }`
  return (await app.see(viewer, query, { text }))['photoProfiles']
}

describe('whom the viewer may not see leaves no trace', () => {
  it('among the followers of somebody: pages are full, and end where the shown ones end', async () => {
    const { app, viewer, star } = await crowd(['ana', 'private1', 'ben', 'blocked1', 'blocker1', 'cleo', 'blocked2'])
    const page = await followers(app, viewer, star, 2)
    expect(page.nodes.map(({ username }: Person) => username)).toEqual(['cleo', 'ben'])
    expect(page.pageInfo.hasNextPage).toBe(true)
    const whole = await followers(app, viewer, star, 3)
    expect(whole.nodes).toHaveLength(3)
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, endCursor: whole.edges[2].cursor })
  })

  it('where nobody else is, not even a cursor', async () => {
    const { app, viewer, star } = await crowd(['private1', 'blocked1', 'blocker1'])
    expect(await followers(app, viewer, star, 2)).toEqual(NOTHING)
    for (const text of ['private1', 'blocked1', 'blocker1', 'nobody']) {
      expect(await search(app, viewer, text)).toEqual(NOTHING)
    }
  })

  it('in a search', async () => {
    const { app, viewer } = await crowd(['blocked1', 'blocked2', 'bloom', 'blower'])
    const page = await search(app, viewer, 'blo')
    expect(page.nodes.map(({ username }: Person) => username)).toEqual(['bloom', 'blower'])
    expect(page.pageInfo.hasNextPage).toBe(false)
  })

  it('among comments', async () => {
    const { app, viewer, star } = await crowd(['blocked1', 'ana', 'blocker1'])
    const posts = `posts { nodes { comments(first: 1) { nodes { text } ${PAGE} } } }`
    const [photo] = (await app.seeEntity(viewer, 'PhotoProfile', star.id, `{ ${posts} }`)).posts.nodes
    expect(photo.comments).toMatchObject({ nodes: [{ text: 'ana' }], pageInfo: { hasNextPage: false } })
    expect(photo.comments.pageInfo.startCursor).toBe(photo.comments.edges[0].cursor)
  })
})

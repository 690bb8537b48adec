import { beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../../../support/subgraphTester.ts'
import { createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

const DAY = 24 * 60 * 60 * 1000

let app: PhotoApp
let ana: Person
let ben: Person

beforeEach(async () => {
  app = createPhotoApp()
  ;[ana, ben] = [await app.person('ana'), await app.person('ben')]
  await app.follow(ana, ben)
})

/** The captions that the viewer finds by each of the three ways. */
async function told(viewer: Person, storyId: string): Promise<string[][]> {
  const { photoStories } = await app.see(viewer, '{ photoStories { nodes { caption } } }')
  const { stories } = await app.seeEntity(viewer, 'PhotoProfile', ben.id, '{ stories { nodes { caption } } }')
  const byId = await app.seeEntity(viewer, 'PhotoStory', storyId, '{ caption }')
  const captions = (nodes: Json[]) => nodes.map((story) => story.caption)
  return [captions(photoStories.nodes), captions(stories.nodes), byId === null ? [] : [byId.caption]]
}

describe('a story', () => {
  it('is served up to its last millisecond and to nobody from then on, its author included', async () => {
    const id = await app.story(ben, 'today')
    await app.clock.advance(DAY - 1)
    expect(await told(ana, id)).toEqual([['today'], ['today'], ['today']])
    expect(await told(ben, id)).toEqual([['today'], ['today'], ['today']])
    await app.clock.advance(1)
    expect(await told(ana, id)).toEqual([[], [], []])
    expect(await told(ben, id)).toEqual([[], [], []])
  })

  it('says when it was posted and when it ends', async () => {
    const id = await app.story(ben, 'today', 'FOLLOWERS')
    expect(
      await app.seeEntity(ana, 'PhotoStory', id, '{ audience postedAt expiresAt crosspostedFrom media { url } }'),
    ).toEqual({
      audience: 'FOLLOWERS',
      postedAt: '2026-11-22T10:30:00.000Z',
      expiresAt: '2026-11-23T10:30:00.000Z',
      crosspostedFrom: null,
      media: null,
    })
  })

  it('comes newest first, a page at a time', async () => {
    for (const caption of ['one', 'two', 'three']) {
      await app.story(ben, caption)
      await app.clock.advance(1000)
    }
    const query =
      'query ($after: String) { photoStories(first: 2, after: $after) { nodes { caption } pageInfo { hasNextPage endCursor } } }'
    const { photoStories: first } = await app.see(ana, query)
    expect(first.nodes).toEqual([{ caption: 'three' }, { caption: 'two' }])
    const { photoStories: second } = await app.see(ana, query, { after: first.pageInfo.endCursor })
    expect(second).toMatchObject({ nodes: [{ caption: 'one' }], pageInfo: { hasNextPage: false } })
  })

  it('that was deleted is gone at once, and its words are erased', async () => {
    const id = await app.story(ben, 'oops')
    await app.act(ben, 'deletePhotoStory', { storyId: id })
    expect(await told(ana, id)).toEqual([[], [], []])
    expect(await told(ben, id)).toEqual([[], [], []])
    const [row] = await app.store.stories.getMany([app.ids.open(id, 'PhotoStory') ?? ''])
    expect(row).toMatchObject({ caption: null, expiresAt: 0 })
  })
})

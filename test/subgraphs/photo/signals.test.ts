import { describe, expect, it } from 'vitest'
import { countCalls } from '../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { consented } from '../../support/consented.ts'
import { createPhotoApp, type Person, type PhotoApp } from './photoApp.ts'
import { publish } from './publish.ts'

async function topics(app: PhotoApp, person: Person): Promise<string[] | null> {
  return (await consented(app, 'PhotoAdSignals', person.id, '{ topics validUntil }'))?.topics ?? null
}

describe('PhotoAdSignals', () => {
  it('has the topics of own and liked photos, the most frequent first; a liked own photo counts once', async () => {
    const app = createPhotoApp()
    const [anna, ben] = [await app.person('anna'), await app.person('ben')]
    await app.act(anna, 'likePhoto', { photoId: await publish(app, anna, 'lighthouse-at-dusk') })
    await publish(app, anna, 'misty-mountains')
    await app.act(anna, 'likePhoto', { photoId: await publish(app, ben, 'red-train') })
    await publish(app, ben, 'old-cinema')
    expect(await topics(app, anna)).toEqual(['TRAVEL', 'ARCHITECTURE', 'HIKING', 'NATURE', 'SAILING', 'TRAINS'])
  })

  it('forgets what is not liked any more, and is null without anything', async () => {
    const app = createPhotoApp()
    const [anna, ben] = [await app.person('anna'), await app.person('ben')]
    const photoId = await publish(app, ben, 'red-train')
    expect(await topics(app, anna)).toBeNull()
    await app.act(anna, 'likePhoto', { photoId })
    expect(await topics(app, anna)).toEqual(['TRAINS', 'TRAVEL'])
    await app.act(anna, 'unlikePhoto', { photoId })
    expect(await topics(app, anna)).toBeNull()
  })

  it('never reads stories, copies of other apps least of all', async () => {
    const counted = countCalls(createMemoryStorage())
    const app = createPhotoApp(counted.storage)
    const anna = await app.person('anna')
    const life = { postedAt: app.clock.wall(), expiresAt: app.clock.wall() + 1_000_000 }
    const story = { authorId: anna.local, caption: null, audience: 'EVERYONE', picture: 'red-train', ...life } as const
    await app.store.stories.insert({ _id: 'copy', ...story, crosspostedFrom: 'MESSENGER' })
    counted.reset()
    expect(await topics(app, anna)).toBeNull()
    expect(Object.keys(counted.calls()).filter((call) => call.includes('stories'))).toEqual([])
  })

  it.each([1, 30])('costs three store calls with %i likes', async (size) => {
    const counted = countCalls(createMemoryStorage())
    const app = createPhotoApp(counted.storage)
    const [anna, ben] = [await app.person('anna'), await app.person('ben')]
    for (let index = 0; index < size; index++) {
      await app.act(anna, 'likePhoto', { photoId: await publish(app, ben, 'lentil-soup') })
    }
    counted.reset()
    expect(await topics(app, anna)).toEqual(['COOKING'])
    expect(counted.calls()).toEqual({ 'photo_photos.page': 1, 'photo_likes.page': 1, 'photo_photos.getMany': 1 })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../../../support/subgraphTester.ts'
import { createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

let app: PhotoApp
let viewer: Person

beforeEach(async () => {
  app = createPhotoApp()
  viewer = await app.person('viewer')
})

async function suggested(first: number): Promise<Json[]> {
  const query = 'query ($n: Int) { photoMe { suggestedProfiles(first: $n) { basis why profile { username } } } }'
  return (await app.see(viewer, query, { n: first }))['photoMe'].suggestedProfiles
}

const names = (suggestions: Json[]) => suggestions.map((suggestion) => suggestion.profile.username)

describe('suggestedProfiles', () => {
  it('has what is popular lately first, then the newest', async () => {
    const people: Person[] = []
    for (const name of ['old', 'star', 'known', 'new']) {
      people.push(await app.person(name))
      await app.clock.advance(1000)
    }
    const [old, star, known] = people as [Person, Person, Person]
    await app.follow(old, star)
    await app.follow(known, star)
    await app.follow(star, known)
    expect(await suggested(10)).toEqual([
      {
        basis: 'CONTEXTUAL',
        why: 'It is among the profiles that gained most followers lately.',
        profile: { username: 'star' },
      },
      {
        basis: 'CONTEXTUAL',
        why: 'It is among the profiles that gained most followers lately.',
        profile: { username: 'known' },
      },
      {
        basis: 'CONTEXTUAL',
        why: 'It is among the newest profiles that you do not follow yet.',
        profile: { username: 'new' },
      },
      {
        basis: 'CONTEXTUAL',
        why: 'It is among the newest profiles that you do not follow yet.',
        profile: { username: 'old' },
      },
    ])
  })

  it('leaves out oneself, the followed, the private, the asked and the blocked', async () => {
    const [followed, shy, blocked, blocker] = await Promise.all([
      app.person('followed'),
      app.person('shy', { private: true }),
      app.person('blocked'),
      app.person('blocker'),
    ])
    await app.follow(viewer, followed)
    await app.act(viewer, 'followPhotoProfile', { profileId: shy.id })
    await app.act(viewer, 'blockPhotoProfile', { profileId: blocked.id })
    await app.act(blocker, 'blockPhotoProfile', { profileId: viewer.id })
    expect(await suggested(10)).toEqual([])
  })

  it.each([1, 7, 30, 100])('is of the number asked: %i', async (number) => {
    const people = await Promise.all(Array.from({ length: 130 }, (_, index) => app.person(`person${index}`)))
    await Promise.all(people.slice(0, 25).map((person) => app.follow(viewer, person)))
    const found = names(await suggested(number))
    expect(new Set(found).size).toBe(number)
  })
})

describe('feedQuality', () => {
  const quality = async () =>
    (await app.see(viewer, '{ photoMe { feedQuality { score basis } } }'))['photoMe'].feedQuality

  it('is the share of the photos of others in the feed that the viewer liked', async () => {
    const ben = await app.person('ben')
    await app.follow(viewer, ben)
    await app.photo(viewer, 'own photos do not count')
    expect(await quality()).toBeNull()
    const [liked] = [
      await app.photo(ben, 'a'),
      await app.photo(ben, 'b'),
      await app.photo(ben, 'c'),
      await app.photo(ben, 'd'),
    ]
    await app.act(viewer, 'likePhoto', { photoId: liked })
    expect(await quality()).toEqual({ score: 0.25, basis: 'CONTEXTUAL' })
  })

  it('is null while nobody is followed', async () => {
    expect(await quality()).toBeNull()
  })
})

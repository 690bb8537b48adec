import { beforeEach, describe, expect, it } from 'vitest'
import { codes, createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

let app: PhotoApp
let ana: Person
let ben: Person

beforeEach(async () => {
  app = createPhotoApp()
  ;[ana, ben] = [await app.person('ana'), await app.person('ben')]
})

const act = (who: Person, mutation: string, whom: Person) =>
  app.act(who, mutation, { profileId: whom.id }, 'profile { username bio }')

async function follows(): Promise<number> {
  const pairs = await app.store.follows.getMany([`${ana.local}:${ben.local}`, `${ben.local}:${ana.local}`])
  return pairs.filter((follow) => follow !== null).length
}

describe('blockPhotoProfile', () => {
  it('ends following both ways, and is listed to its maker only', async () => {
    await app.follow(ana, ben)
    await app.follow(ben, ana)
    expect(await act(ana, 'blockPhotoProfile', ben)).toEqual({ profile: { username: 'ben', bio: null }, errors: [] })
    expect(await follows()).toBe(0)
    const query = '{ photoMe { blockedProfiles { nodes { username } } } }'
    expect((await app.see(ana, query))['photoMe'].blockedProfiles.nodes).toEqual([{ username: 'ben' }])
    expect((await app.see(ben, query))['photoMe'].blockedProfiles.nodes).toEqual([])
  })

  it('hides a follow that a crash has left behind it', async () => {
    await act(ana, 'blockPhotoProfile', ben)
    const [followerId, followeeId] = [ben.local, ana.local]
    await app.store.follows.insert({
      _id: `${followerId}:${followeeId}`,
      followerId,
      followeeId,
      state: 'FOLLOWING',
      since: 0,
    })
    expect(await app.seeEntity(ben, 'PhotoProfile', ana.id, '{ viewerFollow }')).toEqual({ viewerFollow: 'NONE' })
    const { followers } = await app.seeEntity(ana, 'PhotoProfile', ana.id, '{ followers { nodes { username } } }')
    expect(followers.nodes).toEqual([])
  })

  it('leaves nothing to follow, accept or like, on either side', async () => {
    const photoId = await app.photo(ana, 'mine')
    await act(ana, 'blockPhotoProfile', ben)
    expect(codes(await act(ana, 'followPhotoProfile', ben))).toEqual(['BLOCKED'])
    expect(codes(await act(ben, 'followPhotoProfile', ana))).toEqual(['PROFILE_NOT_FOUND'])
    expect(codes(await act(ana, 'acceptPhotoFollower', ben))).toEqual(['BLOCKED'])
    expect(codes(await app.act(ben, 'likePhoto', { photoId }))).toEqual(['PHOTO_NOT_FOUND'])
  })

  it('may be done by both, changes nothing when repeated, and not to oneself', async () => {
    for (const [who, whom] of [
      [ana, ben],
      [ana, ben],
      [ben, ana],
    ] as const) {
      expect(codes(await act(who, 'blockPhotoProfile', whom))).toEqual([])
    }
    expect(codes(await act(ana, 'blockPhotoProfile', ana))).toEqual(['OWN_PROFILE'])
  })
})

describe('unblockPhotoProfile', () => {
  it('brings back nothing that the block ended, nor what a crash had left behind it', async () => {
    await act(ana, 'blockPhotoProfile', ben)
    const [followerId, followeeId] = [ben.local, ana.local]
    const left = { _id: `${followerId}:${followeeId}`, followerId, followeeId, state: 'FOLLOWING', since: 0 } as const
    await app.store.follows.insert(left)
    expect(codes(await act(ana, 'unblockPhotoProfile', ben))).toEqual([])
    expect(await follows()).toBe(0)
    expect(codes(await act(ben, 'followPhotoProfile', ana))).toEqual([])
  })

  it('of somebody who is not blocked changes nothing', async () => {
    await app.follow(ana, ben)
    await app.follow(ben, ana)
    expect(codes(await act(ana, 'unblockPhotoProfile', ben))).toEqual([])
    expect(await follows()).toBe(2)
  })

  it('does not end the block of the other', async () => {
    await act(ana, 'blockPhotoProfile', ben)
    await act(ben, 'blockPhotoProfile', ana)
    await act(ana, 'unblockPhotoProfile', ben)
    expect(codes(await act(ana, 'followPhotoProfile', ben))).toEqual(['PROFILE_NOT_FOUND'])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { FOLLOWING_LIMIT } from '../../../../subgraphs/photo/rules/privateProfilesAcceptFollowers.ts'
import { codes, createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

let app: PhotoApp
let ana: Person
let open: Person
let shy: Person

beforeEach(async () => {
  app = createPhotoApp()
  ;[ana, open, shy] = [await app.person('ana'), await app.person('open'), await app.person('shy', { private: true })]
})

const act = (who: Person, mutation: string, whom: Person) =>
  app.act(who, mutation, { profileId: whom.id }, 'profile { username viewerFollow }')

/** The usernames in a list of somebody's own profile. */
async function own(who: Person, list: string): Promise<string[]> {
  const { photoMe } = await app.see(who, `{ photoMe { ${list} { nodes { username } } } }`)
  return photoMe[list].nodes.map((profile: { username: string }) => profile.username)
}

describe('followPhotoProfile', () => {
  it('follows a public profile at once', async () => {
    expect(await act(ana, 'followPhotoProfile', open)).toEqual({
      profile: { username: 'open', viewerFollow: 'FOLLOWING' },
      errors: [],
    })
    expect(await own(open, 'followers')).toEqual(['ana'])
    expect(await own(ana, 'following')).toEqual(['open'])
    expect(await own(open, 'followRequests')).toEqual([])
  })

  it('asks a private one, which lists the request', async () => {
    expect((await act(ana, 'followPhotoProfile', shy)).profile.viewerFollow).toBe('REQUESTED')
    expect(await own(shy, 'followRequests')).toEqual(['ana'])
    expect(await own(shy, 'followers')).toEqual([])
    expect(await own(ana, 'following')).toEqual([])
  })

  it('changes nothing when repeated, also after it was accepted', async () => {
    await act(ana, 'followPhotoProfile', shy)
    await act(shy, 'acceptPhotoFollower', ana)
    expect((await act(ana, 'followPhotoProfile', shy)).profile.viewerFollow).toBe('FOLLOWING')
    expect(await own(shy, 'followers')).toEqual(['ana'])
  })

  it('lists the request of a private profile to its owner', async () => {
    await act(shy, 'followPhotoProfile', ana)
    expect(await own(ana, 'followers')).toEqual(['shy'])
  })

  it('refuses oneself, nobody, and ids that are none', async () => {
    expect(codes(await act(ana, 'followPhotoProfile', ana))).toEqual(['OWN_PROFILE'])
    for (const id of ['', 'nonsense', app.ids.seal('PhotoProfile', 'nobody'), app.ids.seal('Photo', ana.local)]) {
      expect(await app.act(ana, 'followPhotoProfile', { profileId: id }, 'profile { id }')).toEqual({
        profile: null,
        errors: [{ code: 'PROFILE_NOT_FOUND', path: ['profileId'] }],
      })
    }
  })

  it('refuses more than a feed can be read of, requests included', async () => {
    for (let index = 0; index < FOLLOWING_LIMIT; index++) {
      const pair = { followerId: ana.local, followeeId: `other${index}` }
      const state = index % 2 ? 'FOLLOWING' : 'REQUESTED'
      await app.store.follows.insert({ _id: `${pair.followerId}:${pair.followeeId}`, ...pair, state, since: index })
    }
    expect(codes(await act(ana, 'followPhotoProfile', open))).toEqual(['FOLLOWING_LIMIT_REACHED'])
    await app.store.follows.delete(`${ana.local}:other0`)
    expect(codes(await act(ana, 'followPhotoProfile', open))).toEqual([])
  })
})

describe('answering a request', () => {
  it('accepts, and a retry answers the same', async () => {
    await act(ana, 'followPhotoProfile', shy)
    expect(codes(await act(shy, 'acceptPhotoFollower', ana))).toEqual([])
    expect(codes(await act(shy, 'acceptPhotoFollower', ana))).toEqual([])
    expect(await own(shy, 'followers')).toEqual(['ana'])
  })

  it('accepts nobody who does not ask (any more)', async () => {
    expect(codes(await act(shy, 'acceptPhotoFollower', ana))).toEqual(['FOLLOW_REQUEST_NOT_FOUND'])
    await act(ana, 'followPhotoProfile', shy)
    await act(ana, 'unfollowPhotoProfile', shy)
    expect(codes(await act(shy, 'acceptPhotoFollower', ana))).toEqual(['FOLLOW_REQUEST_NOT_FOUND'])
  })

  it('rejects, and the other may ask again', async () => {
    await act(ana, 'followPhotoProfile', shy)
    expect(codes(await act(shy, 'rejectPhotoFollower', ana))).toEqual([])
    expect(codes(await act(shy, 'rejectPhotoFollower', ana))).toEqual([])
    expect(await own(shy, 'followRequests')).toEqual([])
    expect((await act(ana, 'followPhotoProfile', shy)).profile.viewerFollow).toBe('REQUESTED')
  })

  it('rejects no follower: removing is another act', async () => {
    await app.follow(ana, shy)
    expect(codes(await act(shy, 'rejectPhotoFollower', ana))).toEqual(['FOLLOW_REQUEST_NOT_FOUND'])
    expect(await own(shy, 'followers')).toEqual(['ana'])
    expect(codes(await act(shy, 'removePhotoFollower', ana))).toEqual([])
    expect(codes(await act(shy, 'removePhotoFollower', ana))).toEqual([])
    expect(await own(shy, 'followers')).toEqual([])
  })

  it('cannot be done by the one who asks', async () => {
    await act(ana, 'followPhotoProfile', shy)
    expect(codes(await act(ana, 'acceptPhotoFollower', shy))).toEqual(['FOLLOW_REQUEST_NOT_FOUND'])
  })
})

describe('lists of follows', () => {
  it('show others no private profile that they do not follow', async () => {
    await act(shy, 'followPhotoProfile', open)
    await act(ana, 'followPhotoProfile', open)
    const query = '{ photoProfile(username: "open") { followers { nodes { username } pageInfo { hasNextPage } } } }'
    const seen = async (viewer: Person | null) => (await app.see(viewer, query))['photoProfile'].followers.nodes.length
    expect(await seen(null)).toBe(1)
    expect(await seen(ana)).toBe(1)
    expect(await own(open, 'followers')).toHaveLength(2)
    await app.follow(ana, shy)
    expect(await seen(ana)).toBe(2)
  })

  it('come in pages, last first', async () => {
    for (const name of ['p1p', 'p2p', 'p3p']) {
      await app.clock.advance(1000)
      await act(await app.person(name), 'followPhotoProfile', open)
    }
    const query = `query ($after: String) { photoProfile(username: "open") {
      followers(first: 2, after: $after) { nodes { username } pageInfo { endCursor hasNextPage } } } }`
    const first = (await app.see(ana, query))['photoProfile'].followers
    expect(first).toMatchObject({ nodes: [{ username: 'p3p' }, { username: 'p2p' }], pageInfo: { hasNextPage: true } })
    const second = (await app.see(ana, query, { after: first.pageInfo.endCursor }))['photoProfile'].followers
    expect(second).toMatchObject({ nodes: [{ username: 'p1p' }], pageInfo: { hasNextPage: false } })
  })
})

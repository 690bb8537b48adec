import { beforeEach, describe, expect, it } from 'vitest'
import { codes, createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

let app: PhotoApp
let ana: Person
let ben: Person
let photoId: string

beforeEach(async () => {
  app = createPhotoApp()
  ;[ana, ben] = [await app.person('ana'), await app.person('ben')]
  photoId = await app.photo(ben, 'of ben')
})

const act = (who: Person, mutation: string, id = photoId) =>
  app.act(who, mutation, { photoId: id }, 'photo { likeCount likedByViewer }')

describe('likes', () => {
  it('count each person once, and are taken back', async () => {
    expect(await act(ana, 'likePhoto')).toEqual({ photo: { likeCount: 1, likedByViewer: true }, errors: [] })
    expect((await act(ana, 'likePhoto')).photo.likeCount).toBe(1)
    expect((await act(ben, 'likePhoto')).photo.likeCount).toBe(2)
    expect((await act(ana, 'unlikePhoto')).photo).toEqual({ likeCount: 1, likedByViewer: false })
    expect((await act(ana, 'unlikePhoto')).photo.likeCount).toBe(1)
  })

  it('are seen anew by the next mutation of the same operation', async () => {
    const query = `mutation ($i: LikePhotoInput!, $u: UnlikePhotoInput!) {
      likePhoto(input: $i) { photo { likeCount } } unlikePhoto(input: $u) { photo { likeCount } } }`
    expect(await app.see(ana, query, { i: { photoId }, u: { photoId } })).toEqual({
      likePhoto: { photo: { likeCount: 1 } },
      unlikePhoto: { photo: { likeCount: 0 } },
    })
  })

  it('are null in likedByViewer for somebody signed out', async () => {
    await act(ana, 'likePhoto')
    expect(await app.seeEntity(null, 'Photo', photoId, '{ likeCount likedByViewer }')).toEqual({
      likeCount: 1,
      likedByViewer: null,
    })
  })

  it('need a photo that the viewer sees', async () => {
    const shy = await app.person('shy', { private: true })
    const hidden = await app.photo(shy, 'hidden')
    for (const id of [hidden, app.ids.seal('Photo', 'missing'), app.ids.seal('PhotoStory', 'x'), 'nonsense', '']) {
      expect(codes(await act(ana, 'likePhoto', id))).toEqual(['PHOTO_NOT_FOUND'])
      expect(codes(await act(ana, 'unlikePhoto', id))).toEqual(['PHOTO_NOT_FOUND'])
    }
  })

  it('can be taken back from a photo that the viewer sees no more', async () => {
    await act(ana, 'likePhoto')
    await app.act(ben, 'blockPhotoProfile', { profileId: ana.id })
    expect(await act(ana, 'unlikePhoto')).toEqual({ photo: null, errors: [] })
    expect((await app.seeEntity(ben, 'Photo', photoId, '{ likeCount }')).likeCount).toBe(0)
  })
})

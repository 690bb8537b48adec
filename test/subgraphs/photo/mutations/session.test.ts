import { beforeAll, describe, expect, it } from 'vitest'
import { createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

const MUTATIONS: Readonly<Record<string, object>> = {
  followPhotoProfile: { profileId: 'x' },
  unfollowPhotoProfile: { profileId: 'x' },
  acceptPhotoFollower: { profileId: 'x' },
  rejectPhotoFollower: { profileId: 'x' },
  removePhotoFollower: { profileId: 'x' },
  blockPhotoProfile: { profileId: 'x' },
  unblockPhotoProfile: { profileId: 'x' },
  likePhoto: { photoId: 'x' },
  unlikePhoto: { photoId: 'x' },
  postPhotoStory: { caption: 'Hello', audience: 'EVERYONE', idempotencyKey: 'k' },
  deletePhotoStory: { storyId: 'x' },
}

let app: PhotoApp
let ana: Person

beforeAll(async () => {
  app = createPhotoApp()
  ana = await app.person('ana')
})

describe.each(Object.entries(MUTATIONS))('%s', (mutation, input) => {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { errors { code } } }`

  it.each([
    ['somebody signed out', () => ({})],
    ['an ACCOUNTS client, which only reads', () => ({ as: ana.id })],
    ['a client without a viewer', () => ({ client: 'PHOTO' })],
    ['a session whose profile is gone', () => ({ as: app.ids.seal('PhotoProfile', 'gone'), client: 'PHOTO' })],
  ])('is refused to %s', async (_who, session) => {
    const { data, errors } = await app.ask(query, { ...session(), variables: { input } })
    expect(data).toEqual({ [mutation]: null })
    expect(errors).toMatchObject([{ path: [mutation], extensions: { code: 'NOT_SIGNED_IN_TO_APP' } }])
  })
})

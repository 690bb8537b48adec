import { beforeEach, describe, expect, it } from 'vitest'
import { createPhotoApp, type PhotoApp } from '../photoApp.ts'

const ANA = { username: 'ana', displayName: 'Ana', birthYear: 1990, idempotencyKey: 'a' }

let app: PhotoApp

beforeEach(() => {
  app = createPhotoApp()
})

/** The code and the message of the fault that a call ends with. */
async function refusal(operation: string, input: object, caller?: string): Promise<string> {
  const call = app.internal(operation, input, caller)
  const fault = await call.then(
    () => null,
    (error: { extensions: { code: string }; message: string }) => error,
  )
  return fault === null ? 'accepted' : `${fault.extensions.code} ${fault.message}`
}

describe('createProfile', () => {
  it('makes one profile however often it is called, also at the same time', async () => {
    const [first, second] = await Promise.all([app.internal('createProfile', ANA), app.internal('createProfile', ANA)])
    expect(second).toEqual(first)
    await app.clock.advance(365 * 24 * 60 * 60 * 1000)
    expect(await app.internal('createProfile', ANA)).toEqual(first)
  })

  it('gives a username to one profile only', async () => {
    await app.internal('createProfile', ANA)
    expect(await refusal('createProfile', { ...ANA, username: ' @ANA', idempotencyKey: 'b' })).toBe(
      'INTERNAL_INPUT_INVALID The handle or username must be free, but somebody has it: ana. Choose another.',
    )
  })

  it.each([
    ['a username', { username: 'an' }],
    ['a display name', { displayName: ' ' }],
    ['a birth year', { birthYear: 90 }],
    ['settings', { settings: { theme: 'pink' } }],
    ['known fields only', { admin: true }],
  ])('needs %s', async (_name, wrong) => {
    expect(await refusal('createProfile', { ...ANA, ...wrong })).toMatch(/^INTERNAL_INPUT_INVALID/)
  })

  it('is for the seeder', async () => {
    expect(await refusal('createProfile', ANA, 'accounts')).toMatch(/^INTERNAL_CALL_FORBIDDEN/)
  })
})

describe('publishDemoPhoto', () => {
  const photo = (more: object) => ({
    picture: 'red-train',
    caption: 'On time.',
    takenAt: '2026-01-02T03:04:05.678Z',
    idempotencyKey: 'p',
    ...more,
  })

  it('publishes once, with the time it was taken', async () => {
    const { id: authorId } = await app.internal('createProfile', ANA)
    const first = await app.internal('publishDemoPhoto', photo({ authorId }))
    expect(await app.internal('publishDemoPhoto', photo({ authorId, caption: 'Late.' }))).toEqual(first)
    expect(await app.seeEntity(null, 'Photo', first.id, '{ caption takenAt author { username } }')).toEqual({
      caption: 'On time.',
      takenAt: '2026-01-02T03:04:05.678Z',
      author: { username: 'ana' },
    })
  })

  it('needs an author and a picture of the catalogue', async () => {
    const { id: authorId } = await app.internal('createProfile', ANA)
    for (const wrong of [
      { authorId, picture: '../../secret' },
      { authorId: 'x' },
      { authorId, takenAt: 'yesterday' },
    ]) {
      expect(await refusal('publishDemoPhoto', photo(wrong))).toMatch(/^INTERNAL_INPUT_INVALID/)
    }
    expect(await refusal('publishDemoPhoto', photo({ authorId: app.ids.seal('PhotoProfile', 'nobody') }))).toBe(
      'INTERNAL_INPUT_INVALID "authorId" must be of a profile, but there is none.',
    )
  })
})

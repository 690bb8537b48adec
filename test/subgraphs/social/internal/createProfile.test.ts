import { describe, expect, test } from 'vitest'
import { people } from '../people.ts'

const ADA = { username: 'ada', displayName: 'Ada', birthYear: 1990, idempotencyKey: 'k' }

describe('createProfile', () => {
  test('makes a profile with careful settings', async () => {
    const social = await people({ ada: {} })
    const fields = 'username settings { whoMayTag whoMayMessage whoMayFind whoMaySeeFriends theme language }'
    expect(await social.sees('ada', 'ada', fields)).toEqual({
      username: 'ada',
      settings: {
        whoMayTag: 'CONNECTIONS',
        whoMayMessage: 'CONNECTIONS',
        whoMayFind: 'EVERYONE',
        whoMaySeeFriends: 'CONNECTIONS',
        theme: 'system',
        language: 'en',
      },
    })
  })

  test('answers the same profile for the same key, also at once', async () => {
    const social = await people({})
    const create = () => social.tester.internal('createProfile', ADA)
    const [one, two] = await Promise.all([create(), create()])
    expect(one).toEqual(two)
    expect(await create()).toEqual(one)
  })

  test('takes the settings it is given and keeps usernames in lower case', async () => {
    const social = await people({})
    const settings = { whoMayTag: 'NOBODY', language: 'de-CH' }
    const { id } = await social.tester.internal('createProfile', { ...ADA, username: '@Ada.L', settings })
    const selection = '{ username settings { whoMayTag language theme } }'
    const asked = { as: id, client: 'SOCIAL' }
    const [profile] = await social.tester.entities('SocialProfile', [{ id }], selection, asked)
    expect(profile).toEqual({ username: 'ada.l', settings: { ...settings, theme: 'system' } })
  })

  test.each([
    [{ username: 'a b' }, 'INTERNAL_INPUT_INVALID'],
    [{ username: 'ab' }, 'INTERNAL_INPUT_INVALID'],
    [{ displayName: ' ' }, 'INTERNAL_INPUT_INVALID'],
    [{ displayName: 'x'.repeat(81) }, 'INTERNAL_INPUT_INVALID'],
    [{ birthYear: 90 }, 'INTERNAL_INPUT_INVALID'],
    [{ settings: { whoMayTag: 'FRIENDS' } }, 'INTERNAL_INPUT_INVALID'],
    [{ private: true }, 'INTERNAL_INPUT_INVALID'],
    [{ username: 'taken' }, 'INTERNAL_INPUT_INVALID'],
    [{ idempotencyKey: 'taken' }, 'IDEMPOTENCY_KEY_REUSED'],
  ])('refuses %j', async (wrong, code) => {
    const social = await people({ taken: {} })
    const creating = social.tester.internal('createProfile', { ...ADA, ...wrong })
    await expect(creating).rejects.toMatchObject({ extensions: { code } })
  })

  test('is for the seeder only', async () => {
    const social = await people({})
    const creating = social.tester.internal('createProfile', ADA, 'photo')
    await expect(creating).rejects.toMatchObject({ extensions: { code: 'INTERNAL_CALL_FORBIDDEN' } })
  })

  test('keeps the birth year to itself', async () => {
    const social = await people({ ada: {} })
    const { data } = await social.ask('ada', '{ __type(name: "SocialProfile") { fields { name } } }')
    expect(JSON.stringify(data)).not.toMatch(/birth/i)
  })
})

import { describe, expect, test } from 'vitest'
import { actingProfile, isOwnProfile } from '../../../../subgraphs/runtime/subgraph/session.ts'

const ana = { name: 'Ana' }
const noted: unknown[] = []
const load = {
  profile: { load: async (local: string) => (local === 'ana' ? ana : null) },
  activity: { note: async (...note: unknown[]) => void noted.push(note) },
}
const now = 7
const viewer = (local: string) => ({ local, id: `sealed ${local}`, authTime: 0 })

describe('who acts', () => {
  test('is the viewer, by the app’s own client, and is noted to be active', async () => {
    expect(await actingProfile('PHOTO', { client: 'PHOTO', viewer: viewer('ana'), load, now })).toBe(ana)
    expect(noted.splice(0)).toEqual([['ana', now]])
  })

  test.each([
    ['the client of another app', 'SOCIAL', viewer('ana')],
    ['the accounts center', 'ACCOUNTS', viewer('ana')],
    ['a client that this app is not told', null, viewer('ana')],
    ['somebody signed out', 'PHOTO', null],
    ['a profile that is gone', 'PHOTO', viewer('ben')],
  ])('is not %s', async (_case, client, who) => {
    await expect(actingProfile('PHOTO', { client, viewer: who, load, now })).rejects.toMatchObject({
      extensions: { code: 'NOT_SIGNED_IN_TO_APP' },
    })
    expect(noted).toEqual([])
  })
})

describe('one’s own profile', () => {
  test('is the viewer’s, and nobody’s when signed out', () => {
    expect(isOwnProfile('ana', { viewer: viewer('ana') })).toBe(true)
    expect(isOwnProfile('ben', { viewer: viewer('ana') })).toBe(false)
    expect(isOwnProfile('ana', { viewer: null })).toBe(false)
  })
})

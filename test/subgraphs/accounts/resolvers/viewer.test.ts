import { describe, expect, test } from 'vitest'
import { createEntry } from '../../../../gateway/entry/entry.ts'
import { generateEntry } from '../../../../schema/compose/entry.ts'
import { ANNA, BEN, center, SESSION_NAMES, SESSIONS } from '../center.ts'

const accounts = center()
const viewerId = (profileId: string) => Buffer.from(`Viewer:${profileId}`).toString('base64url')
const ANYBODY = viewerId(BEN.SOCIAL)

describe('the viewer', () => {
  test.each([
    ['MESSENGER', ANNA.MESSENGER, { closedAccounts: null, linkRequests: [], crosspostTargets: [] }],
    ['PHOTO', ANNA.PHOTO, { closedAccounts: null, linkRequests: [], crosspostTargets: null }],
    ['SOCIAL', ANNA.SOCIAL, { closedAccounts: null, linkRequests: [], crosspostTargets: null }],
    ['ACCOUNTS', ANNA.MESSENGER, { closedAccounts: [], linkRequests: [], crosspostTargets: null }],
    ['acme', ANNA.MESSENGER, { closedAccounts: null, linkRequests: null, crosspostTargets: null }],
  ] as const)('of %s has what that client may see, and no account', async (session, profileId, lists) => {
    expect(await accounts.fetch(session, 'Viewer', viewerId(profileId))).toEqual({
      __typename: 'Viewer',
      id: viewerId(profileId),
      account: null,
      ...lists,
    })
  })

  test('is nobody without a session, and for a partner to whom no profile was proved', async () => {
    expect(await accounts.fetch('nobody', 'Viewer', ANYBODY)).toBeNull()
    expect(await accounts.fetch({ client: 'acme', profiles: [] }, 'Viewer', ANYBODY)).toBeNull()
  })

  test('follows from the header, whichever id is sent', async () => {
    for (const id of [ANYBODY, '', 'x', null, 7]) {
      expect(await accounts.fetch('PHOTO', 'Viewer', id)).toMatchObject({ id: viewerId(ANNA.PHOTO) })
    }
  })

  test('has the id that the gateway’s entry gives', async () => {
    const entry = createEntry({ sdl: generateEntry([]), ...accounts.ports })
    for (const session of SESSION_NAMES) {
      const identity = { timeoutMs: 1000, ...SESSIONS[session] }
      const { data } = await entry.execute({ query: '{ viewer { id } }', identity })
      const { id } = (await accounts.fetch(session, 'Viewer', ANYBODY)) ?? {}
      expect((data as { viewer: { id: string } | null }).viewer?.id).toBe(id)
    }
  })
})

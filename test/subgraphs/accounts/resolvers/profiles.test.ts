import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testIds } from '../../../support/subgraphTester.ts'
import { ANNA, APP_NAMES, BEN, center, EMPTY, PERSON_TYPES, SESSION_NAMES, SESSIONS } from '../center.ts'

const accounts = center()
const CONNECTION = '{ nodes { id } pageInfo { hasNextPage } }'

describe.each(APP_NAMES)('a profile of %s', (app) => {
  const type = PERSON_TYPES[app]

  test.each(SESSION_NAMES)('of somebody else, to %s: its id and app, and nothing that nobody has', async (session) => {
    expect(await accounts.fetch(session, type, BEN[app])).toEqual({
      __typename: type,
      id: BEN[app],
      app,
      avatar: null,
      stickers: null,
      account: null,
      linkedProfiles: typed(EMPTY),
    })
  })

  test('of one’s own has stickers to pick from, none yet, in its app and in the accounts center', async () => {
    const seen = SESSION_NAMES.map(async (session) => [session, await accounts.fetch(session, type, ANNA[app])])
    const stickers = (await Promise.all(seen)).filter(([, profile]) => profile.stickers !== null)
    expect(stickers.map(([session]) => session)).toEqual([app, 'ACCOUNTS'])
    for (const [, profile] of stickers) expect(profile.stickers.nodes).toEqual([])
  })

  test('has no account, whoever asks', async () => {
    for (const session of SESSION_NAMES) {
      expect((await accounts.fetch(session, type, ANNA[app])).account).toBeNull()
    }
  })

  test.each(['stickers', 'linkedProfiles'])('has pages of %s from 1 to 100', async (field) => {
    const ask = async (args: string) => {
      const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${field}${args} ${CONNECTION} } } }`
      const variables = { keys: [{ __typename: type, id: ANNA[app] }] }
      return (await accounts.ask(query, { ...SESSIONS.ACCOUNTS, variables })).errors?.[0]?.extensions?.code
    }
    for (const first of [1, 100]) expect(await ask(`(first: ${first})`)).toBeUndefined()
    for (const first of [0, -1, 101]) expect(await ask(`(first: ${first})`)).toBe('PAGE_SIZE_INVALID')
    expect(await ask('(after: "x")')).toBe('CURSOR_INVALID')
    expect(await ask(`(after: "${ANNA[app]}")`)).toBe('CURSOR_INVALID')
  })
})

describe('ids', () => {
  test('of another type, or malformed, are null', async () => {
    const bad = ['', 'x', 'ü'.repeat(99), `${ANNA.MESSENGER}=`, 'A'.repeat(5000), 7, null, {}, [ANNA.MESSENGER]]
    const status = testIds('messenger').seal('Status', 'some')
    for (const id of [...bad, ANNA.PHOTO, status]) {
      expect([id, await accounts.fetch('ACCOUNTS', 'MessengerProfile', id)]).toEqual([id, null])
    }
    for (const id of [...bad, ANNA.MESSENGER]) {
      expect([id, await accounts.fetch('ACCOUNTS', 'Status', id)]).toEqual([id, null])
    }
    expect(accounts.logged).toEqual([])
  })

  test('that are forged answer like real ones: the key is not ours, and nothing shows which is which', async () => {
    const forged = Buffer.from('0123456789abcdefPhotoProfile:nobody').toString('base64url')
    const { id: _real, ...real } = await accounts.fetch('PHOTO', 'PhotoProfile', BEN.PHOTO)
    const { id: _forged, ...invented } = await accounts.fetch('PHOTO', 'PhotoProfile', forged)
    expect(invented).toEqual(real)
  })

  test('of any text never fail and never name another type', async () => {
    const local = fc.string({ unit: 'binary', maxLength: 20 })
    const sealed = fc
      .tuple(fc.constantFrom(...Object.values(PERSON_TYPES), 'Status', 'Account'), local)
      .map(([type, name]) => Buffer.from(`0123456789abcdef${type}:${name}`).toString('base64url'))
    const anyId = fc.asyncProperty(fc.oneof(sealed, local), async (id) => {
      const found = await accounts.fetch('SOCIAL', 'SocialProfile', id)
      const named = Buffer.from(id, 'base64url').subarray(16).toString().startsWith('SocialProfile:')
      expect(named ? [null, id] : [null]).toContain(found?.id ?? null)
    })
    await fc.assert(anyId, { numRuns: 200, seed: 2 })
    expect(accounts.logged).toEqual([])
  })
})

describe('a status', () => {
  const status = testIds('messenger').seal('Status', 'some')
  const nowhere = { __typename: 'Status', id: status, crosspost: null }

  test.each(SESSION_NAMES)('was shared nowhere, says accounts to %s', async (session) => {
    expect(await accounts.fetch(session, 'Status', status)).toEqual(nowhere)
  })
})

/** The empty connection, with the type names that a selection of every field asks for. */
function typed({ pageInfo, ...lists }: typeof EMPTY): object {
  return { __typename: 'ProfileConnection', ...lists, pageInfo: { __typename: 'PageInfo', ...pageInfo } }
}

import { describe, expect, test } from 'vitest'
import { type MutationName, WHO_MAY_CALL, whyNotCall } from '../../../../subgraphs/accounts/rules/whoMayCall.ts'
import { center, mutationOf, SESSION_NAMES, type SessionName, SESSIONS } from '../center.ts'
import { fieldsOf } from '../everyField.ts'

/**
 * Written from the text of identity.md ("Who may call what in accounts"), not from the code: one row a mutation, in the
 * order of the clients. `+` may call it, `-` is CLIENT_NOT_ALLOWED, `?` is UNAUTHENTICATED.
 */
const CLIENTS: readonly SessionName[] = ['MESSENGER', 'PHOTO', 'SOCIAL', 'ACCOUNTS', 'acme', 'nobody']
const TABLE = `
  requestLink        + + + - - ?
  openLink           + + + - - ?
  confirmLink        + + + - - ?
  approveLink        + + + - - ?
  rejectLink         + + + - - ?
  pauseLink          - - - + - ?
  resumeLink         - - - + - ?
  unlink             - - - + - ?
  setLinkVisibility  - - - + - ?
  setConsent         - - - + - ?
  setFeature         - - - + - ?
  createCrosspostUpload + - - + - ?
  crosspostStatus    + - - + - ?
  updateCrosspost    + - - + - ?
  retractCrosspost   + - - + - ?
  retryCrosspost     + - - + - ?
  setAutoCrosspost   + - - + - ?
`
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/))
const cells = rows.flatMap(([mutation = '', ...marks]) =>
  CLIENTS.map((client, column) => [mutation, client, marks[column] ?? ''] as const),
)
const CODES: Readonly<Record<string, string | null>> = { '+': null, '-': 'CLIENT_NOT_ALLOWED', '?': 'UNAUTHENTICATED' }

const accounts = center()

describe('who may call what', () => {
  test('every mutation of the SDL is in both tables, for every kind of client', () => {
    const mutations = new Set(rows.map(([mutation]) => mutation))
    expect(new Set(fieldsOf(accounts.subgraph.sdl, 'Mutation'))).toEqual(mutations)
    expect(new Set(Object.keys(WHO_MAY_CALL))).toEqual(mutations)
    expect(new Set(CLIENTS)).toEqual(new Set(SESSION_NAMES))
  })

  test('the rule and the table agree', () => {
    for (const [mutation, client, mark] of cells) {
      const session = { client: null, profiles: [], ...SESSIONS[client] }
      expect([mutation, client, whyNotCall(mutation as MutationName, session)]).toEqual([mutation, client, CODES[mark]])
    }
  })

  test.each(rows.map(([mutation = '']) => mutation))('%s answers each client as the table says', async (mutation) => {
    const { query, sample } = mutationOf(accounts.subgraph.sdl, mutation)
    for (const [, client, mark] of cells.filter(([name]) => name === mutation)) {
      const answer = await accounts.ask(query, { ...SESSIONS[client], variables: { input: sample } })
      const faults = answer.errors?.map(({ path, extensions }) => [path, extensions?.code]) ?? []
      const refused = [[[mutation], CODES[mark]]]
      expect([client, faults]).toEqual([client, mark === '+' ? [] : refused])
      expect(answer.data?.[mutation] === null).toBe(faults.length > 0)
    }
  })
})

describe('a client without a person', () => {
  const nobodyIn = { profiles: [] }
  const otherApp = { client: 'MESSENGER', profiles: SESSIONS.PHOTO.profiles }

  test('acts for nobody, should such a token ever be issued', () => {
    expect(whyNotCall('openLink', { client: 'MESSENGER', ...nobodyIn })).toBe('UNAUTHENTICATED')
    expect(whyNotCall('setConsent', { client: 'ACCOUNTS', ...nobodyIn })).toBe('UNAUTHENTICATED')
    expect(whyNotCall('openLink', otherApp)).toBe('UNAUTHENTICATED')
  })

  test('of a partner is still a client that may not', () => {
    expect(whyNotCall('setConsent', { client: 'acme', ...nobodyIn })).toBe('CLIENT_NOT_ALLOWED')
  })
})

describe('names', () => {
  test.each(['messenger', 'Accounts', ' ACCOUNTS', 'MESSENGER\0', '__proto__', 'constructor', ''])(
    'that only look like a client of the family are a partner: %j',
    (client) => {
      for (const mutation of Object.keys(WHO_MAY_CALL) as MutationName[]) {
        expect(whyNotCall(mutation, { ...SESSIONS.ACCOUNTS, client })).toBe('CLIENT_NOT_ALLOWED')
      }
    },
  )
})

test('a refusal says whose the mutation is', async () => {
  const query =
    'mutation { crosspostStatus(input: { statusId: "s", targets: [], content: {}, idempotencyKey: "1" }) { errors { code } } }'
  const { errors } = await accounts.ask(query, SESSIONS.PHOTO)
  expect(errors).toMatchObject([
    {
      message:
        '"crosspostStatus" must be called with a token of MESSENGER or ACCOUNTS, but got one of another client. ' +
        'Use that client.',
    },
  ])
})

test('a refused mutation does not null the ones beside it', async () => {
  const query = `mutation {
    a: pauseLink(input: { linkId: "x" }) { errors { code } }
    b: openLink(input: { code: "x" }) { errors { code } }
  }`
  expect(await accounts.ask(query, SESSIONS.PHOTO)).toMatchObject({
    data: { a: null, b: { errors: [{ code: 'LINK_CODE_WRONG' }] } },
    errors: [{ path: ['a'], extensions: { code: 'CLIENT_NOT_ALLOWED' } }],
  })
})

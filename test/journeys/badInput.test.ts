import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ISSUER } from '../../bin/house/house.ts'
import { issueToken } from '../../gateway/identify/tokens.ts'
import { isErrorCode } from '../../subgraphs/runtime/errors/registry.ts'
import { openKeys } from '../../subgraphs/runtime/keys/keys.ts'
import type { Answered, Who } from '../support/asker.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { ABSURD } from '../subgraphs/accounts/badInput.ts'

/** Everything wrong that a client can send to the whole graph: a documented code each time, and the process goes on. */
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

const ADA: Who = ['Ada Okafor', 'PHOTO']
const JSON_TYPE = { 'content-type': 'application/json' }
const post = (body: string, headers: Record<string, string> = JSON_TYPE): Promise<Answered> =>
  graph.send('/graphql', { method: 'POST', headers, body })
const ask = (query: string, variables: object = {}): Promise<Answered> =>
  graph.ask(query, { by: ADA, variables: { ...variables } })

/** The code, which is documented; and the same process answers the next one. */
async function codeOf(answering: Promise<Answered>): Promise<string> {
  const { codes, text } = await answering
  expect(codes.filter((code) => !isErrorCode(code))).toEqual([])
  // Nothing of how it is made: no stack, no file.
  expect(text).not.toMatch(/\.ts|node_modules|\n\s+at /)
  expect(await graph.data('{ photoMe { username } }', { by: ADA })).toEqual({ photoMe: { username: 'ada.sees' } })
  return codes.join()
}

describe('what is no GraphQL request', () => {
  test.each<[string, () => Promise<Answered>, string]>([
    ['malformed JSON', () => post('{"query":'), 'REQUEST_MALFORMED_JSON'],
    ['no body', () => post(''), 'REQUEST_MALFORMED_JSON'],
    [
      'a wrong media type',
      () => post('{"query":"{ photoMe { id } }"}', { 'content-type': 'text/xml' }),
      'REQUEST_MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'a body of 2 MB',
      () => post(JSON.stringify({ query: '{ photoMe { id } }', variables: { a: 'x'.repeat(2 ** 21) } })),
      'REQUEST_BODY_TOO_LARGE',
    ],
    ['a batch', () => post('[{"query":"{ photoMe { id } }"}]'), 'BAD_REQUEST'],
    ['another path', () => graph.send('/graphql/more', { method: 'POST' }), 'REQUEST_PATH_UNKNOWN'],
    ['another method', () => graph.send('/graphql', { method: 'DELETE' }), 'REQUEST_METHOD_NOT_ALLOWED'],
  ])('%s', async (_what, send, code) => {
    expect(await codeOf(send())).toBe(code)
  })
})

const nested = (depth: number): string =>
  `{ photoMe ${'{ followers { nodes '.repeat(depth / 2)} { id } ${'} } '.repeat(depth / 2)} }`
const aliases = Array.from({ length: 10_000 }, (_, index) => `a${index}: photoMe { id }`).join(' ')

describe('an operation that is none, or too much of one', () => {
  test.each<[string, string, object, string]>([
    ['a syntax error', '{ photoMe { id }', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ photoMe { shoeSize } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a field of the house', '{ socialMe { messengerAdSignals { topics } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', '{ photoFeed(last: 3) { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['10,000 aliases', `{ ${aliases} }`, {}, 'OPERATION_TOO_MANY_ALIASES'],
    ['depth 60', nested(60), {}, 'OPERATION_TOO_DEEP'],
    ['a subscription', 'subscription { statusPosted { id } }', {}, 'SUBSCRIPTIONS_OFF'],
    ['an Int of another kind', '{ photoFeed(first: "ten") { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an Int that overflows', '{ photoFeed(first: 2147483648) { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an enum that is none', '{ audienceCount(app: FAX) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_what, query, variables, code) => {
    expect(await codeOf(ask(query, variables))).toBe(code)
  })
})

const FEED =
  'query ($first: Int, $after: String) { photoFeed(first: $first, after: $after) { nodes { id } } socialMe { id } }'
const STORY = `mutation ($input: PostPhotoStoryInput!) { postPhotoStory(input: $input) { errors { code } } }`
const STATUS = `mutation ($input: PostStatusInput!) { postStatus(input: $input) { errors { code } } }`
const story = { caption: 'a', audience: 'EVERYONE', idempotencyKey: 'k' }

describe('values that only their owner can judge', () => {
  test.each<[string, string, object, string]>([
    ['page size 0', FEED, { first: 0 }, 'PAGE_SIZE_INVALID'],
    ['page size -1', FEED, { first: -1 }, 'PAGE_SIZE_INVALID'],
    ['page size 101', FEED, { first: 101 }, 'PAGE_SIZE_INVALID'],
    ['a page size that is text', FEED, { first: '7' }, 'BAD_USER_INPUT'],
    ['a page size that overflows', FEED, { first: 2 ** 40 }, 'BAD_USER_INPUT'],
    ['a page size that is no whole number', FEED, { first: 1.5 }, 'BAD_USER_INPUT'],
    ['a cursor that is none', FEED, { after: 'next' }, 'CURSOR_INVALID'],
    ['a cursor that is empty', FEED, { after: '' }, 'CURSOR_INVALID'],
    ['a cursor that is an object', FEED, { after: { a: 1 } }, 'BAD_USER_INPUT'],
    ['101 ids', '{ nodes(ids: ["a"]) { id } }'.replace('"a"', '"a" '.repeat(101)), {}, 'TOO_MANY_IDS'],
    ['an id that is an object', 'query ($id: ID!) { node(id: $id) { id } }', { id: { a: 1 } }, 'BAD_USER_INPUT'],
    ['an input that is missing', STORY, {}, 'BAD_USER_INPUT'],
    ['a field of an input that is missing', STORY, { input: { ...story, caption: undefined } }, 'BAD_USER_INPUT'],
    ['a field of an input that there is not', STORY, { input: { ...story, colour: 'red' } }, 'BAD_USER_INPUT'],
    ['an enum value that there is not', STORY, { input: { ...story, audience: 'MARS' } }, 'BAD_USER_INPUT'],
    ['a list where one is meant', STORY, { input: [story, story] }, 'BAD_USER_INPUT'],
    ['no idempotency key', STORY, { input: { ...story, idempotencyKey: '' } }, 'BAD_USER_INPUT'],
    ['a key of 129 characters', STORY, { input: { ...story, idempotencyKey: 'k'.repeat(129) } }, 'BAD_USER_INPUT'],
  ])('%s', async (_what, query, variables, code) => {
    expect(await codeOf(ask(query, variables))).toBe(code)
  })

  test.each([12, true, ['AA'], { a: 1 }])('the ciphertext %o', async (ciphertext) => {
    const input = { kind: 'TEXT', ciphertext, idempotencyKey: 'c' }
    const by: Who = ['Ada Okafor', 'MESSENGER']
    expect(await codeOf(graph.ask(STATUS, { by, variables: { input } }))).toBe('BAD_USER_INPUT')
  })

  test('a cursor of another list, another viewer, another app', async () => {
    const cursor = async (field: string, by: Who) => {
      const { list } = await graph.data(`{ list: ${field}(first: 1) { pageInfo { endCursor } } }`, { by })
      return { after: list.pageInfo.endCursor as string }
    }
    const cursors = [
      cursor('photoStories', ADA),
      cursor('photoFeed', ['Ben Lindqvist', 'PHOTO']),
      cursor('socialFeed', ['Ada Okafor', 'SOCIAL']),
    ]
    for (const after of await Promise.all(cursors)) expect(await codeOf(ask(FEED, after))).toBe('CURSOR_INVALID')
    expect(await codeOf(ask(FEED, await cursor('photoFeed', ADA)))).toBe('')
  })

  test.each(['x', '', '!!!', 'é', 'a'.repeat(5_000), '__proto__'])(
    'the id %o is nobody, without an error',
    async (id) => {
      const query = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }'
      expect(await graph.data(query, { variables: { id } })).toEqual({ node: null, nodes: [null] })
    },
  )

  test('the id of somebody in another app, or of another kind, is nobody where a mutation needs one', async () => {
    const follow =
      'mutation ($id: ID!) { followPhotoProfile(input: { profileId: $id }) { profile { id } errors { code } } }'
    for (const id of [graph.id('Ben Lindqvist', 'SOCIAL'), 'x', '']) {
      const { followPhotoProfile } = await graph.data(follow, { by: ADA, variables: { id } })
      expect(followPhotoProfile).toEqual({ profile: null, errors: [{ code: 'PROFILE_NOT_FOUND' }] })
    }
  })
})

describe('tokens', () => {
  /** Ada's, with something wrong. */
  async function token(more: object = {}, foreign = false): Promise<string> {
    const { clock, random, keys } = graph.house
    const others = openKeys({ configured: { rootSecret: Buffer.alloc(32, 9).toString('base64url') } })
    const key = (foreign ? others : keys).tokenKeys().signing
    const profile = { app: 'PHOTO', id: graph.id('Ada Okafor', 'PHOTO'), authTime: clock.wall() / 1000 } as const
    return issueToken({ key, issuer: ISSUER, clock, random }, { client: 'PHOTO', profiles: [profile], ...more })
  }
  const bearing = (value: string) =>
    post('{"query":"{ photoMe { id } }"}', { ...JSON_TYPE, authorization: `Bearer ${value}` })

  test.each<[string, () => Promise<string>]>([
    ['that has expired', () => token({ seconds: -1 })],
    ['of another key', () => token({}, true)],
    ['with the profile of another app', () => token({ client: 'SOCIAL' })],
    ['without a profile', () => token({ profiles: [] })],
    ['of a client that nobody knows', () => token({ client: 'WEATHER' })],
    ['with a changed signature', async () => `${(await token()).slice(0, -4)}AAAA`],
    [
      'that says it needs no signature',
      async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await token()).split('.')[1]}.`,
    ],
    ['that is none', () => Promise.resolve('nonsense')],
  ])('one %s is refused, and never taken for nobody', async (_what, made) => {
    const answer = bearing(await made())
    expect(await codeOf(answer)).toBe('UNAUTHENTICATED')
    expect((await answer).status).toBe(401)
    expect((await answer).data).toBeUndefined()
  })

  test('one that is right is let in, and lives ten minutes', async () => {
    const right = await token()
    expect((await bearing(right)).data).toEqual({ photoMe: { id: graph.id('Ada Okafor', 'PHOTO') } })
    await graph.clock.advance(600_000)
    expect((await bearing(right)).codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe('a text that nobody was given, where people link their apps', () => {
  const refused = async (mutation: string, type: string, client: Who[1], input: object): Promise<string> => {
    const query = `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { errors { code } } }`
    const { payload } = await graph.data(query, { by: ['Ada Okafor', client], variables: { input } })
    return payload.errors.map(({ code }: { code: string }) => code).join()
  }

  test.each(ABSURD)('one %s is a code, a request, a link and a flow of nobody', async (_what, text) => {
    await graph.clock.advance(600_000)
    const choice = { from: 'MESSENGER', to: text, purpose: 'ADS', granted: true, noticeDigest: text }
    const confirmed = { requestId: text, choices: [choice] }
    expect(await refused('openLink', 'OpenLinkInput', 'PHOTO', { code: text })).toBe('LINK_CODE_WRONG')
    expect(await refused('confirmLink', 'ConfirmLinkInput', 'PHOTO', confirmed)).toBe('LINK_REQUEST_NOT_FOUND')
    expect(await refused('unlink', 'UnlinkInput', 'ACCOUNTS', { linkId: text })).toBe('LINK_NOT_FOUND')
    expect(await refused('setConsent', 'SetConsentInput', 'ACCOUNTS', choice)).toBe('CONSENT_NO_ACCOUNT')
  })
})

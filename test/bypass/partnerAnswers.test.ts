import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpTransport } from '../../gateway/transports/http.ts'
import { createHeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { changedContract } from '../support/changedContract.ts'
import type { Json } from '../support/subgraphTester.ts'
import { grantsIn, leaks } from './support/oracle.ts'
import { startPartner, type PartnerServer } from './support/partnerServer.ts'
import { ADA, BEN, DEV, usingBoth } from './support/sideBySide.ts'

/**
 * A partner in another language, whatever it answers: it gets nothing that it has no permit for (it has none), and what
 * it says reaches nobody who did not ask it, as nothing but the fields that it answers.
 */
const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
type Query { acmeVideos: [AcmeVideo!] }
type AcmeVideo @key(fields: "id") { id: ID! title: String seconds: Int author: SocialProfile post: Post }
type SocialProfile @key(fields: "id", resolvable: false) { id: ID! }
type Post @key(fields: "id") { id: ID! acmeScore: Int }
`
const LAST =
  '    sdl: grants.graphql\n    permits: []\n    owner: The keepers of consent\n    contact: mailto:consent@concord.example\n'
const REGISTERED = `  - name: acme\n    url: http://localhost:4999/graphql\n    sdl: acme.graphql\n    permits: []\n    owner: Acme\n    contact: mailto:dev@acme.example\n`
const directory = changedContract({ 'acme.graphql': SDL, 'subgraphs.yaml': [[LAST, LAST + REGISTERED]] })

let partner: PartnerServer
beforeAll(async () => {
  partner = await startPartner()
})
const both = usingBoth(() => ({
  contract: directory,
  others: ({ keys, clock, random }) => {
    const sign = createHeaderSigner({ audience: 'acme', key: callKey(keys, 'gateway', 'acme'), clock, random })
    return new Map([['acme', createHttpTransport({ name: 'acme', url: partner.url, clock, sign })]])
  },
}))

afterAll(async () => {
  await partner.close()
  rmSync(directory, { recursive: true, force: true })
})

const QUERY = `{ socialMe { id ads(first: 1) { basis } } photoFeed(first: 1) { nodes { id } } socialFeed(first: 2) { nodes { acmeScore } }
  acmeVideos { id title seconds author { id displayName ads(first: 1) { basis } } post { id text } } }`
/** What is not the partner's. */
const others = ({ acmeVideos: _videos, socialFeed: _scores, ...rest }: Json) => rest

const SOMEBODY = { __typename: 'SocialProfile', id: 'nobody' }
const video = (more: object = {}) => ({
  __typename: 'AcmeVideo',
  id: 'v1',
  title: 'A video.',
  seconds: 3,
  author: SOMEBODY,
  post: null,
  ...more,
})
const videos = (...all: unknown[]) => ({ data: { acmeVideos: all } })
/** The root field, and scores of posts. */
const honest =
  (given: Json = videos(video())) =>
  (received: { body: { variables?: { representations?: readonly object[] } } }) => {
    const { representations } = received.body.variables ?? {}
    return representations
      ? { data: { _entities: representations.map(() => ({ __typename: 'Post', acmeScore: 7 })) } }
      : given
  }

/** What the partner must never be sent, whoever asks. */
function unlawful(bytes: string): readonly string[] {
  const { people, clock } = both().graph
  const ids = Object.values(people).flatMap((profiles) => APPS.flatMap((app) => profiles[app] ?? []))
  const words = [
    'COOKING',
    'CYCLING',
    'validUntil',
    'topics',
    'Bearer',
    '"viewer"',
    '"profiles"',
    '"client"',
    '"authTime"',
    'cookie',
    String(clock.wall()),
  ]
  return [...[...ids, ...words].filter((one) => bytes.includes(one)), ...grantsIn(bytes)]
}

async function ask(by: typeof DEV | typeof BEN | typeof ADA, how: Json, query = QUERY) {
  partner.behave(typeof how === 'function' ? how : honest(how))
  partner.received.length = 0
  const headers = {
    cookie: 'who=dev',
    'x-forwarded-for': '10.1.2.3',
    'user-agent': 'phone',
    referer: 'https://dev.example',
  }
  const asked = await both().ours(query, { by, headers })
  return { asked, received: partner.received.map(({ bytes }) => bytes) }
}

describe('a partner is sent', () => {
  test.each([[DEV], [BEN], [ADA]])(
    'the operation, ids of what is open, and a header that names nobody: %j',
    async (by) => {
      const { received } = await ask(by, videos(video()))
      expect(received.length).toBeGreaterThan(1)
      expect(received.flatMap(unlawful)).toEqual([])
      for (const { headers } of partner.received)
        expect(new Set(Object.keys(headers))).toEqual(
          new Set(['host', 'connection', 'content-type', 'accept', 'content-length', 'concord-call']),
        )
    },
  )

  test('the same, but for numbers and times, whoever asks', async () => {
    const same = async (by: typeof DEV | typeof BEN) =>
      (await ask(by, videos(video()), '{ acmeVideos { title } }')) &&
      partner.received.map(({ body }) => JSON.stringify(body))
    expect(await same(DEV)).toEqual(await same(BEN))
  })

  test('nothing of who asked for personal advertisements below what it answered', async () => {
    const own = { author: { __typename: 'SocialProfile', id: both().graph.id(...DEV) } }
    const { asked, received } = await ask(DEV, videos(video(own)))
    // It may name Dev; Dev alone sees what becomes of it.
    expect(asked.data.acmeVideos[0].author.ads).toEqual([{ basis: 'PERSONALIZED' }])
    expect(received.flatMap(unlawful)).toEqual([])
    expect((await ask(BEN, videos(video(own)))).asked.data.acmeVideos[0].author.ads).toBeNull()
  })
})

const FAR = '2999-01-01T00:00:00.000Z'
const SIGNALS = { __typename: 'MessengerAdSignals', grant: 'CANARY', topics: ['CANARY'], validUntil: FAR }
const PROTO =
  '"__proto__":{"messengerAdSignals":{"topics":["CANARY"]},"isAdmin":true},"constructor":{"prototype":{"CANARY":1}}'
const json = (value: unknown) => JSON.stringify(value)

const ANSWERS: Readonly<Record<string, Json>> = {
  'more fields than were asked': videos(
    video({
      canary: 'CANARY',
      messengerAdSignals: SIGNALS,
      author: { ...SOMEBODY, displayName: 'CANARY', username: 'CANARY' },
    }),
  ),
  'values for a road of the person': () =>
    videos(
      video({
        author: {
          __typename: 'SocialProfile',
          id: both().graph.id(...DEV),
          messengerAdSignals: SIGNALS,
          photoAdSignals: SIGNALS,
          c__ads: [{ basis: 'CANARY' }],
          ads: [{ basis: 'CANARY' }],
        },
      }),
    ),
  'a consented type in place of a person': videos(video({ author: SIGNALS })),
  'a person of another app': () =>
    videos(video({ author: { __typename: 'MessengerProfile', id: both().graph.id('Dev Raman', 'MESSENGER') } })),
  'a type that there is not': videos(video({ author: { __typename: 'CANARY', id: '1' } }), {
    ...video(),
    __typename: 'Query',
  }),
  'keys of prototypes': `{"data":{"acmeVideos":[{"__typename":"AcmeVideo","id":"v1","title":"A video.",${PROTO},"author":{"__typename":"SocialProfile","id":"nobody",${PROTO}}}],${PROTO}},${PROTO}}`,
  'wrong types': videos(
    video({ id: { CANARY: 1 }, title: ['CANARY'], seconds: 'CANARY', author: 'CANARY', post: [SOMEBODY] }),
  ),
  'no list': { data: { acmeVideos: { CANARY: 1 } } },
  'a number for everything': { data: { acmeVideos: [1, null, [video()], 'CANARY'] } },
  'other root fields': {
    data: {
      acmeVideos: [],
      socialMe: { id: 'CANARY', ads: [{ basis: 'CANARY' }] },
      c__socialMe: { id: 'CANARY' },
      _entities: [SIGNALS],
    },
  },
  extensions: { ...videos(video()), extensions: { consent: [{ CANARY: 1 }], ftv1: 'CANARY' }, canary: 'CANARY' },
  'errors at other places': {
    ...videos(video()),
    errors: [
      { message: 'no', path: ['socialMe', 'ads'], locations: [{ line: 1, column: 1 }] },
      { message: 'no', path: ['photoFeed'] },
      { message: 'no', path: ['__proto__', 'x'] },
      { message: 'no' },
    ],
  },
  'errors that are none': { ...videos(video()), errors: [7, 'CANARY'] },
  'errors that claim our codes': {
    data: null,
    errors: [{ message: 'no', path: ['acmeVideos'], extensions: { code: 'CONSENT_REFUSED', subgraph: 'grants' } }],
  },
  'no JSON': '<html>CANARY</html>',
  'a batch': [videos(video())],
  nothing: '',
  'very much': () => videos(...Array.from({ length: 20_000 }, () => video({ canary: 'CANARY'.repeat(5) }))),
  'too much': () => json(videos(video({ title: 'CANARY'.repeat(3_000_000) }))),
  'very deep': `{"data":{"acmeVideos":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
}

describe('a partner that answers', () => {
  test.each(Object.entries(ANSWERS))('%s gets nothing by it, and feeds nobody', async (_what, given) => {
    const plain = await ask(DEV, videos(video()))
    const answer = typeof given === 'function' && given.length === 0 ? given() : given
    const { asked, received } = await ask(DEV, answer)
    expect(others(asked.data)).toEqual(others(plain.asked.data))
    expect(received.flatMap(unlawful)).toEqual([])
    expect(asked.calls.filter(({ bytes }) => bytes.includes('CANARY'))).toEqual([])
    expect(leaks(both().graph, asked)).toEqual([])
    // Of what it was asked for it may answer anything that fits; nothing else is the client's.
    expect(asked.text.replaceAll(/"title":"[^"]*"/g, '')).not.toContain('CANARY')
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  test('answers as entities what it was not asked for', async () => {
    const wrong = [
      { __typename: 'SocialProfile', id: both().graph.id(...DEV), acmeScore: 7, messengerAdSignals: SIGNALS },
      SIGNALS,
      null,
      7,
      { acmeScore: { CANARY: 1 }, id: 'CANARY', text: 'CANARY' },
    ]
    const answer = ({ body }: Json) =>
      body.variables?.representations
        ? { data: { _entities: wrong.slice(0, body.variables.representations.length) } }
        : videos(video())
    const { asked, received } = await ask(
      DEV,
      answer,
      '{ socialFeed(first: 5) { nodes { id text acmeScore author { id ads(first: 1) { basis } } } } }',
    )
    expect(received.flatMap(unlawful)).toEqual([])
    expect(asked.text).not.toContain('CANARY')
    expect(leaks(both().graph, asked)).toEqual([])
  })
})

describe('a partner’s error', () => {
  test('stands at what it was asked for', async () => {
    const { asked } = await ask(BEN, ANSWERS['errors at other places'])
    expect(asked.errors.length).toBeGreaterThan(0)
    const places = asked.errors.map(({ path = [] }) => path[0])
    expect(places.filter((place) => place !== undefined && place !== 'acmeVideos')).toEqual([])
    expect(asked.errors.filter(({ extensions }) => extensions.subgraph !== 'acme')).toEqual([])
  })

  test('is told as its own, whoever it says that it is', async () => {
    const { asked } = await ask(BEN, ANSWERS['errors that claim our codes'])
    expect(asked.errors).toEqual([
      { message: 'no', path: ['acmeVideos'], extensions: { code: 'CONSENT_REFUSED', subgraph: 'acme' } },
    ])
  })
})

import { rmSync } from 'node:fs'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { callSigner } from '../../bin/house/callSigner.ts'
import { createHttpTransport } from '../../gateway/transports/http.ts'
import { CALL_HEADER, createHeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { changedContract } from '../support/changedContract.ts'
import { servedFamily } from '../support/servedFamily.ts'
import type { Json } from '../support/subgraphTester.ts'
import { MALICIOUS_ANSWERS, SIGNALS, video, videos } from './support/maliciousAnswers.ts'
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
const served = servedFamily()
const both = usingBoth(() => ({
  contract: directory,
  connect: served.connect,
  others: ({ keys, clock, random }) => {
    const sign = callSigner({ name: 'acme' }, keys, { clock, random })
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

describe('a partner behind a stock gateway', () => {
  test('answers for others: whatever it adds is merged, a person’s own fields and hidden inputs among it', async () => {
    const feeding = { socialMe: { __typename: 'SocialProfile', displayName: 'CANARY', messengerAdSignals: SIGNALS } }
    partner.behave(honest({ data: { acmeVideos: [], ...feeding } }))
    both().between((name, send) => (one) => (name === 'grants' ? Promise.reject(new Error('down')) : send(one)))
    const asked = await both().stock('{ socialMe { displayName ads(first: 1) { basis } } acmeVideos { id } }', {
      by: BEN,
    })
    both().between()
    expect(asked.text).toContain('CANARY')
  })
})

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

  test('a header that is proved by what the gateway publishes for calls, and by no key of tokens', async () => {
    const { url, clock } = both().graph
    await ask(DEV, videos(video()), '{ acmeVideos { id } }')
    const header = String(partner.received[0]?.headers['concord-call'])
    const provedBy = async (path: string) => {
      const keys = createLocalJWKSet((await (await fetch(`${url}${path}`)).json()) as JSONWebKeySet)
      return jwtVerify(header, keys, { audience: 'acme', typ: 'concord-call+jwt', currentDate: new Date(clock.wall()) })
    }
    expect((await provedBy('/.well-known/calls/jwks.json')).payload['timeoutMs']).toBeGreaterThan(0)
    await expect(provedBy('/.well-known/jwks.json')).rejects.toThrow('no applicable key')
  })

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

const known = () => ({ social: both().graph.id(...DEV), messenger: both().graph.id('Dev Raman', 'MESSENGER') })

describe('a partner that answers', () => {
  test.each(Object.entries(MALICIOUS_ANSWERS))('%s gets nothing by it, and feeds nobody', async (_what, made) => {
    const plain = await ask(DEV, videos(video()))
    const { asked, received } = await ask(DEV, made(known()))
    expect(others(asked.data)).toEqual(others(plain.asked.data))
    expect(received.flatMap(unlawful)).toEqual([])
    expect(asked.calls.filter(({ bytes }) => bytes.includes('CANARY'))).toEqual([])
    expect(leaks(both().graph, asked)).toEqual([])
    // Of what it was asked for it may answer anything that fits; nothing else is the client's.
    expect(asked.text.replaceAll(/"title":"[^"]*"/g, '')).not.toContain('CANARY')
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  test('answers as entities what it was not asked for', async () => {
    const query = '{ socialFeed(first: 5) { nodes { id text acmeScore author { id ads(first: 1) { basis } } } } }'
    const wrong = [
      { __typename: 'SocialProfile', id: both().graph.id(...DEV), acmeScore: 7, messengerAdSignals: SIGNALS },
      SIGNALS,
      null,
      7,
      { acmeScore: { CANARY: 1 }, id: 'CANARY', text: 'CANARY' },
    ]
    const answer = ({ body }: Json) => ({ data: { _entities: wrong.slice(0, body.variables?.representations.length) } })
    const { asked, received } = await ask(DEV, answer, query)
    expect(received.flatMap(unlawful)).toEqual([])
    expect(asked.text).not.toContain('CANARY')
    expect(leaks(both().graph, asked)).toEqual([])
    // Nor does its null, or its silence, take away what is somebody else's.
    const posts = ({ data }: typeof asked) => data.socialFeed.nodes.map(({ acmeScore: _score, ...post }: Json) => post)
    expect(posts(asked)).toEqual(posts((await ask(DEV, videos(), query)).asked))
    expect(posts(asked)).toHaveLength(5)
  })
})

describe('a partner that', () => {
  test.each([
    ['sends the gateway elsewhere', { status: 307, headers: { location: 'LATER' } }],
    ['wants to be asked again with credentials', { status: 401, headers: { 'www-authenticate': 'Bearer' } }],
    ['answers in another language', { headers: { 'content-type': 'text/html' } }],
  ])('%s is sent nothing more by it, and nobody is in its stead', async (_what, manners) => {
    const elsewhere = await startPartner()
    onTestFinished(() => elsewhere.close())
    const headers = Object.fromEntries(
      Object.entries(manners.headers).map(([name, value]) => [name, value === 'LATER' ? elsewhere.url : value]),
    )
    partner.behave(() => ({ data: null }), { ...manners, headers })
    partner.received.length = 0
    const asked = await both().ours('{ acmeVideos { id } socialMe { id } }', { by: DEV })
    expect([partner.received.length, elsewhere.received.length]).toEqual([1, 0])
    expect(asked.data).toEqual({ acmeVideos: null, socialMe: { id: both().graph.id(...DEV) } })
  })

  test('shows its header elsewhere is nobody there, and so is whoever has its key', async () => {
    await ask(DEV, videos(video()), '{ acmeVideos { id } }')
    const header = String(partner.received[0]?.headers['concord-call'])
    const { keys, clock, random } = both().graph.house
    const body = JSON.stringify({ query: '{ __typename }' })
    for (const name of ['messenger', 'photo', 'social', 'accounts', 'grants']) {
      const key = callKey(keys, 'gateway', 'acme')
      const own = createHeaderSigner({ audience: name, key, clock, random })(body, { timeoutMs: 5000 })
      for (const shown of [header, own]) {
        const sent = { 'content-type': 'application/json', [CALL_HEADER]: shown }
        const answer = await fetch(`${served.url(name)}/graphql`, { method: 'POST', headers: sent, body })
        expect(await answer.text()).toContain('CALL_SIGNATURE_INVALID')
      }
    }
  })
})

describe('a partner’s error', () => {
  test('stands at what it was asked for', async () => {
    const { asked } = await ask(BEN, MALICIOUS_ANSWERS['errors at other places']?.(known()))
    expect(asked.errors.length).toBeGreaterThan(0)
    const places = asked.errors.map(({ path = [] }) => path[0])
    expect(places.filter((place) => place !== undefined && place !== 'acmeVideos')).toEqual([])
    expect(asked.errors.filter(({ extensions }) => extensions.subgraph !== 'acme')).toEqual([])
  })

  test('is told as its own, whoever it says that it is', async () => {
    const { asked } = await ask(BEN, MALICIOUS_ANSWERS['errors that claim our codes']?.(known()))
    expect(asked.errors).toEqual([
      { message: 'no', path: ['acmeVideos'], extensions: { code: 'CONSENT_REFUSED', subgraph: 'acme' } },
    ])
  })
})

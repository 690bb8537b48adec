import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPS, type App } from '../../subgraphs/runtime/identity/identity.ts'
import { readType } from '../../subgraphs/runtime/ids/readType.ts'
import { ALL } from '../journeys/operations/all.ts'
import { askListed, type Listed } from '../journeys/operations/listed.ts'
import { withVariables } from '../journeys/operations/usual.ts'
import type { Who } from '../support/asker.ts'
import { type RecordedCall, recordingProxies, recordTransport } from '../support/recordedCalls.ts'
import { servedFamily } from '../support/servedFamily.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'

/**
 * R0 (identity.md), on the bytes that reach each subgraph while the whole list of operations is asked: with a token of one
 * app, no other app's subgraph can tell the viewer from a stranger.
 */
const calls: RecordedCall[] = []
const proxies = recordingProxies(calls)
const served = servedFamily(proxies.before)
/** Over HTTP one app stands for all: what is told is decided before the way divides. */
const ways = [
  ['in one process', APPS, { transport: recordTransport(calls) }],
  ['over HTTP', ['PHOTO'], { connect: served.connect }],
] as const
afterAll(() => proxies[Symbol.asyncDispose]())

const APP_OF: Readonly<Record<string, App>> = { messenger: 'MESSENGER', photo: 'PHOTO', social: 'SOCIAL' }
/** The types whose ids a subgraph may be handed: its own. */
const OWN_TYPES: Readonly<Record<App, readonly string[]>> = {
  MESSENGER: ['MessengerProfile', 'Status', 'Conversation', 'EncryptedMessage'],
  PHOTO: ['PhotoProfile', 'Photo', 'PhotoComment', 'PhotoStory'],
  SOCIAL: ['SocialProfile', 'Post', 'PostComment', 'SocialStory'],
}
const X = 'Ada Okafor'
const Y = 'Ben Lindqvist'

describe.each(ways)('%s', { timeout: 60_000 }, (_way, apps, options) => {
  let graph: StartedGraph
  let list: readonly Listed[]
  const recordings = new Map<string, Promise<readonly RecordedCall[]>>()
  const requestIds = new Set<string>()
  beforeAll(async () => {
    graph = await startedGraph(options)
    list = await Promise.all(ALL.map((listed) => withVariables(listed, graph)))
  })
  afterAll(() => graph[Symbol.asyncDispose]())

  /** All calls to subgraphs while this viewer asks the whole list, which takes place once. */
  function recordAll(by?: Who): Promise<readonly RecordedCall[]> {
    const key = String(by)
    const recording = recordings.get(key) ?? record(by)
    recordings.set(key, recording)
    return recording
  }

  /** With headers that say who they are. */
  async function record(by: Who | undefined): Promise<readonly RecordedCall[]> {
    calls.length = 0
    const name = by?.[0] ?? 'nobody'
    const headers = {
      'user-agent': `${name}'s phone`,
      cookie: `who=${name}`,
      'x-request-id': name,
      referer: `https://${name}/`,
      traceparent: `00-${Buffer.from(name.padEnd(16)).toString('hex')}-0000000000000001-01`,
      'accept-language': name,
    }
    const answers = await Promise.all(list.map((listed) => askListed(graph, listed, { by, headers })))
    for (const answer of answers) requestIds.add(answer.headers.get('x-request-id') ?? '')
    return [...calls]
  }

  const reaching = (all: readonly RecordedCall[], subgraph: string): string[] =>
    all
      .filter((call) => call.subgraph === subgraph)
      .map(({ lasting }) => lasting)
      .toSorted()
  const others = (app: App): string[] => Object.keys(APP_OF).filter((name) => APP_OF[name] !== app)

  test.each(apps)(
    'with a token of %s, other apps see the same whoever asks, and what they see of a stranger',
    async (app) => {
      const [x, y, nobody] = [await recordAll([X, app]), await recordAll([Y, app]), await recordAll()]
      for (const subgraph of others(app)) {
        const seen = reaching(x, subgraph)
        expect(seen.length).toBeGreaterThan(5)
        expect(reaching(y, subgraph)).toEqual(seen)
        // A mutation without a token ends in the gateway: that there was one tells that there is a token, and nothing more.
        const reads = seen.filter((bytes) => !/"query":"mutation/.test(bytes))
        expect(reaching(nobody, subgraph)).toEqual(reads)
      }
      // The same comparison tells two viewers apart in their own app: it would have found something.
      const own = Object.keys(APP_OF).find((name) => APP_OF[name] === app) ?? ''
      expect(reaching(x, own)).not.toEqual(reaching(y, own))
    },
  )

  test('nothing of the viewer, the session or the request is in the bytes that reach another app', async () => {
    const token = await graph.token([X, 'PHOTO'])
    const own = graph.id(X, 'PHOTO')
    const local = Buffer.from(own, 'base64url').toString().split(':')[1] ?? ''
    const signedIn = String(graph.clock.wall() / 1000 - 2)
    const secrets = [
      token,
      own,
      local,
      signedIn,
      `${X}'s phone`,
      `who=${X}`,
      '"authTime"',
      '"viewer"',
      '"profiles"',
      '"client"',
    ]
    const all = await recordAll([X, 'PHOTO'])
    const told = all.filter(({ subgraph }) => others('PHOTO').includes(subgraph))
    expect(told.filter(({ bytes }) => secrets.some((secret) => bytes.includes(secret)))).toEqual([])
    // The same search finds them where they belong.
    const photo = all.filter(({ subgraph }) => subgraph === 'photo')
    expect(photo.filter(({ bytes }) => !bytes.includes(own) || !bytes.includes(signedIn))).toEqual([])
  })

  test('no number is told to two subgraphs, nor twice to one: neither of the request nor of the call', async () => {
    const all = await recordAll([X, 'ACCOUNTS'])
    expect(requestIds.size).toBeGreaterThan(50)
    expect(all.filter(({ bytes }) => [...requestIds].some((id) => bytes.includes(id)))).toEqual([])
    const numbers = all.flatMap(({ claims }) => claims['jti'] ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
    // In one process nothing is signed, and nothing has a number.
    expect(numbers).toHaveLength('connect' in options ? all.filter(({ subgraph }) => subgraph !== 'entry').length : 0)
  })

  test('no subgraph of an app is ever handed an id of another', async () => {
    const whoever: readonly (Who | undefined)[] = [undefined, [X, 'ACCOUNTS'], [X, 'PHOTO']]
    const all: RecordedCall[] = []
    for (const by of whoever) all.push(...(await recordAll(by)))
    const handed = all.flatMap(({ subgraph, bytes }) => appsOfIdsIn(bytes).map((app) => ({ subgraph, app })))
    expect(handed.length).toBeGreaterThan(100)
    expect(handed.filter(({ subgraph, app }) => (APP_OF[subgraph] ?? app) !== app)).toEqual([])
  })

  test('the accounts center tells each app its own profile, and accounts and grants the session', async () => {
    const all = await recordAll([X, 'ACCOUNTS'])
    const told = all.map(({ subgraph, bytes }) => ({
      subgraph,
      profiles: APPS.filter((app) => bytes.includes(`"${graph.id(X, app)}"`)),
      session: /"profiles"/.test(bytes) && /"client":"ACCOUNTS"/.test(bytes),
    }))
    const own = (subgraph: string) => ({ subgraph, profiles: [APP_OF[subgraph]], session: false })
    const everything = (subgraph: string) => ({ subgraph, profiles: APPS, session: true })
    expect(told).toEqual(told.map(({ subgraph }) => (subgraph in APP_OF ? own(subgraph) : everything(subgraph))))
    expect([...new Set(told.map(({ subgraph }) => subgraph))]).toEqual(
      expect.arrayContaining(['messenger', 'photo', 'social', 'accounts', 'grants']),
    )
  })
})

/** The app of every sealed id in a text; a random text that happens to read like an id names no type that there is. */
function appsOfIdsIn(bytes: string): App[] {
  const types = (bytes.match(/[\w-]{30,}/g) ?? []).map((text) => readType(text) ?? '')
  return types.flatMap((type) => APPS.find((app) => OWN_TYPES[app].includes(type)) ?? [])
}

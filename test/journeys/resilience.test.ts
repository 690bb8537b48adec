import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BREAKER_REST_MS } from '../../gateway/transports/breaker.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { servedFamily } from '../support/servedFamily.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { askListed } from './operations/listed.ts'
import { lasting, usuallyOf, wrongWithout, type Usual } from './operations/usual.ts'

/** What stays of the graph when a part of it is gone: the whole list of operations, with each subgraph stopped in turn. */
const FAMILY = ['messenger', 'photo', 'social', 'accounts', 'grants'] as const

/** Calls since the last look, and who is down: refuses, or never answers. */
const called = new Set<string>()
let waitedFor = 0
const down = new Map<string, 'refuses' | 'hangs'>()

function breakable(name: string, transport: SubgraphTransport): SubgraphTransport {
  return {
    async send(request) {
      called.add(name)
      if (down.get(name) === 'refuses') throw new Error('connect ECONNREFUSED')
      if (down.get(name) === 'hangs') return new Promise(() => undefined)
      waitedFor++
      return transport.send(request).finally(() => waitedFor--)
    },
    close: () => transport.close(),
  }
}

let graph: StartedGraph
let usual: readonly Usual[]
beforeAll(async () => {
  graph = await startedGraph({ transport: breakable })
  usual = await usuallyOf(graph, called)
})
afterAll(() => graph[Symbol.asyncDispose]())

describe('in one process', { timeout: 60_000 }, () => {
  test.each(FAMILY)('without %s, what does not need it is answered as before, byte for byte', async (name) => {
    down.set(name, 'refuses')
    try {
      expect(usual.filter(({ needs }) => !needs.has(name)).length).toBeGreaterThan(10)
      expect(await wrongIn(graph, name, usual)).toEqual([])
    } finally {
      down.clear()
    }
  })

  test('without accounts there is still a viewer, with their profile', async () => {
    down.set('accounts', 'refuses')
    try {
      const query = '{ viewer { id app profile { displayName avatar { url } } account { id } } photoMe { username } }'
      const { data, errors } = await graph.ask(query, { by: ['Ada Okafor', 'PHOTO'] })
      expect(data).toEqual({
        viewer: {
          id: expect.any(String),
          app: 'PHOTO',
          profile: { displayName: 'Ada Okafor', avatar: null },
          account: null,
        },
        photoMe: { username: 'ada.sees' },
      })
      expect(new Set(errors.map(({ extensions: { subgraph } }) => subgraph))).toEqual(new Set(['accounts']))
    } finally {
      down.clear()
    }
  })

  test('with nobody but the gateway, ids and the viewer are answered, and everything else says who is missing', async () => {
    for (const name of FAMILY) down.set(name, 'refuses')
    try {
      const query =
        '{ viewer { app profile { id } } photoMe { id } messengerMe { id } socialMe { id } audienceCount(app: PHOTO) }'
      const { status, data, errors } = await graph.ask(query, { by: ['Ada Okafor', 'ACCOUNTS'] })
      expect([status, data.viewer.profile.id]).toEqual([200, graph.id('Ada Okafor', 'MESSENGER')])
      const missing = new Set(errors.map(({ extensions: { subgraph } }) => subgraph))
      expect(missing).toEqual(new Set(['accounts', 'messenger', 'photo', 'social']))
    } finally {
      down.clear()
    }
  })

  test.each(FAMILY)('a %s that never answers holds up a request until its deadline and no longer', async (name) => {
    down.set(name, 'hangs')
    called.clear()
    try {
      const query =
        '{ viewer { account { id } } messengerMe { id } photoMe { suggestedProfiles(first: 1) { basis } } socialMe { ads { basis } } }'
      const asked = graph.ask(query, { by: ['Ada Okafor', 'ACCOUNTS'] })
      await until(() => called.has(name))
      await quiet()
      const { requestMs } = graph.house.configuration.limits
      await graph.clock.advance(requestMs)
      graph.clock.shiftWall(-requestMs)
      const { status, errors, data } = await asked
      expect([status, data.viewer]).toEqual([200, { account: null }])
      const late = errors.filter(({ extensions }) => extensions.code === 'SUBGRAPH_TIMEOUT')
      // Nobody learns whether somebody consented: a road that cannot be walked is no error by itself.
      const named = late.some(({ extensions }) => extensions.subgraph === name)
      expect(named).toBe(name !== 'grants')
    } finally {
      down.clear()
    }
  })
})

describe('over HTTP', { timeout: 60_000 }, () => {
  const served = servedFamily()
  let far: StartedGraph
  let known: readonly Usual[]
  beforeAll(async () => {
    far = await startedGraph({ connect: served.connect, transport: breakable })
    known = await usuallyOf(far, called)
  })
  afterAll(() => far[Symbol.asyncDispose]())

  test('the list is answered as in one process, byte for byte', () => {
    expect(known.map(({ answer }) => lasting(answer))).toEqual(usual.map(({ answer }) => lasting(answer)))
  })

  // Accounts and grants are served by one process.
  test.each([
    ['messenger', ['messenger']],
    ['photo', ['photo']],
    ['social', ['social']],
    ['accounts', ['accounts', 'grants']],
  ])('%s is stopped, missed by those who need it alone, started, and found again', async (name, members) => {
    for (const member of members) await served.stop(member)
    expect(await wrongIn(far, name, known)).toEqual([])
    for (const member of members) await served.start(member)
    // Calls are kept away from what was down for a moment; the wall clock stays, as answers tell time.
    await far.clock.advance(BREAKER_REST_MS)
    far.clock.shiftWall(-BREAKER_REST_MS)
    const again = known.filter(({ needs }) => needs.has(name)).slice(0, 5)
    // The first call is the trial.
    await askListed(far, again[0]!.listed)
    const now = await Promise.all(again.map(({ listed }) => askListed(far, listed)))
    expect(now.map(lasting)).toEqual(again.map(({ answer }) => lasting(answer)))
  })
})

/** What is wrong with the whole list while this one is gone. */
async function wrongIn(asked: StartedGraph, name: string, list: readonly Usual[]): Promise<string[]> {
  const wrong = list.map(async (each) => wrongWithout(name, each, await askListed(asked, each.listed)) ?? [])
  return (await Promise.all(wrong)).flat()
}

/** Until nobody but those who hang is waited for, for so many turns that nothing more is asked of anybody. */
async function quiet(): Promise<void> {
  for (let turns = 0; turns < 50; turns = waitedFor > 0 ? 0 : turns + 1)
    await new Promise((resolve) => setImmediate(resolve))
}

/** Waits for an event, not for a time; the test's own limit ends what never happens. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

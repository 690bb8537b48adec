import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import type { Who } from '../support/asker.ts'
import { inCenter, link, linkIdOf, unlink } from '../support/linking.ts'
import { type RecordedCall, recordingProxies } from '../support/recordedCalls.ts'
import { servedFamily } from '../support/servedFamily.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { TEST_START } from '../support/subgraphTester.ts'
import { APP_QUESTIONS } from './consentedQuestions.ts'

/**
 * I4: an app without consent cannot tell why there is none. What reaches it for one person who never linked, who refused,
 * who paused, who withdrew and who unlinked is the same to the byte, on the wire; the nonce, the times and the MAC of the
 * header aside.
 */
const ADA = 'Ada Okafor'
const ALL_PAIRS = [
  ['MESSENGER', 'SOCIAL'],
  ['MESSENGER', 'PHOTO'],
  ['PHOTO', 'SOCIAL'],
] as const

async function linkAll(graph: StartedGraph, name: string, agrees: boolean): Promise<void> {
  for (const pair of ALL_PAIRS.slice(0, 2)) await link(graph, name, { pair, agrees })
}

/** What one and the same person did in the accounts center, world by world. */
const PASTS: Readonly<Record<string, (graph: StartedGraph) => Promise<unknown>>> = {
  'never linked': async () => null,
  refused: (graph) => linkAll(graph, ADA, false),
  paused: async (graph) => {
    await linkAll(graph, ADA, true)
    await inCenter(graph, ADA, 'pauseLink', { linkId: await linkIdOf(graph, ADA, 'MESSENGER') })
  },
  withdrawn: async (graph) => {
    await linkAll(graph, ADA, true)
    for (const [to, purpose] of [
      ['social', 'ADS'],
      ['photo', 'PERSONALIZE'],
      ['photo', 'IMPROVE'],
    ]) {
      await inCenter(graph, ADA, 'setConsent', { from: 'MESSENGER', to, purpose, granted: false })
    }
  },
  unlinked: async (graph) => {
    await linkAll(graph, ADA, true)
    for (const app of ['MESSENGER', 'SOCIAL'] as const) await unlink(graph, ADA, app)
  },
  agreed: (graph) => linkAll(graph, ADA, true),
}

const CLIENTS = [...APPS, 'ACCOUNTS'] as const
const QUESTIONS = APP_QUESTIONS.filter(({ broken }) => broken === undefined)

interface Heard {
  /** What reached this app, in the order of its bytes. */
  readonly reached: (app: 'photo' | 'social') => readonly string[]
  /** What the clients of the apps were answered to what they only asked. */
  readonly answers: readonly string[]
}

/** Over HTTP, an hour after the tests start, whatever happened before. */
async function hear(past: (graph: StartedGraph) => Promise<unknown>): Promise<Heard> {
  const calls: RecordedCall[] = []
  await using proxies = recordingProxies(calls)
  await using graph = await startedGraph({ connect: servedFamily(proxies.before).connect })
  await past(graph)
  await graph.clock.advance(TEST_START + 3_600_000 - graph.clock.wall())
  calls.length = 0
  const answers: string[] = []
  for (const client of CLIENTS) answers.push(...(await askAs(graph, [ADA, client])))
  const reached = (app: string) => calls.filter(({ subgraph }) => subgraph === app).map(({ lasting }) => lasting)
  return { reached: (app) => reached(app).sort(), answers }
}

async function askAs(graph: StartedGraph, by: Who): Promise<string[]> {
  const answers: string[] = []
  for (const { query } of QUESTIONS) {
    const headers = { 'concord-consent-notes': '1' }
    const { status, text } = await graph.ask(query, { by, headers })
    const isTold = by[1] !== 'ACCOUNTS' && !query.startsWith('mutation')
    if (isTold) answers.push(`${status} ${text.replace(/"requestId":"[\w-]{22}"/g, '')}`)
  }
  return answers
}

describe('I4: why there is no consent', { timeout: 120_000 }, () => {
  let never: Heard
  beforeAll(async () => {
    never = await hear(PASTS['never linked']!)
  }, 60_000)

  test('there is something to compare', () => {
    for (const app of ['photo', 'social'] as const) {
      expect(never.reached(app).length).toBeGreaterThan(20)
      expect(never.reached(app).filter((bytes) => /messenger\w+Signals/.test(bytes)).length).toBeGreaterThan(3)
    }
  })

  test.each(['refused', 'paused', 'withdrawn', 'unlinked'])(
    '%s: no other app hears it, nor does its client',
    async (past) => {
      const heard = await hear(PASTS[past]!)
      for (const app of ['photo', 'social'] as const) expect(heard.reached(app)).toEqual(never.reached(app))
      expect(heard.answers).toEqual(never.answers)
    },
  )

  test('agreed: the same comparison hears it', async () => {
    const heard = await hear(PASTS['agreed']!)
    for (const app of ['photo', 'social'] as const) expect(heard.reached(app)).not.toEqual(never.reached(app))
    expect(heard.answers).not.toEqual(never.answers)
  })
})

describe('I4: three people, one each who refuses, unlinked, and never linked', { timeout: 60_000 }, () => {
  const [REFUSING, UNLINKED] = ['Ben Lindqvist', 'Chiara Moretti']
  const calls: RecordedCall[] = []
  const proxies = recordingProxies(calls)
  let graph: StartedGraph
  beforeAll(async () => {
    graph = await startedGraph({ connect: servedFamily(proxies.before).connect })
    await linkAll(graph, UNLINKED, true)
    for (const app of ['PHOTO', 'SOCIAL'] as const) await unlink(graph, UNLINKED, app)
  }, 60_000)
  afterAll(async () => {
    await graph[Symbol.asyncDispose]()
    await proxies[Symbol.asyncDispose]()
  })

  /** What reaches the apps while somebody asks for all that is computed from consented data, their own ids aside. */
  async function reached(name: string): Promise<string[]> {
    calls.length = 0
    const own = '{ socialMe { ads { id why } } photoMe { suggestedProfiles { why } feedQuality { basis } } }'
    for (const client of CLIENTS) await graph.ask(own, { by: [name, client] })
    const seen = calls.filter(({ subgraph }) => subgraph === 'social' || subgraph === 'photo')
    const ids = APPS.map((app) => graph.id(name, app))
    // The header's digest is of the body, which is compared itself.
    const aside = (text: string) => text.replace(/"body":"[\w-]{43}"/, '')
    return seen.map(({ lasting }) => ids.reduce((text, id) => text.replaceAll(id, 'own'), aside(lasting))).sort()
  }

  test('are the same to the apps, and somebody who agreed is not', async () => {
    const never = await reached(ADA)
    expect(never.length).toBeGreaterThan(10)
    expect(await reached(REFUSING)).toEqual(never)
    expect(await reached(UNLINKED)).toEqual(never)
    expect(await reached('Dev Raman')).not.toEqual(never)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { agree, inCenter, link, linkIdOf, unlink } from '../support/linking.ts'
import { type RecordedCall, recordingProxies } from '../support/recordedCalls.ts'
import { servedFamily } from '../support/servedFamily.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { APP_QUESTIONS } from './consentedQuestions.ts'

/**
 * I4: an app without consent cannot tell why there is none. What reaches it for one person who never linked, and then
 * refuses, pauses, withdraws and unlinks, is the same to the byte, on the wire; nonce, times and MAC of the header aside.
 */
const ADA = 'Ada Okafor'
const FLOWS = [
  { from: 'MESSENGER', to: 'social', purpose: 'ADS' },
  { from: 'MESSENGER', to: 'photo', purpose: 'PERSONALIZE' },
  { from: 'MESSENGER', to: 'photo', purpose: 'IMPROVE' },
] as const

async function linkAll(graph: StartedGraph, name: string, agrees: boolean): Promise<void> {
  await link(graph, name, { pair: ['MESSENGER', 'SOCIAL'], agrees })
  await link(graph, name, { pair: ['MESSENGER', 'PHOTO'], agrees })
}

/** What one and the same person does in the accounts center, one after the other. */
const LIFE: Readonly<Record<string, (graph: StartedGraph) => Promise<unknown>>> = {
  'never linked': async () => null,
  refused: (graph) => linkAll(graph, ADA, false),
  agreed: async (graph) => {
    for (const flow of FLOWS) await agree(graph, ADA, flow)
  },
  paused: async (graph) => inCenter(graph, ADA, 'pauseLink', { linkId: await linkIdOf(graph, ADA, 'MESSENGER') }),
  withdrawn: async (graph) => {
    await inCenter(graph, ADA, 'resumeLink', { linkId: await linkIdOf(graph, ADA, 'MESSENGER') })
    for (const flow of FLOWS) await inCenter(graph, ADA, 'setConsent', { ...flow, granted: false })
  },
  unlinked: async (graph) => {
    for (const app of ['MESSENGER', 'SOCIAL'] as const) await unlink(graph, ADA, app)
  },
}

const calls: RecordedCall[] = []
const proxies = recordingProxies(calls)
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph({ connect: servedFamily(proxies.before).connect })
}, 60_000)
afterAll(async () => {
  await graph[Symbol.asyncDispose]()
  await proxies[Symbol.asyncDispose]()
})

const CLIENTS = [...APPS, 'ACCOUNTS'] as const

interface Heard {
  /** What reached the apps that get data, in the order of its bytes. */
  readonly reached: readonly string[]
  /** What the clients of apps were answered to what they only asked. */
  readonly answers: readonly string[]
}

/** What is heard while this person asks these questions by every client they have. */
async function hear(name: string, queries: readonly string[]): Promise<Heard> {
  calls.length = 0
  const answers: string[] = []
  for (const client of CLIENTS) {
    for (const query of queries) {
      const { status, text } = await graph.ask(query, { by: [name, client], headers: { 'concord-consent-notes': '1' } })
      const isTold = client !== 'ACCOUNTS' && !query.startsWith('mutation')
      if (isTold) answers.push(`${status} ${text.replace(/"requestId":"[\w-]{22}"/g, '')}`)
    }
  }
  const told = calls.filter(({ subgraph }) => subgraph === 'photo' || subgraph === 'social')
  return { reached: told.map(({ lasting }) => lasting.replace(/"authTime":\d+/, '')).sort(), answers }
}

describe('I4: why there is no consent', { timeout: 120_000 }, () => {
  const queries = APP_QUESTIONS.flatMap(({ query, broken }) => (broken === undefined ? [query] : []))
  const heard = new Map<string, Heard>()
  beforeAll(async () => {
    // What the questions change themselves is there from the first on.
    await hear(ADA, queries)
    for (const [state, happens] of Object.entries(LIFE)) {
      await happens(graph)
      heard.set(state, await hear(ADA, queries))
    }
  }, 120_000)

  test('there is something to compare', () => {
    const { reached = [] } = heard.get('never linked') ?? {}
    expect(reached.length).toBeGreaterThan(50)
    expect(reached.filter((bytes) => /messenger\w+Signals/.test(bytes)).length).toBeGreaterThan(10)
  })

  test.each(['refused', 'paused', 'withdrawn', 'unlinked'])('%s: no other app hears it, nor its client', (state) => {
    expect(heard.get(state)).toEqual(heard.get('never linked'))
  })

  test('agreed: the same comparison hears it', () => {
    expect(heard.get('agreed')?.reached).not.toEqual(heard.get('never linked')?.reached)
    expect(heard.get('agreed')?.answers).not.toEqual(heard.get('never linked')?.answers)
  })
})

describe('I4: three people, one each who refuses, unlinked, and never linked', { timeout: 60_000 }, () => {
  const [REFUSING, UNLINKED, NEVER, AGREEING] = ['Ben Lindqvist', 'Chiara Moretti', 'Elif Kaya', 'Dev Raman']
  const OWN = '{ socialMe { ads { id why } } photoMe { suggestedProfiles { why } feedQuality { basis } } }'

  /** What reaches the apps while somebody asks for all that is computed from consented data, their own ids aside. */
  async function reached(name: string): Promise<string[]> {
    const ids = APPS.map((app) => graph.id(name, app))
    // The header's digest is of the body, which is compared itself.
    const aside = (text: string) => text.replace(/"body":"[\w-]{43}"/, '')
    const { reached: told } = await hear(name, [OWN])
    return told.map((bytes) => ids.reduce((text, id) => text.replaceAll(id, 'own'), aside(bytes))).sort()
  }

  test('are the same to the apps, and somebody who agreed is not', async () => {
    await linkAll(graph, UNLINKED, true)
    for (const app of ['PHOTO', 'SOCIAL'] as const) await unlink(graph, UNLINKED, app)
    const never = await reached(NEVER)
    expect(never.length).toBeGreaterThan(10)
    expect(await reached(REFUSING)).toEqual(never)
    expect(await reached(UNLINKED)).toEqual(never)
    expect(await reached(AGREEING)).not.toEqual(never)
  })
})

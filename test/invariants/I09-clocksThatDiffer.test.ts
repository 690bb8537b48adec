import { describe, expect, test } from 'vitest'
import { createFamilyMember, type FamilyName } from '../../bin/house/family.ts'
import type { House } from '../../bin/house/house.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { createHttpTransport } from '../../gateway/transports/http.ts'
import { createAnswerWatch } from '../../subgraphs/runtime/grants/answerWatch.ts'
import { createHeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { silentLog } from '../../subgraphs/runtime/log/log.ts'
import { serveSubgraphs } from '../../subgraphs/runtime/serve/serve.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { createCleanup } from '../support/cleanup.ts'
import { shiftedClock } from '../support/shiftedClock.ts'
import { MEDIA_URL, startedGraph, type StartedGraph } from '../support/startedGraph.ts'

/** By how many milliseconds a process's clock is ahead. `accounts` makes the grants, `messenger` and `photo` open them. */
type Offsets = Partial<Record<FamilyName | 'gateway', number>>

interface Apart extends StartedGraph {
  readonly alarms: readonly string[]
  readonly trusted: (process: 'grants' | 'messenger' | 'social' | 'gateway') => boolean | undefined
}

/** The family over HTTP, each subgraph on a clock of its own, as over processes. */
async function apart(offsets: Offsets): Promise<Apart> {
  const cleanup = createCleanup()
  const alarms: string[] = []
  const log = { ...silentLog, error: (_fields: object, message: string) => void alarms.push(message) }
  const watch = createAnswerWatch(log)
  const members = new Map<string, Subgraph>()

  async function connect({ name }: Subgraph, house: House): Promise<SubgraphTransport> {
    const { keys, random } = house
    const at = name === 'grants' ? 'accounts' : (name as FamilyName)
    const clock = shiftedClock(house.clock, offsets[at] ?? 0)
    const subgraph = createFamilyMember(name as FamilyName, { ...house, clock }, { mediaUrl: MEDIA_URL })
    members.set(name, subgraph)
    const key = callKey(keys, 'gateway', name)
    const mounts = [{ subgraph, path: '/graphql', key }]
    const served = await serveSubgraphs({ mounts, host: '127.0.0.1', port: 0, clock, log })
    cleanup.add(() => served.stop(0))
    const own = shiftedClock(house.clock, offsets.gateway ?? 0)
    const sign = createHeaderSigner({ audience: name, key, clock: own, random })
    return createHttpTransport({ name, url: `${served.url}/graphql`, clock: own, sign, saw: (seen) => watch.saw(seen) })
  }

  const graph = await startedGraph({ log, connect, clockTrust: watch })
  cleanup.add(() => graph[Symbol.asyncDispose]())
  const trusted: Apart['trusted'] = (name) =>
    name === 'gateway' ? watch.isTrusted() : members.get(name)?.isClockTrusted?.()
  return { ...graph, alarms, trusted, [Symbol.asyncDispose]: cleanup.run }
}

const ADS = '{ socialMe { ads(first: 3) { basis } } }'

/** Whether the messenger's and the photo app's topics chose somebody's ads, who agreed to that. */
async function isPersonalized(graph: StartedGraph): Promise<boolean> {
  const { socialMe } = await graph.data(ADS, { by: ['Dev Raman', 'SOCIAL'] })
  return (socialMe.ads as { readonly basis: string }[]).some(({ basis }) => basis === 'PERSONALIZED')
}

/** So often that every process has seen 64 headers. */
async function askOften(graph: StartedGraph): Promise<void> {
  await Promise.all(Array.from({ length: 64 }, () => isPersonalized(graph)))
}

describe('I9: a clock that is off by 90 ms', () => {
  test.each<[string, Offsets]>([
    ['of whoever makes grants', { accounts: 90, social: 45 }],
    ['of the sources and the gateway', { messenger: 90, photo: 45, gateway: 90 }],
  ])('%s: consented data flows', async (_, offsets) => {
    await using graph = await apart(offsets)
    expect(await isPersonalized(graph)).toBe(true)
    expect(graph.alarms).toEqual([])
  })
})

describe('I9: a clock that is off by 200 ms', () => {
  test('of whoever makes grants, behind: none is made from the first call on, and it is said', async () => {
    await using graph = await apart({ accounts: -200 })
    expect(await isPersonalized(graph)).toBe(false)
    expect(graph.trusted('grants')).toBe(false)
    expect(graph.alarms).toContain('clocks differ: no consented data is given until they agree')
  })

  test('of whoever makes grants, ahead: none holds, and after 64 calls none is made', async () => {
    await using graph = await apart({ accounts: 200 })
    expect(await isPersonalized(graph)).toBe(false)
    await askOften(graph)
    expect([graph.trusted('grants'), await isPersonalized(graph)]).toEqual([false, false])
    expect(graph.alarms).toContain('clocks differ: no consented data is given until they agree')
  })

  test.each<['messenger' | 'social', Offsets]>([
    ['messenger', { messenger: -200, photo: -200 }],
    ['social', { social: -200 }],
  ])('of %s: it opens and accepts nothing, and says so', async (name, offsets) => {
    await using graph = await apart(offsets)
    expect(await isPersonalized(graph)).toBe(false)
    expect(graph.trusted(name)).toBe(false)
    expect(graph.trusted('grants')).toBe(true)
  })

  test('of the gateway: it accepts no value, and says so', async () => {
    await using graph = await apart({ gateway: -200 })
    await isPersonalized(graph)
    expect([graph.trusted('gateway'), await isPersonalized(graph)]).toEqual([false, false])
    expect(graph.alarms).toContain('clocks differ: the gateway passes on no consented data until they agree')
  })
})

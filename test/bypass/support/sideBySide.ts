import { afterAll, beforeAll } from 'vitest'
import { createIdentityFor } from '../../../gateway/identify/identityFor.ts'
import type { SubgraphRequest, SubgraphResponse } from '../../../gateway/transport.ts'
import { createInProcessTransport } from '../../../gateway/transports/inProcess.ts'
import { createEntry } from '../../../gateway/entry/entry.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import { ISSUER } from '../../../bin/house/house.ts'
import type { Who } from '../../support/asker.ts'
import { startedGraph, type StartedGraph, type StartedGraphOptions } from '../../support/startedGraph.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { startStock, type Told } from './stockGateway.ts'

/** One call to a subgraph: what it was sent, and what it answered. */
export interface Call {
  readonly subgraph: string
  readonly query: string
  readonly representations: readonly Json[]
  /** All that was sent, as text. */
  readonly bytes: string
  answer?: SubgraphResponse
}

/** What came of an operation: the client's answer, and every call that was made for it. */
export interface Outcome {
  readonly data: Json
  readonly errors: readonly Json[]
  /** The whole answer as the client gets it, but for the number that each request has. */
  readonly text: string
  readonly calls: readonly Call[]
  to(subgraph: string): readonly Call[]
}

export type Send = (request: SubgraphRequest) => Promise<SubgraphResponse>
/** Stands between a gateway, whichever, and a subgraph. */
export type Between = (subgraph: string, send: Send) => Send

export interface AskedBoth {
  readonly by?: Who
  readonly variables?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** Of the stock gateway. */
  readonly queryHash?: string
}

/** The whole graph with the real contract and demo people, behind our gateway and behind Apollo's. */
export interface SideBySide extends AsyncDisposable {
  readonly graph: StartedGraph
  /** All calls so far, in order. */
  readonly calls: readonly Call[]
  ours(query: string, asked?: AskedBoth): Promise<Outcome>
  stock(query: string, asked?: AskedBoth): Promise<Outcome>
  /** From now on; without an argument nothing stands between. */
  between(what?: Between): void
  /** What the stock gateway's subgraphs are told of somebody: the same as ours tells them. */
  told(by?: Who): Told
}

/** Agreed to everything that was offered; linked, and refused everything; has linked nothing. */
export const DEV = ['Dev Raman', 'SOCIAL'] as const
export const BEN = ['Ben Lindqvist', 'SOCIAL'] as const
export const ADA = ['Ada Okafor', 'SOCIAL'] as const
export const EVERYBODY = [DEV, BEN, ADA] as const

/** Started before the tests of a file and ended after them. */
export function usingBoth(options: () => StartedGraphOptions = () => ({})): () => SideBySide {
  let both: SideBySide | undefined
  beforeAll(async () => {
    both = await sideBySide(options())
  })
  afterAll(() => both?.[Symbol.asyncDispose]())
  return () => {
    if (both === undefined) throw new Error('Nothing is started outside of tests.')
    return both
  }
}

/** In answers with errors. */
const REQUEST_ID = /,"extensions":\{"requestId":"[^"]+"\}/

export async function sideBySide(options: StartedGraphOptions = {}): Promise<SideBySide> {
  const calls: Call[] = []
  const now: { between: Between } = { between: (_, send) => send }
  const recorded = (subgraph: string, send: Send): Send =>
    recording(calls, subgraph, (one) => now.between(subgraph, send)(one))
  const graph = await startedGraph({
    ...options,
    transport: (name, transport) => ({
      send: recorded(name, (one) => transport.send(one)),
      close: () => transport.close(),
    }),
  })
  const { contract, clock, random, log } = graph.house
  const subgraphs: readonly Subgraph[] = [
    createEntry({ sdl: contract.entrySdl, clock, random, log }),
    ...Object.values(graph.family),
  ]
  const ways = new Map(subgraphs.map((one) => [one.name, createInProcessTransport(one)]))
  for (const [name, way] of options.others?.(graph.house) ?? []) ways.set(name, way)
  const gateway = await startStock(contract.supergraphSdl, ({ name }) => ({
    send: recorded(name, async (one) => (await ways.get(name)?.send(one)) ?? {}),
  }))
  const told = (by?: Who): Told => toldOf(graph, by)

  return {
    graph,
    calls,
    told,
    between: (what = (_, send) => send) => void (now.between = what),
    async ours(query, asked) {
      const from = calls.length
      const { text, data, errors } = await graph.ask(query, asked)
      return outcome(text.replace(REQUEST_ID, ''), data, errors, calls.slice(from))
    },
    async stock(query, { by, ...asked } = {}) {
      const from = calls.length
      const { data, errors = [], ...more } = await gateway.ask(query, { ...asked, told: told(by) })
      return outcome(JSON.stringify({ data, errors, ...more }), data, errors, calls.slice(from))
    },
    [Symbol.asyncDispose]: () => graph[Symbol.asyncDispose](),
  }
}

function recording(calls: Call[], subgraph: string, send: Send): Send {
  return async (request) => {
    const { signal: _signal, ...seen } = request
    const representations = JSON.parse(JSON.stringify(request.variables['representations'] ?? [])) as Json[]
    const call: Call = { subgraph, query: request.query, representations, bytes: JSON.stringify(seen) }
    calls.push(call)
    const answer = await send(request)
    call.answer = JSON.parse(JSON.stringify(answer)) as SubgraphResponse
    return answer
  }
}

function outcome(text: string, data: Json, errors: readonly Json[], calls: readonly Call[]): Outcome {
  return { text, data, errors, calls, to: (subgraph) => calls.filter((call) => call.subgraph === subgraph) }
}

/** R0, for the stock gateway too: it would have the same headers made for it. */
function toldOf(graph: StartedGraph, by?: Who): Told {
  const { house, clock, people } = graph
  const identityFor = createIdentityFor({ issuer: ISSUER, jwks: { keys: [] }, subgraphs: house.contract.subgraphs })
  const [name = '', client = null] = by ?? []
  const apps = APPS.filter((app) => (client === 'ACCOUNTS' ? people[name]?.[app] !== undefined : client === app))
  const authTime = Math.floor(clock.wall() / 1000) - 1
  const profiles = apps.map((app) => ({ app, id: graph.id(name, app), authTime }))
  return (subgraph) => identityFor({ client, profiles, scopes: [], gpc: false }, subgraph, 5000)
}

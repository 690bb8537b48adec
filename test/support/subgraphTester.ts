import type { ExecutionResult } from 'graphql'
import { readFileSync } from 'node:fs'
import { createManualClock, type ManualClock } from '../../subgraphs/runtime/clock/manualClock.ts'
import type { App, CallIdentity, ProvedProfile } from '../../subgraphs/runtime/identity/identity.ts'
import type { Ids } from '../../subgraphs/runtime/ids/ids.ts'
import { createIds } from '../../subgraphs/runtime/ids/sealedIds.ts'
import { type Log, silentLog } from '../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph, SubgraphPorts } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../subgraphs/storage/port.ts'

/** When every tested subgraph starts: Sunday, 22 November 2026, 10:30 UTC. */
export const TEST_START = Date.parse('2026-11-22T10:30:00.000Z')

/** What `create` of a tested subgraph is given; the names are those of `create<Name>Subgraph`. */
export interface TestedParts {
  readonly sdl: string
  readonly storage: Storage
  readonly ports: SubgraphPorts
}

export interface SubgraphTesterOptions {
  /** The file in `schema/`, without `.graphql`. */
  readonly name: string
  readonly create: (parts: TestedParts) => Subgraph
  /** Default: a new memory storage. */
  readonly storage?: Storage
  /** Default: silent. */
  readonly log?: Log
  /** Default: the file's text. */
  readonly sdl?: string
}

export interface AskOptions {
  /** The viewer's sealed id; default: nobody. */
  readonly as?: string
  /** Seconds since the epoch; default: now, which is fresh. */
  readonly authTime?: number
  readonly client?: string
  readonly profiles?: readonly ProvedProfile[]
  readonly gpc?: boolean
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
  /** Default: 5,000. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

export interface SubgraphTester {
  readonly subgraph: Subgraph
  readonly clock: ManualClock
  readonly ids: Ids
  readonly storage: Storage
  readonly ports: SubgraphPorts
  /** The answer as JSON carries it: plain objects, errors formatted. */
  ask(query: string, options?: AskOptions): Promise<Answer>
  /** The same, for a query that must have no errors: answers `data`. */
  data(query: string, options?: AskOptions): Promise<Record<string, Json>>
  /** Asks `_entities` for these representations, selecting `selection` on `type`; the entities in order. */
  entities(type: string, keys: readonly object[], selection: string, options?: AskOptions): Promise<Json[]>
  /** Calls an internal operation in process; default caller: `seeder`. */
  internal(operation: string, input: unknown, caller?: string): Promise<Json>
}

/** What JSON holds, read without casts in tests. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests read answers by path; a wrong path fails the assertion
export type Json = any

export interface Answer {
  readonly data?: Record<string, Json> | null
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions?: { code?: string } }[]
}

/** One subgraph in process with a clock that stands still, seeded randomness and a store in memory. */
export function createSubgraphTester(options: SubgraphTesterOptions): SubgraphTester {
  const { name } = options
  const sdl = options.sdl ?? readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8')
  const clock = createManualClock(TEST_START)
  const storage = options.storage ?? createMemoryStorage()
  const ids = testIds(name)
  const ports = { clock, random: createSeededRandom(`test ${name}`), ids, log: options.log ?? silentLog }
  const subgraph = options.create({ sdl, storage, ports })

  async function ask(query: string, asked: AskOptions = {}): Promise<Answer> {
    const { variables, operationName, signal } = asked
    const result: ExecutionResult = await subgraph.execute({
      query,
      identity: identityOf(asked, clock),
      ...(variables && { variables }),
      ...(operationName !== undefined && { operationName }),
      ...(signal && { signal }),
    })
    return JSON.parse(JSON.stringify(result)) as Answer
  }

  async function data(query: string, asked?: AskOptions): Promise<Record<string, Json>> {
    const answer = await ask(query, asked)
    if (answer.errors) throw new Error(`Expected no errors, but got: ${JSON.stringify(answer.errors, null, 2)}`)
    return answer.data ?? {}
  }

  async function entities(type: string, keys: readonly object[], selection: string, asked: AskOptions = {}) {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} ${selection} } }`
    const variables = { ...asked.variables, keys: keys.map((key) => ({ __typename: type, ...key })) }
    return (await data(query, { ...asked, variables }))['_entities'] as Json[]
  }

  const internal = (operation: string, input: unknown, caller = 'seeder') =>
    subgraph.callInternal(operation, caller, input) as Promise<Json>

  return { subgraph, clock, ids, storage, ports, ask, data, entities, internal }
}

/** Sealed ids of an app under the test's key, the same in every test. */
export function testIds(app: string): Ids {
  return createIds({ app, key: new Uint8Array(32).fill(7) })
}

/** A proved profile for `profiles`, signed in just now. */
export function proved(app: App, id: string, authTime = TEST_START / 1000): ProvedProfile {
  return { app, id, authTime }
}

function identityOf(asked: AskOptions, clock: ManualClock): CallIdentity {
  return {
    timeoutMs: asked.timeoutMs ?? 5000,
    ...(asked.as !== undefined && {
      viewer: asked.as,
      authTime: asked.authTime ?? Math.floor(clock.wall() / 1000),
    }),
    ...(asked.client !== undefined && { client: asked.client }),
    ...(asked.profiles && { profiles: asked.profiles }),
    ...(asked.gpc !== undefined && { gpc: asked.gpc }),
  }
}

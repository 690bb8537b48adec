import { gatewayOptions } from '../../bin/house/gatewayOptions.ts'
import { createFamily, type FamilyName } from '../../bin/house/family.ts'
import { familyRules } from '../../bin/house/familyRules.ts'
import { ISSUER, openHouse, type House } from '../../bin/house/house.ts'
import type { ProfileIds } from '../../bin/demo/seed.ts'
import { createEntry } from '../../gateway/entry/entry.ts'
import { createGateway } from '../../gateway/gateway.ts'
import { createGeneration } from '../../gateway/generation.ts'
import { issueToken } from '../../gateway/identify/tokens.ts'
import { routesOfSubgraph } from '../../gateway/respond/routes.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { createInProcessTransport } from '../../gateway/transports/inProcess.ts'
import { createManualClock, type ManualClock } from '../../subgraphs/runtime/clock/manualClock.ts'
import { APPS, type App } from '../../subgraphs/runtime/identity/identity.ts'
import type { ClockTrust } from '../../subgraphs/runtime/grants/clockWatch.ts'
import { createInProcessCalls, type InternalCalls } from '../../subgraphs/runtime/internal/client.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { type Metrics, silentMetrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import type { Outbox } from '../../subgraphs/runtime/outbox/outbox.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { countStoreCalls } from '../../subgraphs/runtime/metrics/storeFigures.ts'
import type { Storage } from '../../subgraphs/storage/port.ts'
import { copyDemoData, type DemoData } from './demoData.ts'
import { type AskedGraph, createAsker, type Who } from './asker.ts'
import { createCleanup, type Cleanup } from './cleanup.ts'
import { TEST_START } from './subgraphTester.ts'

/** The whole graph as `concord start --demo` puts it together, on a clock that stands still, with demo people. */
export interface StartedGraph extends AskedGraph, AsyncDisposable {
  readonly url: string
  readonly clock: ManualClock
  readonly house: House
  readonly family: Readonly<Record<FamilyName, Subgraph>>
  readonly people: ProfileIds
  token(who: Who): Promise<string>
  /** Drains the outboxes of the family, which nobody has started, until none of them has anything that is due. */
  settled(): Promise<void>
}

export interface StartedGraphOptions {
  /** A folder with another contract, composed. Default: the one that the demo people were made under. */
  readonly contract?: string
  /** Default: silent. */
  readonly log?: Log
  /** Default: nothing is counted. */
  readonly metrics?: Metrics
  /** Default: the system's. */
  readonly random?: Random
  /** The demo people to begin with; removed with the graph. Default: a copy in an embedded store. */
  readonly data?: () => Promise<DemoData>
  /** Stands between the subgraphs and their store. Default: nothing. */
  readonly storage?: (storage: Storage) => Storage
  /** Stands between the services that call each other. Default: nothing. */
  readonly internal?: (calls: InternalCalls) => InternalCalls
  /** How the gateway reaches a subgraph of the family. Default: in process. */
  readonly connect?: (subgraph: Subgraph, house: House) => SubgraphTransport | Promise<SubgraphTransport>
  /** The ways to subgraphs that are not of the family, by name; closed with the graph. Default: none. */
  readonly others?: (house: House) => ReadonlyMap<string, SubgraphTransport>
  /** Whether the gateway's clock agrees with the subgraphs'. Default: it does. */
  readonly clockTrust?: ClockTrust
  /** Stands between gateway and subgraph, `entry` among them. Default: nothing. */
  readonly transport?: (name: string, transport: SubgraphTransport) => SubgraphTransport
}

/** Where clients would fetch pictures: the same in every started graph, so that answers can be compared. */
export const MEDIA_URL = 'https://media.concord.example'

export async function startedGraph(options: StartedGraphOptions = {}): Promise<StartedGraph> {
  const cleanup = createCleanup()
  try {
    return await start(options, cleanup)
  } catch (error) {
    await cleanup.run()
    throw error
  }
}

async function start(options: StartedGraphOptions, cleanup: Cleanup): Promise<StartedGraph> {
  const data = await (options.data ?? copyDemoData)()
  cleanup.add(async () => data[Symbol.asyncDispose]())
  const { contract } = options
  const opened = await openHouse({ ...data.configuration, ...(contract !== undefined && { contract }) })
  cleanup.add(() => opened.close())
  const clock = createManualClock(TEST_START)
  const storage = options.storage?.(opened.storage) ?? opened.storage
  const { log = opened.log, random = systemRandom, metrics = silentMetrics } = options
  const house = { ...opened, clock, random, storage: countStoreCalls(storage, metrics), log, metrics }
  const family = familyOf(house, options)
  const outboxes = Object.values(family).flatMap(({ outbox }) => outbox ?? [])
  cleanup.add(() => Promise.all(outboxes.map((outbox) => outbox.stop())))
  const transports = await connectAll(family, house, options)
  cleanup.add(() => Promise.all([...transports.values()].map((transport) => transport.close())))
  const gateway = assemble(house, family, transports, options)
  cleanup.add(() => gateway.stop())
  const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 })

  const people = data.profiles
  const token = tokensOf(house, people)
  return {
    ...createAsker(url, token),
    url,
    clock,
    house,
    family,
    people,
    token,
    settled: () => drainAll(outboxes),
    id: (name, app) => idOf(people, name, app),
    [Symbol.asyncDispose]: cleanup.run,
  }
}

function familyOf(house: House, { internal = (calls) => calls }: StartedGraphOptions): ReturnType<typeof createFamily> {
  const services = new Map<string, Subgraph>()
  const family = createFamily(house, {
    mediaUrl: MEDIA_URL,
    internal: (caller) => internal(createInProcessCalls({ caller, services })),
  })
  for (const subgraph of Object.values(family)) services.set(subgraph.name, subgraph)
  return family
}

/** What is done in one subgraph may put something into the outbox of another, also while a third is drained. */
async function drainAll(outboxes: readonly Outbox[]): Promise<void> {
  const figures = (): number[] => outboxes.flatMap((outbox) => outbox.figures().map(({ tried }) => tried))
  const tried = (): number => figures().reduce((sum, one) => sum + one, 0)
  let before: number
  do {
    before = tried()
    for (const outbox of outboxes) await outbox.drain()
  } while (tried() !== before)
}

async function connectAll(
  family: Readonly<Record<FamilyName, Subgraph>>,
  house: House,
  options: StartedGraphOptions,
): Promise<Map<string, SubgraphTransport>> {
  const { connect = createInProcessTransport, transport = (_name, given) => given } = options
  const { contract, clock, random, log } = house
  const entry = createInProcessTransport(createEntry({ sdl: contract.entrySdl, clock, random, log }), house)
  const transports = new Map([['entry', transport('entry', entry)]])
  for (const subgraph of Object.values(family))
    transports.set(subgraph.name, transport(subgraph.name, await connect(subgraph, house)))
  for (const [name, way] of options.others?.(house) ?? []) transports.set(name, transport(name, way))
  return transports
}

function assemble(
  house: House,
  family: Readonly<Record<FamilyName, Subgraph>>,
  transports: ReadonlyMap<string, SubgraphTransport>,
  { clockTrust }: StartedGraphOptions,
): ReturnType<typeof createGateway> {
  const { configuration, contract, clock, random, log } = house
  const { supergraphSdl } = contract
  const trust = clockTrust && { clockTrust }
  const metrics = house.metrics ?? silentMetrics
  const shared = { transports, clock, log, metrics }
  const generation = createGeneration({ supergraphSdl, ...shared, ...familyRules(contract), ...trust })
  const routes = Object.values(family).flatMap((subgraph) => subgraph.routes.flatMap(routesOfSubgraph))
  return createGateway({
    ...gatewayOptions({ configuration, generation, log, known: house, routes, metrics }),
    clock,
    random,
  })
}

/**
 * Tokens as `/dev/personas` gives them: an app's for its own profile, the accounts center's for all of a person's; each
 * profile signed in at a second of its own, the messenger's first. While time stands still each has one, as a client does.
 */
function tokensOf(house: House, people: ProfileIds): (who: Who) => Promise<string> {
  const { keys, clock, random } = house
  const issued = new Map<string, Promise<string>>()
  return ([name, client]) => {
    const key = `${clock.wall()} ${client} ${name}`
    const token = issued.get(key) ?? issue(name, client)
    issued.set(key, token)
    return token
  }

  function issue(name: string, client: Who[1]): Promise<string> {
    const apps = client === 'ACCOUNTS' ? APPS.filter((app) => people[name]?.[app] !== undefined) : [client]
    const authTime = (app: App): number => Math.floor(clock.wall() / 1000) - APPS.length + APPS.indexOf(app)
    const profiles = apps.map((app) => ({ app, id: idOf(people, name, app), authTime: authTime(app) }))
    return issueToken({ key: keys.tokenKeys().signing, issuer: ISSUER, clock, random }, { client, profiles })
  }
}

export function idOf(people: ProfileIds, name: string, app: App): string {
  const id = people[name]?.[app]
  if (id === undefined) throw new Error(`${name} must have a profile in ${app}, but has none`)
  return id
}

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../../bin/configuration.ts'
import { createEntry } from '../../gateway/entry/entry.ts'
import { createGeneration } from '../../gateway/generation.ts'
import type { GatewayOptions } from '../../gateway/options.ts'
import { routesOfSubgraph } from '../../gateway/respond/routes.ts'
import { createInProcessTransport } from '../../gateway/transports/inProcess.ts'
import { createFamily, type FamilyName } from '../../bin/house/family.ts'
import type { House } from '../../bin/house/house.ts'
import { loadContract } from '../../schema/contract.ts'
import { createManualClock } from '../../subgraphs/runtime/clock/manualClock.ts'
import { openKeys } from '../../subgraphs/runtime/keys/keys.ts'
import { silentLog } from '../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { type GatewayTester, startGateway } from './gatewayTester.ts'
import { TEST_START } from './subgraphTester.ts'

export interface GraphGateway extends GatewayTester {
  readonly family: Readonly<Record<FamilyName, Subgraph>>
  /** Makes a profile as the seeder does; answers its sealed id. */
  createProfile(app: 'messenger' | 'photo' | 'social', input: object): Promise<string>
}

/** The whole graph in this process, over a fresh store in memory: a gateway that listens, every subgraph as it is. */
export async function startGraph(options: Partial<GatewayOptions> = {}): Promise<GraphGateway> {
  const clock = createManualClock(TEST_START)
  const random = createSeededRandom('graph')
  const keys = openKeys({ configured: { rootSecret: Buffer.alloc(32, 5).toString('base64url') } })
  const contract = loadContract()
  // Nothing is uploaded, so that nothing is made there.
  const configuration = readConfiguration(undefined, {}, { data: join(tmpdir(), 'concord-graph') })
  const ports = { clock, random, log: silentLog, storage: createMemoryStorage() }
  const house = { configuration, contract, keys, ...ports } as unknown as House
  const family = createFamily(house, { mediaUrl: 'http://127.0.0.1' })
  const subgraphs = [createEntry({ sdl: contract.entrySdl, clock, random, log: silentLog }), ...Object.values(family)]
  const transports = new Map(subgraphs.map((subgraph) => [subgraph.name, createInProcessTransport(subgraph)]))
  const generation = createGeneration({ supergraphSdl: contract.supergraphSdl, transports, clock, contract })
  const routes = subgraphs.flatMap((subgraph) => subgraph.routes.flatMap(routesOfSubgraph))
  const gateway = await startGateway({ generation, clock, routes, ...options })
  return {
    ...gateway,
    clock,
    family,
    async createProfile(app, input) {
      const created = await family[app].callInternal('createProfile', 'seeder', input)
      return (created as { readonly id: string }).id
    },
  }
}

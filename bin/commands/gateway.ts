import { readFileSync } from 'node:fs'
import { createEntry } from '../../gateway/entry/entry.ts'
import { createGateway } from '../../gateway/gateway.ts'
import { createGeneration } from '../../gateway/generation.ts'
import { subgraphsOf } from '../../gateway/plan/supergraph.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { createHttpTransport } from '../../gateway/transports/http.ts'
import { createInProcessTransport } from '../../gateway/transports/inProcess.ts'
import { loadContract, type Contract } from '../../schema/contract.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { createHeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import type { Running } from '../untilStopped.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { familyRules } from '../house/familyRules.ts'
import { gatewayOptions } from '../house/gatewayOptions.ts'
import { createLog, openConfiguredKeys } from '../house/house.ts'
import type { Output } from '../progress.ts'

export interface GatewayFlags {
  /** The file of a composed supergraph. */
  readonly supergraph: string
  /** Whether tokens are read and registered subgraphs are told who asks; needs the keys of the subgraphs. */
  readonly identity: boolean
}

/** What a gateway needs beside the supergraph to know its callers. */
interface Known {
  readonly keys: Keys
  readonly contract: Contract
}

/** `concord gateway`: any supergraph, its subgraphs by their URLs. Without `--identity` everybody is anonymous. */
export async function gateway(configuration: Configuration, flags: GatewayFlags, output: Output): Promise<Running> {
  const log = createLog(configuration)
  const supergraphSdl = readSupergraph(flags.supergraph)
  const known = flags.identity
    ? { keys: openConfiguredKeys(configuration), contract: loadContract(configuration.contract) }
    : undefined
  const transports = new Map(
    subgraphsOf(supergraphSdl).map(({ name, url }) => [
      name,
      transportTo(name, configuration.subgraphs[name] ?? url, known, log),
    ]),
  )
  const rules = known ? familyRules(known.contract) : {}
  const generation = createGeneration({ supergraphSdl, transports, clock: systemClock, log, ...rules })
  const server = createGateway(gatewayOptions({ configuration, generation, log, ...(known && { known }) }))
  const { url } = await server.listen(configuration)
  output.write(`The gateway answers POST ${url}/graphql\n`)
  return {
    graceMs: configuration.limits.stopMs,
    stop: async () => {
      await server.stop(configuration.limits.stopMs)
      await Promise.all([...transports.values()].map((transport) => transport.close()))
    },
  }
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigurationError(
      `--supergraph must name a readable file, but: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function transportTo(name: string, url: string, known: Known | undefined, log: Log): SubgraphTransport {
  const ports = { clock: systemClock, random: systemRandom }
  if (known !== undefined && name === 'entry')
    return createInProcessTransport(createEntry({ sdl: known.contract.entrySdl, ...ports, log }))
  refuseWithoutUrl(name, url)
  if (known === undefined) return createHttpTransport({ name, url, clock: systemClock })
  const registered = known.contract.subgraphs.some((subgraph) => subgraph.name === name)
  const sign = createHeaderSigner({ audience: name, key: callKey(known.keys, 'gateway', name), ...ports })
  return createHttpTransport({ name, url, clock: systemClock, ...(registered && { sign }) })
}

function refuseWithoutUrl(name: string, url: string): void {
  if (URL.canParse(url)) return
  throw new ConfigurationError(
    `The subgraph ${name} must have a URL, but got: ${url === '' ? 'none' : url}. Name it under "subgraphs" in the configuration; a graph of Concord's own needs --identity.`,
  )
}

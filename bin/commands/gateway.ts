import { readFileSync } from 'node:fs'
import { createEntry } from '../../gateway/entry/entry.ts'
import { createGateway, type Gateway } from '../../gateway/gateway.ts'
import { createGeneration } from '../../gateway/generation.ts'
import { subgraphsOf } from '../../gateway/plan/supergraph.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { createHttpTransport } from '../../gateway/transports/http.ts'
import { createInProcessTransport } from '../../gateway/transports/inProcess.ts'
import { loadContract, type Contract } from '../../schema/contract.ts'
import { isPartner } from '../../schema/registry.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { type AnswerWatch, createAnswerWatch } from '../../subgraphs/runtime/grants/answerWatch.ts'
import { clockCheck } from '../../subgraphs/runtime/health/health.ts'
import { createHttpCalls } from '../../subgraphs/runtime/internal/client.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import type { Heartbeat } from '../../subgraphs/runtime/processes/heartbeat.ts'
import { remoteProcessBook } from '../../subgraphs/runtime/processes/remoteBook.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import type { Running } from '../untilStopped.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { callSigner } from '../house/callSigner.ts'
import { familyRules } from '../house/familyRules.ts'
import { type Figures, openFigures, showClocks } from '../house/figures.ts'
import { gatewayOptions } from '../house/gatewayOptions.ts'
import { createLog, openConfiguredKeys } from '../house/house.ts'
import { announcePresence } from '../house/presence.ts'
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

/** What stands beside the supergraph in every gateway of ours. */
interface Surroundings {
  readonly configuration: Configuration
  readonly known: Known | undefined
  readonly log: Log
  /** Sees whether clocks agree with those of the house's own subgraphs. */
  readonly watch: AnswerWatch
}

/** `concord gateway`: any supergraph, its subgraphs by their URLs. Without `--identity` everybody is anonymous. */
export async function gateway(configuration: Configuration, flags: GatewayFlags, output: Output): Promise<Running> {
  const log = createLog(configuration)
  const supergraphSdl = readSupergraph(flags.supergraph)
  const known = flags.identity
    ? { keys: openConfiguredKeys(configuration), contract: loadContract(configuration.contract) }
    : undefined
  const surroundings = { configuration, known, log, watch: createAnswerWatch(log) }
  const urls = subgraphsOf(supergraphSdl).map(({ name, url }) => [name, configuration.subgraphs[name] ?? url] as const)
  const transports = new Map(urls.map(([name, url]) => [name, transportTo(name, url, surroundings)]))
  const figures = await openFigures(configuration)
  try {
    const server = assemble(supergraphSdl, transports, figures, surroundings)
    const metricsUrl = await figures.serve()
    const { url } = await server.listen(configuration)
    output.write(`The gateway answers POST ${url}/graphql\n`)
    if (metricsUrl !== null) output.write(`Figures are at ${metricsUrl}\n`)
    return running(server, transports, figures, announce(new Map(urls).get('accounts'), surroundings), configuration)
  } catch (error) {
    await figures.stop()
    throw error
  }
}

function assemble(
  supergraphSdl: string,
  transports: ReadonlyMap<string, SubgraphTransport>,
  { metrics }: Figures,
  { configuration, known, log, watch }: Surroundings,
): Gateway {
  const rules = known ? familyRules(known.contract) : {}
  const shared = { clock: systemClock, log, metrics }
  const generation = createGeneration({ supergraphSdl, transports, ...shared, ...rules, clockTrust: watch })
  showClocks(metrics, [{ name: 'gateway', isClockTrusted: () => watch.isTrusted() }])
  const checks = known ? [clockCheck(() => watch.isTrusted())] : []
  return createGateway(gatewayOptions({ configuration, generation, log, checks, metrics, ...(known && { known }) }))
}

function running(
  server: Gateway,
  transports: ReadonlyMap<string, SubgraphTransport>,
  figures: Figures,
  presence: Heartbeat | undefined,
  { limits: { stopMs } }: Configuration,
): Running {
  return {
    graceMs: stopMs,
    stop: async () => {
      await Promise.all([server.stop(stopMs), presence?.stop()])
      await Promise.all([figures.stop(), ...[...transports.values()].map((transport) => transport.close())])
    },
  }
}

/** A gateway has no store: accounts writes down that it is there. Nobody does for a graph without Concord's accounts. */
function announce(accounts: string | undefined, { known, log, watch }: Surroundings): Heartbeat | undefined {
  if (known === undefined || accounts === undefined) return undefined
  const ports = { clock: systemClock, random: systemRandom }
  const service = { url: new URL(accounts).origin, key: callKey(known.keys, 'gateway', 'accounts') }
  const services = new Map([['accounts', service]])
  const book = remoteProcessBook(createHttpCalls({ caller: 'gateway', services, ...ports, timeoutMs: REPORT_MS }))
  const clocksDiffer = (): boolean => !watch.isTrusted()
  return announcePresence({ role: 'gateway', book, keys: known.keys, clocksDiffer, ...ports, log })
}

/** How long saying that the gateway is there may take, in milliseconds: a stop waits for it. */
const REPORT_MS = 500

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigurationError(
      `--supergraph must name a readable file, but: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function transportTo(name: string, url: string, { known, log, watch }: Surroundings): SubgraphTransport {
  const ports = { clock: systemClock, random: systemRandom }
  if (known !== undefined && name === 'entry')
    return createInProcessTransport(createEntry({ sdl: known.contract.entrySdl, ...ports, log }), ports)
  refuseWithoutUrl(name, url)
  if (known === undefined) return createHttpTransport({ name, url, clock: systemClock })
  const registered = known.contract.subgraphs.find((subgraph) => subgraph.name === name)
  if (registered === undefined) return createHttpTransport({ name, url, clock: systemClock })
  const sign = callSigner(registered, known.keys, ports)
  // A partner could stop everybody's consented data by telling a wrong time.
  const saw: AnswerWatch['saw'] = (answer) => watch.saw(answer)
  return createHttpTransport({ name, url, clock: systemClock, sign, ...(!isPartner(registered) && { saw }) })
}

function refuseWithoutUrl(name: string, url: string): void {
  if (URL.canParse(url)) return
  throw new ConfigurationError(
    `The subgraph ${name} must have a URL, but got: ${url === '' ? 'none' : url}. Name it under "subgraphs" in the configuration; a graph of Concord's own needs --identity.`,
  )
}

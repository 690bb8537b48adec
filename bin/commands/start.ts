import { createEntry } from '../../gateway/entry/entry.ts'
import { createGateway } from '../../gateway/gateway.ts'
import { createGeneration } from '../../gateway/generation.ts'
import { jsonAnswer } from '../../gateway/respond/answer.ts'
import { routesOfSubgraph, type GatewayRoute } from '../../gateway/respond/routes.ts'
import { createInProcessTransport } from '../../gateway/transports/inProcess.ts'
import type { Running } from '../untilStopped.ts'
import type { Configuration } from '../configuration.ts'
import { prepareDemo } from '../demo/demo.ts'
import { listPersonas } from '../demo/people.ts'
import type { ProfileIds } from '../demo/seed.ts'
import { createFamily } from '../house/family.ts'
import { familyRules } from '../house/familyRules.ts'
import { type Figures, openFigures, showOutboxes } from '../house/figures.ts'
import { freePort } from '../house/freePort.ts'
import { gatewayOptions } from '../house/gatewayOptions.ts'
import { ISSUER, openHouse, type House, type OpenedHouse, refuseNewerStore } from '../house/house.ts'
import { planRoute } from '../house/planRoute.ts'
import { announceInStore } from '../house/presence.ts'
import { playgroundRoutes } from '../house/playground.ts'
import { releaseCheck, storeCheck } from '../../subgraphs/runtime/health/health.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import { createProgress, type Output } from '../progress.ts'
import { welcome } from '../welcome.ts'

/** `concord start`: the gateway and all subgraphs in one process over the embedded store. */
export async function start(configuration: Configuration, output: Output): Promise<Running> {
  const figures = await openFigures(configuration)
  const house = await openHouse(configuration, figures.metrics)
  try {
    const profiles = configuration.demo ? await makeDemo(house, output) : null
    return await serve(house, profiles, figures, output)
  } catch (error) {
    await figures.stop()
    await house.close()
    throw error
  }
}

async function makeDemo(house: House, output: Output): Promise<ProfileIds> {
  const bar = createProgress(output, 'Making the demo people')
  try {
    return await prepareDemo({ house, progress: (done, total) => bar.update(done, total) })
  } finally {
    bar.stop()
  }
}

async function serve(
  house: OpenedHouse,
  profiles: ProfileIds | null,
  figures: Figures,
  output: Output,
): Promise<Running> {
  const { configuration, contract, clock, random, log, storage, shapes } = house
  const { metrics } = figures
  const { host, limits } = configuration
  // The media's URLs name the port, so a port that the system chooses is chosen before anything is made.
  const port = configuration.port === 0 ? await freePort(host) : configuration.port
  const family = createFamily(house, { mediaUrl: configuration.publicUrl ?? `http://${host}:${port}` })
  refuseNewerStore(shapes)
  const entry = createEntry({ sdl: contract.entrySdl, clock, random, log })
  const subgraphs = [entry, ...Object.values(family)]
  const transports = new Map(
    subgraphs.map((subgraph) => [subgraph.name, createInProcessTransport(subgraph, { random })]),
  )
  const { supergraphSdl } = contract
  const generation = createGeneration({ supergraphSdl, transports, clock, log, metrics, ...familyRules(contract) })
  const routes = [
    ...subgraphs.flatMap((subgraph) => subgraph.routes.flatMap(routesOfSubgraph)),
    ...playgroundRoutes(),
    ...demoRoutes(house, profiles, family.accounts),
  ]
  const checks = [storeCheck(storage), releaseCheck(shapes)]
  const server = createGateway(
    gatewayOptions({ configuration, generation, log, known: house, routes, checks, metrics }),
  )
  showOutboxes(metrics, subgraphs)
  const metricsUrl = await figures.serve()
  const { url } = await server.listen({ host, port })
  // One process has one clock.
  const presence = announceInStore(house, 'start', () => false)
  for (const subgraph of subgraphs) subgraph.outbox?.start()
  output.write(welcome(url, profiles === null ? null : await personasOf(house, profiles, family.accounts)))
  if (metricsUrl !== null) output.write(`Figures are at ${metricsUrl}\n`)
  return {
    graceMs: limits.stopMs,
    stop: async () => {
      await Promise.all([server.stop(limits.stopMs), presence.stop()])
      await figures.stop()
      await Promise.all(subgraphs.map(async (subgraph) => subgraph.stop?.()))
      await house.close()
    },
  }
}

/** For this machine only: the demo people's tokens, nobody's but theirs, and how operations are planned. */
function demoRoutes(house: House, profiles: ProfileIds | null, center: Subgraph): GatewayRoute[] {
  if (profiles === null) return []
  const handle: GatewayRoute['handle'] = async () =>
    jsonAnswer(200, await personasOf(house, profiles, center), { 'cache-control': 'no-store' })
  return [{ method: 'GET', path: '/dev/personas', loopbackOnly: true, handle }, planRoute(house.contract.supergraphSdl)]
}

function personasOf(
  { keys, clock, random }: House,
  profiles: ProfileIds,
  center: Subgraph,
): ReturnType<typeof listPersonas> {
  return listPersonas(profiles, { key: keys.tokenKeys().signing, issuer: ISSUER, clock, random }, center)
}

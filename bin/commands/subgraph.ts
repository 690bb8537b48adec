import { clockCheck, releaseCheck, storeCheck } from '../../subgraphs/runtime/health/health.ts'
import { acceptedCallKeys } from '../../subgraphs/runtime/keys/uses.ts'
import { type ServedSubgraphs, serveSubgraphs } from '../../subgraphs/runtime/serve/serve.ts'
import type { Mount } from '../../subgraphs/runtime/serve/site.ts'
import type { Running } from '../untilStopped.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { createFamilyMember, type FamilyName } from '../house/family.ts'
import { clocksAgree, type Figures, openFigures, showClocks, showOutboxes } from '../house/figures.ts'
import { freePort } from '../house/freePort.ts'
import { openHouse, type House, type OpenedHouse, refuseNewerStore } from '../house/house.ts'
import { announceInStore } from '../house/presence.ts'
import type { Output } from '../progress.ts'

/** A subgraph in a process, and where its GraphQL is. */
interface Member {
  readonly name: FamilyName
  readonly path: string
}

/** What each process serves: accounts has grants beside it, at a path, with an audience and a key of its own. */
const served: Readonly<Record<string, readonly Member[]>> = {
  accounts: [
    { name: 'accounts', path: '/graphql' },
    { name: 'grants', path: '/grants/graphql' },
  ],
  messenger: [{ name: 'messenger', path: '/graphql' }],
  photo: [{ name: 'photo', path: '/graphql' }],
  social: [{ name: 'social', path: '/graphql' }],
}

/** `concord subgraph NAME`: one subgraph over HTTP, for gateways that share its keys. */
export async function subgraph(configuration: Configuration, name: string, output: Output): Promise<Running> {
  const members = served[name]
  if (members === undefined)
    throw new ConfigurationError(`The subgraph must be one of ${Object.keys(served).join(', ')}, but got: ${name}`)
  const figures = await openFigures(configuration)
  const house = await openHouse(configuration, figures.metrics)
  const { stopMs } = configuration.limits
  const { server, mounts, metricsUrl } = await serve(house, members, figures).catch(async (error: unknown) => {
    await figures.stop()
    await house.close()
    throw error
  })
  const subgraphs = mounts.map((mount) => mount.subgraph)
  const presence = announceInStore(house, `subgraph ${name}`, () => !clocksAgree(subgraphs))
  for (const { outbox } of subgraphs) outbox?.start()
  output.write(`${name} listens on ${server.url}${members[0]?.path ?? ''}\n`)
  if (metricsUrl !== null) output.write(`Figures are at ${metricsUrl}\n`)
  return {
    graceMs: stopMs,
    stop: async () => {
      await Promise.all([server.stop(stopMs), presence.stop()])
      await figures.stop()
      await Promise.all(mounts.map(async ({ subgraph: mounted }) => mounted.stop?.()))
      await house.close()
    },
  }
}

interface Served {
  readonly server: ServedSubgraphs
  readonly mounts: readonly Mount[]
  readonly metricsUrl: string | null
}

async function serve(house: OpenedHouse, members: readonly Member[], figures: Figures): Promise<Served> {
  const { configuration, clock, log, storage, shapes } = house
  const { host, limits, publicUrl, clients } = configuration
  // The media's URLs name the port, so a port that the system chooses is chosen before anything is made.
  const port = configuration.port === 0 ? await freePort(host) : configuration.port
  const mediaUrl = publicUrl ?? `http://${host}:${port}`
  const mounts = members.map((member) => mountOf(member, house, mediaUrl))
  refuseNewerStore(shapes)
  const { bodyBytes } = limits
  const { metrics } = figures
  const subgraphs = mounts.map((mount) => mount.subgraph)
  showClocks(metrics, subgraphs)
  showOutboxes(metrics, subgraphs)
  const checks = [storeCheck(storage), releaseCheck(shapes), clockCheck(() => clocksAgree(subgraphs))]
  const metricsUrl = await figures.serve()
  // Their pages fetch media, and upload: the URL says who may, whichever client made it.
  const origins = Object.values(clients).flatMap((client) => client.origins ?? [])
  const options = { mounts, host, port, clock, log, limits: { bodyBytes }, checks, metrics, origins }
  return { server: await serveSubgraphs(options), mounts, metricsUrl }
}

/** The services that call internal operations over HTTP; each operation names those of them that it answers. */
const CALLERS = ['seeder', 'accounts', 'messenger', 'safety', 'gateway']

function mountOf({ name, path }: Member, house: House, mediaUrl: string): Mount {
  const subgraph = createFamilyMember(name, house, { mediaUrl })
  const callers = new Map(CALLERS.map((caller) => [caller, acceptedCallKeys(house.keys, caller, name)]))
  return { subgraph, path, key: acceptedCallKeys(house.keys, 'gateway', name), callers }
}

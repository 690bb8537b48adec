import { acceptedCallKeys } from '../../subgraphs/runtime/keys/uses.ts'
import { type ServedSubgraphs, serveSubgraphs } from '../../subgraphs/runtime/serve/serve.ts'
import type { Mount } from '../../subgraphs/runtime/serve/site.ts'
import type { Running } from '../untilStopped.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { createFamilyMember, type FamilyName } from '../house/family.ts'
import { freePort } from '../house/freePort.ts'
import { openHouse, type House } from '../house/house.ts'
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
  const house = await openHouse(configuration)
  const { stopMs } = configuration.limits
  const { server, mounts } = await serve(house, members).catch(async (error: unknown) => {
    await house.close()
    throw error
  })
  for (const mount of mounts) mount.subgraph.outbox?.start()
  output.write(`${name} listens on ${server.url}${members[0]?.path ?? ''}\n`)
  return {
    graceMs: stopMs,
    stop: async () => {
      await server.stop(stopMs)
      await Promise.all(mounts.map(async ({ subgraph: mounted }) => mounted.stop?.()))
      await house.close()
    },
  }
}

async function serve(
  house: House,
  members: readonly Member[],
): Promise<{ readonly server: ServedSubgraphs; readonly mounts: readonly Mount[] }> {
  const { configuration, clock, log, storage } = house
  const { host, limits, publicUrl, clients } = configuration
  // The media's URLs name the port, so a port that the system chooses is chosen before anything is made.
  const port = configuration.port === 0 ? await freePort(host) : configuration.port
  const mediaUrl = publicUrl ?? `http://${host}:${port}`
  const mounts = members.map((member) => mountOf(member, house, mediaUrl))
  const { bodyBytes } = limits
  const ready = (): Promise<void> => storage.check()
  // Their pages fetch media, and upload: the URL says who may, whichever client made it.
  const origins = Object.values(clients).flatMap((client) => client.origins ?? [])
  const options = { mounts, host, port, clock, log, limits: { bodyBytes }, ready, origins }
  return { server: await serveSubgraphs(options), mounts }
}

/** The services that call internal operations over HTTP; each operation names those of them that it answers. */
const CALLERS = ['seeder', 'accounts', 'messenger', 'safety']

function mountOf({ name, path }: Member, house: House, mediaUrl: string): Mount {
  const subgraph = createFamilyMember(name, house, { mediaUrl })
  const callers = new Map(CALLERS.map((caller) => [caller, acceptedCallKeys(house.keys, caller, name)]))
  return { subgraph, path, key: acceptedCallKeys(house.keys, 'gateway', name), callers }
}

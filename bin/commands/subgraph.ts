import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { serveSubgraphs } from '../../subgraphs/runtime/serve/serve.ts'
import type { Mount } from '../../subgraphs/runtime/serve/site.ts'
import type { Running } from '../untilStopped.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { createFamilyMember, type FamilyName } from '../house/family.ts'
import { openHouse, type House } from '../house/house.ts'
import type { Output } from '../progress.ts'

/** What each process serves: accounts has grants beside it, at a path, with an audience and a key of its own. */
const served: Readonly<Record<string, readonly { readonly name: FamilyName; readonly path: string }[]>> = {
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
  const { host, port, limits } = configuration
  const mounts = members.map((member) => mountOf(member, house))
  const ready = (): Promise<void> => house.storage.check()
  const server = await serveSubgraphs({
    mounts,
    host,
    port,
    clock: house.clock,
    log: house.log,
    limits: { bodyBytes: limits.bodyBytes },
    ready,
  })
  output.write(`${name} listens on ${server.url}${members[0]?.path ?? ''}\n`)
  return {
    graceMs: limits.stopMs,
    stop: async () => {
      await server.stop(limits.stopMs)
      await Promise.all(mounts.map(async ({ subgraph: mounted }) => mounted.stop?.()))
      await house.close()
    },
  }
}

/** The services that call internal operations over HTTP; each operation names those of them that it answers. */
const CALLERS = ['seeder', 'accounts', 'safety']

function mountOf({ name, path }: { readonly name: FamilyName; readonly path: string }, house: House): Mount {
  const { host, port, publicUrl } = house.configuration
  const subgraph = createFamilyMember(name, house, { mediaUrl: publicUrl ?? `http://${host}:${port}` })
  const callers = new Map(CALLERS.map((caller) => [caller, callKey(house.keys, caller, name)]))
  return { subgraph, path, key: callKey(house.keys, 'gateway', name), callers }
}

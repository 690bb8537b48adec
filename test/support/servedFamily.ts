import type { House } from '../../bin/house/house.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { createHttpTransport } from '../../gateway/transports/http.ts'
import { createHeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import { callKey } from '../../subgraphs/runtime/keys/uses.ts'
import { type ServedSubgraphs, serveSubgraphs } from '../../subgraphs/runtime/serve/serve.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'

/** Subgraphs over HTTP, a server each, for `startedGraph({ connect })`; closed with the graph. */
export interface ServedFamily {
  /** Serves a subgraph and answers the gateway's way to it. */
  readonly connect: (subgraph: Subgraph, house: House) => Promise<SubgraphTransport>
  /** Where a subgraph is served, without a path. */
  url(name: string): string
  /** Ends a subgraph's server, as an operator would. */
  stop(name: string): Promise<void>
  /** Serves it again, at the same address. */
  start(name: string): Promise<void>
}

interface Served {
  server: ServedSubgraphs
  readonly serve: (port: number) => Promise<ServedSubgraphs>
}

/** `via`: puts something between gateway and server, and answers its URL. Default: nothing. */
export function servedFamily(
  via: (name: string, url: string) => Promise<string> = async (_, url) => url,
): ServedFamily {
  const family = new Map<string, Served>()
  const find = (name: string): Served => {
    const served = family.get(name)
    if (served === undefined) throw new Error(`${name} must be served, but is not`)
    return served
  }
  return {
    async connect(subgraph, house) {
      const { name } = subgraph
      const serve = (port: number): Promise<ServedSubgraphs> => serveOne(subgraph, house, port)
      const served = { serve, server: await serve(0) }
      family.set(name, served)
      const transport = transportTo(name, house, await via(name, served.server.url))
      const close = async (): Promise<void> => {
        await transport.close()
        await served.server.stop(0)
      }
      return { send: (request) => transport.send(request), close }
    },
    url: (name) => find(name).server.url,
    stop: (name) => find(name).server.stop(0),
    async start(name) {
      const served = find(name)
      served.server = await served.serve(Number(new URL(served.server.url).port))
    },
  }
}

function serveOne(subgraph: Subgraph, { keys, clock, log }: House, port: number): Promise<ServedSubgraphs> {
  const { name } = subgraph
  const callers = new Map(['seeder', 'accounts', 'messenger'].map((caller) => [caller, callKey(keys, caller, name)]))
  const mounts = [{ subgraph, path: '/graphql', key: callKey(keys, 'gateway', name), callers }]
  return serveSubgraphs({ mounts, host: '127.0.0.1', port, clock, log })
}

function transportTo(name: string, { keys, clock, random }: House, url: string): SubgraphTransport {
  const sign = createHeaderSigner({ audience: name, key: callKey(keys, 'gateway', name), clock, random })
  return createHttpTransport({ name, url: `${url}/graphql`, clock, sign })
}

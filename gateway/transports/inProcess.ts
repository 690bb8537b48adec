import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { SubgraphResponse, SubgraphTransport } from '../transport.ts'

/**
 * The way to a subgraph in this process: the same code without HTTP, and nothing signed, since nobody stands between.
 */
export function createInProcessTransport(subgraph: Subgraph): SubgraphTransport {
  return {
    async send({ query, operationName, variables, identity, signal }) {
      if (identity === undefined) {
        throw new TypeError(`The subgraph ${subgraph.name} must be told who asks: register it in options.identity.`)
      }
      const name = operationName === undefined ? {} : { operationName }
      return responseOf(await subgraph.execute({ query, ...name, variables, identity, signal }))
    },
    close: () => Promise.resolve(),
  }
}

function responseOf({ data, errors }: Awaited<ReturnType<Subgraph['execute']>>): SubgraphResponse {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }),
  }
}

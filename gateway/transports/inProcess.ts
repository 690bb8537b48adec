import type { Random } from '../../subgraphs/runtime/random/random.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { SubgraphResponse, SubgraphTransport } from '../transport.ts'

/**
 * The way to a subgraph in this process: the same code without HTTP, and nothing signed, since nobody stands between.
 * `random` names calls in the log. Default: they have no names.
 */
export function createInProcessTransport(subgraph: Subgraph, { random }: { random?: Random } = {}): SubgraphTransport {
  return {
    async send({ query, operationName, variables, identity, named, signal }) {
      if (identity === undefined) {
        throw new TypeError(`The subgraph ${subgraph.name} must be told who asks: register it in options.identity.`)
      }
      const name = operationName === undefined ? {} : { operationName }
      const callId = random?.id()
      if (callId !== undefined) named?.(callId)
      const call = { query, ...name, variables, identity, ...(callId !== undefined && { callId }), signal }
      return responseOf(await subgraph.execute(call))
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

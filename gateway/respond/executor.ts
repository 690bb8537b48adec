import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import { type ExecutionResult, GraphQLError } from 'graphql'
import { fault, isFault } from '../../subgraphs/runtime/errors/fault.ts'
import { statusOf } from '../../subgraphs/runtime/errors/registry.ts'
import { describeError } from '../../subgraphs/runtime/log/describeError.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import type { Generation } from '../engine.ts'
import type { Execution } from './execution.ts'

/** What Apollo Server calls a gateway. */
type Gateway = ApolloServerOptionsWithGateway<Execution>['gateway']

/** One generation as Apollo Server asks for it: loaded from the start, never updated. */
export function gatewayOf(generation: Generation, log: Log): Gateway {
  let loaded: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] = () => undefined
  return {
    onSchemaLoadOrUpdate(callback) {
      loaded = callback
      return () => undefined
    },
    async load() {
      loaded({ apiSchema: generation.apiSchema, coreSupergraphSdl: generation.supergraphSdl })
      return { executor: ({ context }) => execute(generation, context as Execution, log) }
    },
    stop: () => Promise.resolve(),
  }
}

async function execute(generation: Generation, execution: Execution, log: Log): Promise<ExecutionResult> {
  const { admitted, parameters, scope, requestId } = execution
  const request = { ...admitted, variables: parameters.variables ?? {}, scope }
  const result = await generation.execute(request).catch((error: unknown): ExecutionResult => {
    if (!isFault(error)) log.error({ requestId, error: describeError(error) }, 'an execution failed in the gateway')
    return { errors: [isFault(error) ? error : fault('INTERNAL_ERROR')] }
  })
  execution.executed(result)
  if (result.errors === undefined) return result
  const refused = result.data === undefined
  const errors = result.errors.map((error) => withStatus(error, refused))
  return { ...result, errors, extensions: { ...result.extensions, requestId } }
}

/**
 * Apollo Server takes the answer's status from `extensions.http` of an error. Errors of subgraphs are hostile input:
 * what they say there is dropped. An answer without data has the status of its code instead.
 */
function withStatus(error: GraphQLError, refused: boolean): GraphQLError {
  const { http, ...extensions } = error.extensions
  const { code } = extensions
  const status = refused && typeof code === 'string' ? { http: { status: statusOf(code), headers: new Map() } } : {}
  if (http === undefined && status.http === undefined) return error
  const { nodes = null, source = null, positions = null, path = null } = error
  return new GraphQLError(error.message, { nodes, source, positions, path, extensions: { ...extensions, ...status } })
}

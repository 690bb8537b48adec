import { type ExecutionResult, GraphQLError, Kind } from 'graphql'
import { ERRORS } from '../errors/registry.ts'
import { isStoreAway } from '../errors/storeAway.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'

/**
 * The result as others may see it: faults as they are, a store that is away as `STORE_UNAVAILABLE`, everything else as
 * `INTERNAL_ERROR`, with nothing of its cause.
 */
export function presentable(result: ExecutionResult, subgraph: string, log: Log): ExecutionResult {
  if (!result.errors) return result
  return { ...result, errors: result.errors.map((error) => presentableError(error, subgraph, log)) }
}

function presentableError(error: GraphQLError, subgraph: string, log: Log): GraphQLError {
  const { path } = error
  if (isCoded(error)) return withoutCause(error.message, error.extensions, path)
  if (isAboutInput(error)) return withoutCause(error.message, { code: 'BAD_USER_INPUT' }, path)
  log.error(
    { subgraph, path: path?.join('.'), error: describeError(error.originalError ?? error) },
    'a resolver failed',
  )
  const code = isStoreAway(error.originalError) ? 'STORE_UNAVAILABLE' : 'INTERNAL_ERROR'
  return withoutCause(ERRORS[code].message, { code }, path)
}

/** Whether somebody threw a fault on purpose: an Error that merely carries `extensions` is none. */
function isCoded(error: GraphQLError): boolean {
  const thrown = error.originalError ?? error
  return thrown instanceof GraphQLError && typeof thrown.extensions['code'] === 'string'
}

/**
 * Whether graphql-js refused a variable (no path then; it points at the variable where a scalar refused its value) or an
 * argument that only its variable's value made wrong (it points at that value, where all its other complaints point at
 * the field).
 */
function isAboutInput(error: GraphQLError): boolean {
  if (error.path === undefined) {
    return error.originalError === undefined || error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION
  }
  const refusal = error.originalError
  if (!(refusal instanceof GraphQLError)) return false
  const kind = refusal.nodes?.[0]?.kind
  return kind !== undefined && kind !== Kind.FIELD
}

// A copy: the error that was thrown holds its cause, the stack and the nodes of the document.
function withoutCause(
  message: string,
  extensions: GraphQLError['extensions'],
  path: GraphQLError['path'],
): GraphQLError {
  return new GraphQLError(message, { extensions, ...(path ? { path } : {}) })
}

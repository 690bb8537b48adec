import { type ExecutionResult, GraphQLError, Kind } from 'graphql'
import { ERRORS } from '../errors/registry.ts'
import { isStoreAway } from '../errors/storeAway.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'

/**
 * The result as others may see it: faults as they are, a store that is away as `STORE_UNAVAILABLE`, everything else as
 * `INTERNAL_ERROR`, with nothing of its cause. `wrongInput`: what to say where the variables were refused, as the words
 * of graphql-js hold their values. Default: the words of the code.
 */
export function presentable(
  result: ExecutionResult,
  subgraph: string,
  log: Log,
  wrongInput: () => readonly string[] = () => [ERRORS.BAD_USER_INPUT.message],
): ExecutionResult {
  if (!result.errors) return result
  if (result.errors.every(isAboutVariables)) return { errors: wrongInput().map((message) => badInput(message)) }
  return { ...result, errors: result.errors.map((error) => presentableError(error, subgraph, log)) }
}

function presentableError(error: GraphQLError, subgraph: string, log: Log): GraphQLError {
  const { path } = error
  if (isCoded(error)) return withoutCause(error.message, error.extensions, path)
  if (isAboutArgument(error)) return badInput(withoutValue(error.message), path)
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

/** Whether graphql-js refused a variable: no path then; it points at the variable where a scalar refused its value. */
function isAboutVariables(error: GraphQLError): boolean {
  if (error.path !== undefined || isCoded(error)) return false
  return error.originalError === undefined || error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION
}

/**
 * Whether graphql-js refused an argument that only its variable's value made wrong: it points at that value, where all its
 * other complaints point at the field.
 */
function isAboutArgument(error: GraphQLError): boolean {
  const refusal = error.originalError
  if (!(refusal instanceof GraphQLError)) return false
  const kind = refusal.nodes?.[0]?.kind
  return kind !== undefined && kind !== Kind.FIELD
}

/** What graphql-js says of an argument, without the value that it ends with. */
function withoutValue(message: string): string {
  return message.replace(/^(Argument "\w+") has invalid value .*$/s, '$1 has a value that its type does not allow.')
}

function badInput(message: string, path?: GraphQLError['path']): GraphQLError {
  return withoutCause(message, { code: 'BAD_USER_INPUT' }, path)
}

// A copy: the error that was thrown holds its cause, the stack and the nodes of the document.
function withoutCause(
  message: string,
  extensions: GraphQLError['extensions'],
  path: GraphQLError['path'],
): GraphQLError {
  return new GraphQLError(message, { extensions, ...(path ? { path } : {}) })
}

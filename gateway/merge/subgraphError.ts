import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { fault, isFault } from '../../subgraphs/runtime/errors/fault.ts'
import type { ErrorCode } from '../../subgraphs/runtime/errors/registry.ts'

/** What went wrong at a subgraph, without a place yet. */
export interface SubgraphFailure {
  readonly message: string
  /** With `code`, and `subgraph`, the name of the one that failed. */
  readonly extensions: Readonly<Record<string, unknown>>
  /** For the log. */
  readonly cause?: unknown
}

/** Longer messages are cut: they come from outside. */
const LONGEST_MESSAGE = 2000
/** In characters of JSON; larger extensions are dropped, except `code`. */
const LARGEST_EXTENSIONS = 8000
const CODE = /^[A-Za-z][A-Za-z0-9_]{0,63}$/

/** The call failed as a whole: no answer, none in time, or none that is GraphQL. */
export function callFailure(subgraph: string, cause: unknown): SubgraphFailure {
  const known = isFault(cause) ? cause : fault('SUBGRAPH_UNREACHABLE')
  const message = known.extensions['code'] === 'SUBGRAPH_TIMEOUT' ? tooLate(subgraph) : known.message
  return { message, extensions: { ...known.extensions, subgraph }, cause }
}

function tooLate(subgraph: string): string {
  return `Subgraph "${subgraph}" did not answer in time. Its part of the answer is missing; ask again later.`
}

/** The gateway's own verdict about a subgraph's answer. */
export function badResponse(subgraph: string, message: string): SubgraphFailure {
  const code: ErrorCode = 'SUBGRAPH_BAD_RESPONSE'
  return { message: `The answer of subgraph "${subgraph}" ${message}.`, extensions: { code, subgraph } }
}

/**
 * An entry of `errors` as the client may see it. The subgraph's message, code and other extensions stand, bounded; stack
 * traces never do.
 */
export function reportedFailure(subgraph: string, error: Partial<GraphQLFormattedError>): SubgraphFailure {
  const given: unknown = error.message
  const message = typeof given === 'string' && given !== '' ? given : `Subgraph "${subgraph}" reported an error.`
  return { message: message.slice(0, LONGEST_MESSAGE), extensions: passedOn(subgraph, error.extensions) }
}

function passedOn(subgraph: string, given: unknown): Record<string, unknown> {
  const extensions = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}
  const { stacktrace: _stack, exception: _exception, code: givenCode, ...others } = extensions
  const code = typeof givenCode === 'string' && CODE.test(givenCode) ? givenCode : 'DOWNSTREAM_SERVICE_ERROR'
  return { ...(isSmall(others) ? others : {}), code, subgraph }
}

function isSmall(value: object): boolean {
  try {
    return JSON.stringify(value).length <= LARGEST_EXTENSIONS
  } catch {
    return false
  }
}

/** The error that the client sees. */
export function toClientError(failure: SubgraphFailure, path: readonly (string | number)[] | undefined): GraphQLError {
  const error = new GraphQLError(failure.message, { extensions: failure.extensions, path: path ?? null })
  if (failure.cause !== undefined) Object.defineProperty(error, 'cause', { value: failure.cause, enumerable: false })
  return error
}

import { GraphQLError } from 'graphql'
import { ERRORS, type ErrorCode } from './registry.ts'

export interface FaultOptions {
  /** What must hold, what came instead, what to do next. Default: the registry's message. Clients see it. */
  readonly message?: string
  /** What caused it; for the log only, clients never see it. */
  readonly cause?: unknown
  /** More for `extensions`, beside `code`. Clients see it. */
  readonly extensions?: Readonly<Record<string, unknown>>
  /** Headers of the HTTP answer where this is the whole answer, beside those that its status has; in lower case. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An error that clients may see as it is: `throw fault('CURSOR_INVALID')`. */
export function fault(code: ErrorCode, options: FaultOptions = {}): GraphQLError {
  const error = new GraphQLError(options.message ?? ERRORS[code].message, {
    extensions: { ...options.extensions, code },
  })
  // Not `originalError`: graphql-js would show the cause's stack as this error's own. Not enumerable, as in `Error`.
  if (options.cause !== undefined) {
    Object.defineProperty(error, 'cause', { value: options.cause, enumerable: false, configurable: true })
  }
  if (options.headers !== undefined) headersOfFaults.set(error, options.headers)
  return error
}

const headersOfFaults = new WeakMap<Error, Readonly<Record<string, string>>>()

/** What `FaultOptions.headers` says; empty for any other error. */
export function headersOf(error: Error): Readonly<Record<string, string>> {
  return headersOfFaults.get(error) ?? {}
}

/** Whether `error` is a fault, of this code where one is given. */
export function isFault(error: unknown, code?: ErrorCode): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  const actual = error.extensions['code']
  return code === undefined ? typeof actual === 'string' : actual === code
}

import type { GraphQLError } from 'graphql'

/**
 * Why an operation is not executed, although the request was well-formed. Its errors are the whole answer; the status
 * depends on the media type (respond/status.ts).
 */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused'
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? 'refused')
    this.errors = errors
  }
}

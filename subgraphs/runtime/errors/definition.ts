/** One row of the registry. */
export interface ErrorDefinition {
  /** The HTTP status where the error is the whole answer; inside `errors` of a GraphQL answer it says nothing. */
  readonly status: number
  /** The message where the place that raises it has nothing better: what must hold, and what to do. */
  readonly message: string
  /** The same request may succeed when it is sent again; one with an idempotency key acts once, however often. Default: not. */
  readonly retry?: true
  /** The version of Concord that raised it first. */
  readonly since: string
}

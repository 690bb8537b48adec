/** One row of the registry. */
export interface ErrorDefinition {
  /** The HTTP status where the error is the whole answer; inside `errors` of a GraphQL answer it says nothing. */
  readonly status: number
  /** The message where the place that raises it has nothing better: what must hold, and what to do. */
  readonly message: string
  /** The version of Concord that raised it first. */
  readonly since: string
}

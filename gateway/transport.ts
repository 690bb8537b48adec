import type { GraphQLFormattedError } from 'graphql'
import type { CallIdentity } from '../subgraphs/runtime/identity/identity.ts'

/** One call from the gateway to one subgraph. */
export interface SubgraphRequest {
  /** The text of the operation, from the plan; the same text for every run of the plan, so that it can be cached. */
  readonly query: string
  readonly operationName?: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Made for this subgraph and this call. Absent towards subgraphs that are not registered with Concord. */
  readonly identity?: CallIdentity
  /** Configured headers of the client that are passed on; a transport without HTTP drops them. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Told what the call is called in the subgraph's log, at each sending: a repetition is another call. Not told where
   * the subgraph is told nothing.
   */
  readonly named?: (callId: string) => void
  /** Aborted by the client's leaving or by the deadline. */
  readonly signal: AbortSignal
  /** False for mutations and for `grants`: these are never sent twice. */
  readonly idempotent: boolean
  /** The variables for a second sending, where they must not be the same as time passes. Default: the same. */
  readonly variablesAgain?: () => Readonly<Record<string, unknown>>
}

/** What came back: hostile until merged. `data` is absent or null when nothing came. */
export interface SubgraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphQLFormattedError[]
}

/**
 * The way to one subgraph: in process, over HTTP, or `entry` inside the gateway. Rejects with a fault of the registry
 * (`SUBGRAPH_UNREACHABLE`, `SUBGRAPH_TIMEOUT`, `SUBGRAPH_BAD_RESPONSE`) when no GraphQL response came.
 */
export interface SubgraphTransport {
  send(request: SubgraphRequest): Promise<SubgraphResponse>
  close(): Promise<void>
}

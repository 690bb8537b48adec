import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { CallIdentity } from '../subgraphs/runtime/identity/identity.ts'
import type { SubgraphTransport } from './transport.ts'

/** What one request brings along besides its document. */
export interface RequestScope {
  /** What this subgraph is told about who asks; a fresh value for each call. Undefined for unregistered subgraphs. */
  identityFor(subgraph: string, timeoutMs: number): CallIdentity | undefined
  /** Further headers for one call, where configured: nothing else of the client is passed on. */
  headersFor?(subgraph: string): Readonly<Record<string, string>>
  /** Names the request in the log, except where that would tell who consented. Default: it is not named. */
  readonly requestId?: string
  /** Aborted when the client left. */
  readonly signal: AbortSignal
  /** When the request must be answered, by the monotonic clock, in milliseconds. */
  readonly deadline: number
  /** About consented data. Default: nobody asks for notes. */
  readonly consent?: ConsentScope
}

/** What one request wants to know, and to tell, about consented data. */
export interface ConsentScope {
  /** Sealed ids of the profiles that ask: notes are about these people alone. Absent when no notes were asked for. */
  readonly notesFor?: ReadonlySet<string>
  /** Whether notes say why something was withheld. */
  readonly withReasons?: boolean
  /** Called, before anything is fetched, for an answer that holds a field computed from consented data: nobody may store it. */
  readonly holdsUses?: () => void
}

/** A parsed and validated operation. `key` identifies the document's text and operation name, for the plan cache. */
export interface EngineRequest {
  readonly document: DocumentNode
  readonly operationName?: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly key: string
  readonly scope: RequestScope
}

/**
 * Everything a request needs, swapped together: schema, plans, labels and transports of one supergraph. A request takes
 * the current generation once and keeps it to its end.
 */
export interface Generation {
  /** SHA-256 of the supergraph's text, in hex. */
  readonly id: string
  readonly supergraphSdl: string
  readonly apiSchema: GraphQLSchema
  readonly apiSdl: string
  readonly transports: ReadonlyMap<string, SubgraphTransport>
  execute(request: EngineRequest): Promise<ExecutionResult>
}

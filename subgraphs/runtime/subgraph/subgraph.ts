import type { ExecutionResult } from 'graphql'
import type { ByteSource } from '../bytes/byteSource.ts'
import type { Clock } from '../clock/clock.ts'
import type { AcceptanceObserver } from '../grants/acceptance.ts'
import type { ClockWatch } from '../grants/clockWatch.ts'
import type { GrantOpener } from '../grants/grant.ts'
import type { App, CallIdentity, ProvedProfile } from '../identity/identity.ts'
import type { Ids } from '../ids/ids.ts'
import type { InternalOperation } from '../internal/internal.ts'
import type { Log } from '../log/log.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Random } from '../random/random.ts'

/** What the floor gives every subgraph; chosen by the composition root, the same for all requests. */
export interface SubgraphPorts {
  readonly clock: Clock
  readonly random: Random
  readonly ids: Ids
  readonly log: Log
  /** Told of each test that values of other apps are of now. Default: nobody. */
  readonly onAcceptance?: AcceptanceObserver
  /** Default: nothing is counted. */
  readonly metrics?: Metrics
}

/** What a resolver gets as its context; a line of its `log` says which call it is about. */
export interface SubgraphContext<Loaders> extends Omit<SubgraphPorts, 'onAcceptance' | 'metrics'> {
  /** The viewer in this subgraph's own app: `local` for the store, `id` sealed; null when signed out here. */
  readonly viewer: { readonly local: string; readonly id: string; readonly authTime: number } | null
  /** The client where this subgraph may know it, else null. */
  readonly client: string | null
  /** Accounts and grants only; elsewhere empty. */
  readonly profiles: readonly ProvedProfile[]
  readonly gpc: boolean
  /** The wall clock when the call arrived, in milliseconds: one request sees one time. */
  readonly now: number
  /** Aborted when the gateway gave up or the deadline passed. */
  readonly signal: AbortSignal
  /** DataLoaders and whatever else lives as long as this request. */
  readonly load: Loaders
}

export interface SubgraphDefinition<Loaders> {
  /** The name in `schema/subgraphs.yaml`. */
  readonly name: string
  /** The app whose viewer this subgraph is told; absent for accounts and grants. */
  readonly app?: App
  /** The text of its SDL. */
  readonly sdl: string
  /** Resolvers as generated from the SDL; `__resolveReference` of entities among them. Scalars are added by the floor. */
  readonly resolvers: object
  readonly ports: SubgraphPorts
  /** Makes the per-request loaders; called once per call, before the first resolver. */
  readonly loaders: (context: Omit<SubgraphContext<never>, 'load'>) => Loaders
  /** Typed calls from service to service; in no public schema. Default: none. */
  readonly internal?: readonly InternalOperation[]
  /** HTTP paths served beside GraphQL (media); the composition root mounts them. Default: none. */
  readonly routes?: readonly HttpRoute[]
  /**
   * How each consented type of this source (`@consented(from:)` with its own name) is answered, by the type's name. The
   * floor opens the grant first and adds `validUntil`. A consented type without an entry is always null.
   */
  readonly consented?: Readonly<Record<string, ConsentedResolver<Loaders>>>
  /** Opens the grants of this source (`createGrantOpener`). Absent: no grant holds, consented types are null. */
  readonly grants?: GrantOpener
  /** Does what waits in its aggregates. The composition root starts it; stopping the subgraph stops it. Default: none. */
  readonly outbox?: Outbox
  /**
   * Sees whether clocks agree, for a subgraph that asks it itself. Default: one of its own, asked where consented data
   * comes in or goes out.
   */
  readonly clockWatch?: ClockWatch
  /**
   * Writes what waits for a timer. Called once, after the last request and before the store closes. Default: nothing
   * waits.
   */
  readonly stop?: () => Promise<void>
}

/** Whose data is asked for, and what for: all that a source is told of a grant. */
export interface ConsentedRequest {
  /** The person's local id in this app. */
  readonly subject: string
  readonly purpose: string
}

/** What reading the values may need. No viewer, no log: who is served when is nobody's business, and not written down. */
export interface ConsentedContext<Loaders> extends Pick<
  SubgraphContext<Loaders>,
  'clock' | 'now' | 'signal' | 'load'
> {}

/**
 * Answers the fields of a consented type for one person, without `grant` and `validUntil`, or null when there is
 * nothing to give. Called only for a grant that holds. What takes longer than is left of the grant (`signal` is aborted
 * then), or throws, counts as null.
 */
export type ConsentedResolver<Loaders> = (
  asked: ConsentedRequest,
  context: ConsentedContext<Loaders>,
) => Promise<object | null> | object | null

export interface HttpRoute {
  /** All paths that start with this, for example `/media/photo/`. */
  readonly prefix: string
  /** Answers a GET or HEAD; null when there is nothing there. */
  readonly get: (url: URL) => Promise<HttpResource | null>
  /**
   * Takes what is sent by PUT; resolves when it is kept, throws a fault for what is refused. `body` is asked for once, or
   * never: nothing is read before. Default: nothing is taken.
   */
  readonly put?: (url: URL, body: BoundedBody) => Promise<void>
}

/** What is at a URL, whole: the part of it that a request asks for (`Range`) is cut out by the server. */
export interface HttpResource {
  readonly contentType: string
  /** A source is read when it is sent, and no further than it is asked for. */
  readonly body: Uint8Array | ByteSource
  /** In lower case. With a strong `etag` a part can be asked for on condition that nothing has changed (`If-Range`). */
  readonly headers?: Readonly<Record<string, string>>
}

/** The whole body; rejects with `REQUEST_BODY_TOO_LARGE` as soon as it is known to be longer than `limit` bytes. */
export type BoundedBody = (limit: number) => Promise<Uint8Array>

/** One GraphQL call to a subgraph, already authenticated by whoever carried it. */
export interface SubgraphCall {
  readonly query: string
  readonly operationName?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly identity: CallIdentity
  /** Names the call in the log (`AboutCall`). Default: it has no name. */
  readonly callId?: string
  readonly signal?: AbortSignal
}

export interface Subgraph {
  readonly name: string
  readonly sdl: string
  readonly routes: readonly HttpRoute[]
  /** Parses and validates once per text, executes with a fresh context. Never throws for what a client can cause. */
  execute(call: SubgraphCall): Promise<ExecutionResult>
  /**
   * Told when each signed header was made (milliseconds since the epoch, by its maker's clock) once its signature held:
   * by these a subgraph sees whether clocks agree well enough for consented data. In one process there are none.
   */
  readonly sawHeader?: (issuedAt: number) => void
  /**
   * False while clocks visibly differ by more than δ: then it makes no grant, opens none and takes no values. Absent where
   * it has nothing to do with consented data.
   */
  readonly isClockTrusted?: () => boolean
  /** Runs an internal operation for this caller; throws a fault with a code when it is not allowed. */
  callInternal(operation: string, caller: string, input: unknown): Promise<unknown>
  /** To be started once the subgraph can be reached, where it is to work by itself; absent where it has none. */
  readonly outbox?: Outbox
  /**
   * After the last request and before the store closes: stops the outbox, and writes what waits for a timer. Absent
   * where there is neither.
   */
  readonly stop?: () => Promise<void>
}

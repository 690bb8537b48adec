import type { JWK } from 'jose'
import type { Clock } from '../subgraphs/runtime/clock/clock.ts'
import type { App } from '../subgraphs/runtime/identity/identity.ts'
import type { HealthCheck } from '../subgraphs/runtime/health/health.ts'
import type { Log } from '../subgraphs/runtime/log/log.ts'
import type { Random } from '../subgraphs/runtime/random/random.ts'
import type { Generation } from './engine.ts'
import type { MetricsOptions } from './metrics/requestFigures.ts'
import type { GatewayRoute } from './respond/routes.ts'

export interface GatewayOptions {
  /** What the first requests are answered from; `swap` brings the next one. */
  readonly generation: Generation
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Counts requests; what the generation counts is its own option. Default: nothing is counted. */
  readonly figures?: MetricsOptions
  /**
   * How tokens are checked and what subgraphs are told. Absent: everybody is anonymous and no subgraph is told
   * anything.
   */
  readonly identity?: IdentityOptions
  /** What applies to every client; see `DEFAULT_LIMITS` and `clients`. */
  readonly limits?: Partial<Limits>
  /** What differs for a client, by its name in the token; `ANONYMOUS` is the name of those without one. */
  readonly clients?: Readonly<Record<string, Partial<ClientPolicy>>>
  /** Pages on this machine may call (`http://localhost:*`) and introspection is on by default. Default: false. */
  readonly development?: boolean
  /** The largest body that is read, in bytes. Default: `DEFAULT_BODY_BYTES`. */
  readonly bodyBytes?: number
  /** How long a request may take, in milliseconds. Default: `DEFAULT_REQUEST_MS`. */
  readonly requestMs?: number
  /**
   * Headers of the client that a subgraph is sent, by the subgraph's name; nothing else of the client's goes on. For
   * subgraphs with a sign-in of their own, for example `{ reviews: ['authorization'] }`. Default: none.
   */
  readonly passOn?: Readonly<Record<string, readonly string[]>>
  /** Asked by `GET /readyz` besides the subgraphs of the generation: the store and the clock of this process. Default: none. */
  readonly checks?: readonly HealthCheck[]
  /** More paths beside `/graphql`: media, the playground, `/dev/personas`. Default: none. */
  readonly routes?: readonly GatewayRoute[]
}

export const DEFAULT_BODY_BYTES = 1_048_576
export const DEFAULT_REQUEST_MS = 15_000
/** How long a stop waits for requests under way, in milliseconds; a stop in all takes less than two seconds. */
export const DEFAULT_GRACE_MS = 1_500

export interface IdentityOptions {
  /** `iss` of the tokens that are accepted. */
  readonly issuer: string
  /** Public keys (Ed25519), served at `/.well-known/jwks.json`, `calls` at `/.well-known/calls/jwks.json`. */
  readonly jwks: {
    /** Those that a token may be signed with. */
    readonly keys: readonly JWK[]
    /** Those that sign receipts and heads of ledgers; no token is accepted by them. Default: none. */
    readonly others?: readonly JWK[]
    /** Those that sign calls to partners. Default: none. */
    readonly calls?: readonly JWK[]
  }
  /**
   * The subgraphs that are told who asks (R0), as `schema/subgraphs.yaml` registers them; any other is told nothing.
   */
  readonly subgraphs: readonly { readonly name: string; readonly app?: App | undefined }[]
  /** Names of partners that may be the client of a token. Default: none. */
  readonly partners?: readonly string[]
}

/** The name of those who bring no token, in `GatewayOptions.clients`. */
export const ANONYMOUS = 'ANONYMOUS'

/** How large one operation may be. Fragments count at every place where they are spread. */
export interface Limits {
  /** Lexical tokens of the document's text. */
  readonly tokens: number
  /** Fields inside one another. */
  readonly depth: number
  readonly aliases: number
  /** Fields of the operation itself. */
  readonly rootFields: number
  readonly fields: number
  readonly directives: number
}

export const DEFAULT_LIMITS: Limits = {
  tokens: 5_000,
  depth: 20,
  aliases: 100,
  rootFields: 50,
  fields: 10_000,
  directives: 100,
}

/** What one client may do. */
export interface ClientPolicy {
  /** Origins whose pages may call as this client (CORS), for example `https://app.example`. Default: none. */
  readonly origins: readonly string[]
  /** Whether it may read the schema: introspection, suggestions, `/schema.graphql`. Default: as `development`. */
  readonly introspection: boolean
  readonly limits: Partial<Limits>
}

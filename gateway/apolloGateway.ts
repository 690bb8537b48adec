import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { Clock } from '../subgraphs/runtime/clock/clock.ts'
import { systemClock } from '../subgraphs/runtime/clock/systemClock.ts'
import { silentLog, type Log } from '../subgraphs/runtime/log/log.ts'
import type { PlanContract } from './consent/planContract.ts'
import type { Generation } from './engine.ts'
import { createGeneration } from './generation.ts'
import { subgraphsOf } from './plan/supergraph.ts'
import type { SubgraphTransport } from './transport.ts'
import { createHttpTransport } from './transports/http.ts'

/** Apollo Server's own contract of a gateway. */
type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway']
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>
type RequestContext = Parameters<Executor>[0]
type SchemaListener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]

export interface ConcordGatewayOptions<Context = unknown> {
  /** A composed supergraph, with or without Concord's consent labels. */
  readonly supergraphSdl: string
  /**
   * Makes the way to a subgraph, when a supergraph that names it is loaded; closed by the gateway. Default: HTTP to the
   * URL that the supergraph has for it.
   */
  readonly transportFor?: (subgraph: { readonly name: string; readonly url: string }) => SubgraphTransport
  /** Headers for one call to `subgraph`, from Apollo Server's `contextValue`. Default: none. */
  readonly headersFor?: (subgraph: string, context: Context) => Readonly<Record<string, string>>
  /** How long a request may take, in milliseconds, before what is missing is answered with null. Default: 30,000. */
  readonly requestMs?: number
  /** What the supergraph was composed from, if it has Concord's consent labels: without it, no consented data is used. */
  readonly contract?: PlanContract
  /** Compiled operations that are kept. Default: 1000. */
  readonly planCacheSize?: number
  readonly log?: Log
  /** Default: the system's. */
  readonly clock?: Clock
}

/** A generation in use, and how many requests hold it. */
interface Loaded {
  readonly generation: Generation
  requests: number
  retired: boolean
}

/**
 * In place of `ApolloGateway`: `new ApolloServer({ gateway: new ConcordGateway({ supergraphSdl }) })`. A request is executed in the generation whose schema validated it, also while `update` swaps generations.
 */
export class ConcordGateway<Context = unknown> implements GatewayInterface {
  private readonly options: ConcordGatewayOptions<Context>
  private readonly clock: Clock
  private readonly listeners = new Set<SchemaListener>()
  private readonly bySchema = new WeakMap<GraphQLSchema, Loaded>()
  private current: Loaded | undefined

  constructor(options: ConcordGatewayOptions<Context>) {
    this.options = options
    this.clock = options.clock ?? systemClock
  }

  /** Calls back with the public schema: once while loading, then at each update. Answers how to stop that. */
  onSchemaLoadOrUpdate(callback: SchemaListener): () => void {
    this.listeners.add(callback)
    return () => this.listeners.delete(callback)
  }

  /** @throws Error when the supergraph cannot be served. */
  async load(): Promise<{ executor: Executor }> {
    if (this.current) throw new Error('ConcordGateway.load may be called once; new supergraphs come by update.')
    await this.update(this.options.supergraphSdl)
    return { executor: (context) => this.execute(context) }
  }

  /**
   * Serves another supergraph from now on, `contract` being what that was composed from. When it cannot be served this
   * rejects, and the one before stays.
   */
  async update(supergraphSdl: string, contract = this.options.contract): Promise<void> {
    const { options, clock } = this
    const { log = silentLog, planCacheSize = 1000 } = options
    const { transportFor = ({ name, url }) => createHttpTransport({ name, url, clock }) } = options
    const transports = new Map(subgraphsOf(supergraphSdl).map((subgraph) => [subgraph.name, transportFor(subgraph)]))
    const generation = createGeneration({
      supergraphSdl,
      transports,
      clock,
      log,
      planCacheSize,
      ...(contract && { contract }),
    })
    const before = this.current
    this.current = { generation, requests: 0, retired: false }
    this.bySchema.set(generation.apiSchema, this.current)
    for (const tell of this.listeners) tell({ apiSchema: generation.apiSchema, coreSupergraphSdl: supergraphSdl })
    if (before) await retire(before)
  }

  /** Closes the transports when the last request is done. */
  async stop(): Promise<void> {
    const last = this.current
    this.current = undefined
    if (last) await retire(last)
  }

  private async execute(request: RequestContext): Promise<Awaited<ReturnType<Executor>>> {
    const loaded = this.bySchema.get(request.schema) ?? this.current
    if (!loaded) throw new Error('ConcordGateway must be loaded, and not be stopped, but got a request.')
    const { headersFor, requestMs = 30_000 } = this.options
    loaded.requests++
    try {
      return await loaded.generation.execute({
        document: request.document,
        variables: request.request.variables ?? {},
        key: request.queryHash,
        ...(request.operationName === null ? {} : { operationName: request.operationName }),
        scope: {
          identityFor: () => undefined,
          ...(headersFor && { headersFor: (subgraph) => headersFor(subgraph, request.context as Context) }),
          signal: NEVER,
          deadline: this.clock.monotonic() + requestMs,
          consent: { holdsUses: () => neverStore(request) },
        },
      })
    } finally {
      loaded.requests--
      if (loaded.retired) await retire(loaded)
    }
  }
}

/** Apollo Server does not tell a gateway when a client leaves. */
const NEVER = new AbortController().signal

/** What was computed from consented data is kept by no cache, neither Apollo Server's nor anybody's on the way. */
function neverStore({ response, overallCachePolicy }: RequestContext): void {
  overallCachePolicy?.restrict({ maxAge: 0, scope: 'PRIVATE' })
  response?.http?.headers.set('cache-control', 'private, no-store')
}

async function retire(loaded: Loaded): Promise<void> {
  loaded.retired = true
  if (loaded.requests > 0) return
  await Promise.all([...loaded.generation.transports.values()].map((transport) => transport.close()))
}

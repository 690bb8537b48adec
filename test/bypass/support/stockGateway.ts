import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import {
  GraphQLError,
  parse,
  print,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql'
import type { SubgraphTransport } from '../../../gateway/transport.ts'
import type { CallIdentity } from '../../../subgraphs/runtime/identity/identity.ts'

/** What a subgraph is told of who asks; undefined where it is told nothing. */
export type Told = (subgraph: string) => CallIdentity | undefined

export interface StockAsked {
  readonly variables?: Readonly<Record<string, unknown>>
  /** Default: nobody asks. */
  readonly told?: Told
  /** What the plan cache knows the operation by. Default: its text, as Apollo Server has it (hashed). */
  readonly queryHash?: string
}

/** `ApolloGateway` of @apollo/gateway, without a server before it: asks what is valid in its public schema. */
export interface StockGateway {
  readonly schema: GraphQLSchema
  readonly ask: (query: string | DocumentNode, asked?: StockAsked) => Promise<ExecutionResult>
  /** As at a hot reload. */
  readonly update: (supergraphSdl: string) => void
}

/** `transport`: the way to a subgraph, asked for whenever a supergraph that names it at a new URL is loaded. */
export async function startStock(
  supergraphSdl: string,
  transport: (service: { readonly name: string; readonly url?: string }) => Pick<SubgraphTransport, 'send'>,
): Promise<StockGateway> {
  let update: (sdl: string) => void = () => undefined
  const gateway = new ApolloGateway({
    supergraphSdl: async (manager) => {
      update = manager.update
      return { supergraphSdl }
    },
    buildService: (service) => dataSourceOver(service.name, transport(service)),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const { schema, executor } = await gateway.load()
  return {
    schema,
    update: (sdl) => update(sdl),
    async ask(query, { variables = {}, told = () => undefined, queryHash } = {}) {
      const document = typeof query === 'string' ? parse(query) : query
      const errors = validate(schema, document)
      if (errors.length > 0) return { errors }
      const context = { told }
      const text = typeof query === 'string' ? query : print(query)
      const request = { query: text, variables: { ...variables } }
      const asked = { request, document, queryHash: queryHash ?? text, context, metrics: {} }
      const result = await executor(asked as unknown as Parameters<typeof executor>[0])
      return overTheWire(result)
    },
  }
}

function dataSourceOver(
  subgraph: string,
  transport: Pick<SubgraphTransport, 'send'>,
): GraphQLDataSource<{ readonly told: Told }> {
  return {
    async process({ request, context }) {
      const identity = context.told?.(subgraph)
      const answer = await transport.send({
        query: request.query ?? '',
        variables: request.variables ?? {},
        ...(identity && { identity }),
        signal: new AbortController().signal,
        idempotent: true,
      })
      return JSON.parse(JSON.stringify(answer)) as never
    },
  }
}

/** Calls that failed are plain errors, of which JSON would show nothing. */
function overTheWire(result: Awaited<ReturnType<StockGateway['ask']>>): ExecutionResult {
  const errors = result.errors?.map(
    ({ message, path = null, extensions }) => new GraphQLError(message, { path, extensions }),
  )
  return JSON.parse(JSON.stringify(errors ? { ...result, errors } : result)) as ExecutionResult
}

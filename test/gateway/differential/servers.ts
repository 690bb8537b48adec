import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import { execute, GraphQLError, parse, validate } from 'graphql'
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import { createGeneration } from '../../../gateway/generation.ts'
import type { SubgraphRequest, SubgraphResponse, SubgraphTransport } from '../../../gateway/transport.ts'
import type { Flow } from '../../../schema/flows.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { withUnitedLists } from './unitedLists.ts'
import type { Luck, World } from './world.ts'

/** An operation, with its variables and the data that it meets. */
export interface Asked {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly luck: Luck
}

/** Answers an operation that is valid in the world's public schema. */
export type Server = (asked: Asked) => Promise<ExecutionResult>

type Subgraph = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<ExecutionResult>

export interface Servers {
  readonly ours: Server
  readonly stock: Server
  /** Stock, planning without the named fragments of the client, and uniting lists in lists as it does other lists. */
  readonly mendedStock: Server
  readonly monolith: Server
  /** What the last answer took of subgraphs: each with the names in its operation, aliases left out. */
  readonly fetched: () => ReadonlySet<string>
}

/** `flows`: by which consented data may be used, where the supergraph has any. */
export async function startServers(world: World, flows: readonly Flow[] = []): Promise<Servers> {
  const fetched = new Set<string>()
  const subgraphs = new Map<string, Subgraph>()
  for (const [name, schema] of world.subgraphs) {
    const subgraph = subgraphServer(world, name, schema)
    subgraphs.set(name, (query, variables) => {
      fetched.add(`${name} ${namesIn(query)}`)
      return subgraph(query, variables)
    })
  }
  const fresh = (server: Server): Server => forgetting(world, fetched, server)
  const withoutFragments = await startStock(world, subgraphs, false)
  return {
    ours: fresh(startOurs(world, subgraphs, flows)),
    stock: fresh(await startStock(world, subgraphs, true)),
    mendedStock: fresh((asked) => withUnitedLists(() => withoutFragments(asked))),
    monolith: fresh(async ({ text, variables }) =>
      execute({ schema: world.monolith, document: parse(text), variableValues: variables }),
    ),
    fetched: () => new Set(fetched),
  }
}

/** The names in an operation, without its own and those of variables. */
function namesIn(query: string): string {
  const names = query.replace(/^[^{]*/, '').replaceAll(/\w+\s*:|\$\w+|__typename/g, '')
  return [...new Set(names.match(/\w+/g))].sort().join(' ')
}

function forgetting(world: World, fetched: Set<string>, server: Server): Server {
  return async (asked) => {
    world.reset(asked.luck)
    fetched.clear()
    return overTheWire(await server(asked))
  }
}

/** As a subgraph's answer looks after it came as JSON. Refuses operations that the subgraph's schema does not allow. */
function subgraphServer(world: World, name: string, schema: GraphQLSchema): Subgraph {
  const documents = new Map<string, DocumentNode>()
  return async (query, variables) => {
    if (world.isDown(name)) throw new Error(`${name} is down`)
    let document = documents.get(query)
    if (!document) {
      document = parse(query)
      const [error] = validate(schema, document)
      if (error) throw new Error(`Subgraph "${name}" got an invalid operation: ${error.message}\n${query}`)
      documents.set(query, document)
    }
    return overTheWire(await execute({ schema, document, variableValues: overTheWire(variables) }))
  }
}

function overTheWire<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

function startOurs(world: World, subgraphs: ReadonlyMap<string, Subgraph>, flows: readonly Flow[]): Server {
  const transports = new Map<string, SubgraphTransport>()
  for (const [name, subgraph] of subgraphs) {
    const send = async ({ query, variables }: SubgraphRequest) => (await subgraph(query, variables)) as SubgraphResponse
    transports.set(name, { send, close: async () => {} })
  }
  const clock = createManualClock(0)
  // Without owners: whoever is named is answered, as by the others.
  const contract = { subgraphs: [], flows }
  const generation = createGeneration({ supergraphSdl: world.supergraphSdl, transports, clock, contract })
  const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 60_000 }
  return ({ text, variables }) => generation.execute({ document: parse(text), variables, key: text, scope })
}

async function startStock(
  world: World,
  subgraphs: ReadonlyMap<string, Subgraph>,
  reuseQueryFragments: boolean,
): Promise<Server> {
  const gateway = new ApolloGateway({
    supergraphSdl: world.supergraphSdl,
    buildService: ({ name }) => dataSource(subgraphs.get(name)),
    // Of the plans that it would look at, as many as we do: so that both fetch the same.
    queryPlannerConfig: { reuseQueryFragments, debug: { maxEvaluatedPlans: 200 } },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const { executor } = await gateway.load()
  return async ({ text, variables }) => {
    const context = {
      request: { query: text, variables: { ...variables } },
      document: parse(text),
      queryHash: text,
      context: {},
      metrics: {},
    }
    const result = await executor(context as unknown as Parameters<typeof executor>[0])
    // Calls that failed are plain errors, of which JSON would show nothing.
    const errors = result.errors?.map(
      ({ message, path = null, extensions }) => new GraphQLError(message, { path, extensions }),
    )
    return errors ? { ...result, errors } : result
  }
}

function dataSource(subgraph: Subgraph | undefined): GraphQLDataSource {
  return {
    async process({ request }) {
      if (!subgraph || !request.query) throw new Error('No such subgraph.')
      return (await subgraph(request.query, request.variables ?? {})) as never
    },
  }
}

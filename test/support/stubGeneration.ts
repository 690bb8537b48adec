import { buildSchema, execute, GraphQLError, type GraphQLSchema, printSchema } from 'graphql'
import type { EngineRequest, Generation } from '../../gateway/engine.ts'
import type { SubgraphTransport } from '../../gateway/transport.ts'

const SDL = `
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { hello(name: String, kind: Kind): String  twin: Query!  list(first: Int): [Int!]  fails: String  never: String }
  type Mutation { act(input: ActInput): String }
  type Subscription { tick: Int }
  enum Kind { WARM COLD }
  input ActInput { text: String! }
`

/** Something to answer from where a test is about the front alone: graphql-js over one schema, no plan, no subgraph. */
export interface StubGeneration extends Generation {
  /** All that was executed. */
  readonly seen: EngineRequest[]
}

export interface StubOptions {
  /** Answers `hello`; tells generations apart. Default: `world`. */
  readonly hello?: string
  /** Where `/readyz` asks. Default: none. */
  readonly transports?: ReadonlyMap<string, SubgraphTransport>
  /** Answers `never`; default: a promise that stays open until the request's signal is aborted. */
  readonly never?: (request: EngineRequest) => Promise<string>
}

export function createStubGeneration(options: StubOptions = {}): StubGeneration {
  const { hello = 'world', transports = new Map(), never = untilAborted } = options
  const apiSchema: GraphQLSchema = buildSchema(SDL)
  const seen: EngineRequest[] = []
  const root: object = {
    hello: ({ name }: { name?: string }) => name ?? hello,
    twin: () => root,
    list: () => [1, 2, 3],
    fails: () => {
      throw new GraphQLError('It failed.', { extensions: { code: 'SUBGRAPH_UNREACHABLE', http: { status: 302 } } })
    },
    never: (_: unknown, request: EngineRequest) => never(request),
    act: ({ input }: { input?: { text: string } }) => input?.text ?? 'acted',
  }
  return {
    id: hello,
    supergraphSdl: SDL,
    apiSchema,
    apiSdl: printSchema(apiSchema),
    transports,
    seen,
    async execute(request) {
      seen.push(request)
      const { document, operationName, variables } = request
      return execute({
        schema: apiSchema,
        document,
        operationName,
        variableValues: variables,
        rootValue: root,
        contextValue: request,
      })
    },
  }
}

function untilAborted({ scope }: EngineRequest): Promise<string> {
  return new Promise((_resolve, reject) => {
    scope.signal.addEventListener('abort', () => reject(scope.signal.reason as Error), { once: true })
  })
}

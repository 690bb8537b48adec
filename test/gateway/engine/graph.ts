import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { createGeneration, type GenerationOptions } from '../../../gateway/generation.ts'
import type { Generation, RequestScope } from '../../../gateway/engine.ts'
import type { SubgraphRequest, SubgraphResponse, SubgraphTransport } from '../../../gateway/transport.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'

type Resolvers = Record<string, Record<string, unknown>>

/** A subgraph of a test: its SDL without the `@link`, and resolvers, or a function that answers anything at all. */
export interface TestSubgraph {
  readonly sdl: string
  readonly resolvers?: Resolvers
  readonly answer?: (request: SubgraphRequest) => Promise<SubgraphResponse> | SubgraphResponse
}

/** A request as a subgraph saw it. */
export interface Sent {
  readonly subgraph: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly request: SubgraphRequest
}

export interface TestGraph {
  readonly generation: Generation
  readonly clock: ManualClock
  readonly supergraphSdl: string
  /** Every call to a subgraph, in order. */
  readonly sent: Sent[]
  /** Runs an operation that must be valid. */
  run(query: string, variables?: Record<string, unknown>, options?: RunOptions): Promise<ExecutionResult>
}

export interface RunOptions {
  readonly operationName?: string
  readonly scope?: Partial<RequestScope>
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key" "@requires" "@provides" "@external" "@shareable" "@inaccessible" "@override" "@interfaceObject" "@tag"])\n`

/** A document that links federation itself stays as it is. */
function linked(sdl: string): string {
  return sdl.includes('@link(') ? sdl : LINK + sdl
}

/** Composes the subgraphs and puts our engine before them, in process, on a clock that stands still. */
export function testGraph(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  options: Partial<GenerationOptions> = {},
): TestGraph {
  const supergraphSdl = compose(subgraphs)
  const clock = createManualClock(0)
  const sent: Sent[] = []
  const transports = new Map(
    Object.entries(subgraphs).map(([name, subgraph]) => [name, recording(name, transportOf(subgraph), sent)]),
  )
  const generation = createGeneration({ supergraphSdl, transports, clock, ...options })
  return {
    generation,
    clock,
    supergraphSdl,
    sent,
    run(query, variables = {}, { operationName, scope } = {}) {
      const document = parse(query)
      const errors = validate(generation.apiSchema, document)
      if (errors.length > 0) throw new Error(errors.map(String).join('\n'))
      return generation.execute({
        document,
        variables,
        key: query,
        ...(operationName === undefined ? {} : { operationName }),
        scope: { identityFor: () => undefined, signal: new AbortController().signal, deadline: 10_000, ...scope },
      })
    },
  }
}

/** Composing takes longer than most tests: each supergraph is composed once. */
const composed = new Map<string, string>()

export function compose(subgraphs: Readonly<Record<string, TestSubgraph>>): string {
  const key = JSON.stringify(Object.entries(subgraphs).map(([name, { sdl }]) => [name, sdl]))
  const sdl = composed.get(key) ?? composeNow(subgraphs)
  composed.set(key, sdl)
  return sdl
}

function composeNow(subgraphs: Readonly<Record<string, TestSubgraph>>): string {
  const result = composeServices(
    Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, url: `http://${name}`, typeDefs: parse(linked(sdl)) })),
  )
  if (!result.supergraphSdl) throw new Error(result.errors?.map(String).join('\n'))
  return result.supergraphSdl
}

export function subgraphSchema({ sdl, resolvers = {} }: TestSubgraph): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(linked(sdl)), resolvers: resolvers as never })
}

function transportOf(subgraph: TestSubgraph): SubgraphTransport {
  if (subgraph.answer) return { send: async (request) => subgraph.answer?.(request) ?? {}, close: async () => {} }
  const schema = subgraphSchema(subgraph)
  return {
    async send({ query, variables, operationName }) {
      const result = await graphql({ schema, source: query, variableValues: variables, operationName })
      return JSON.parse(JSON.stringify(result)) as SubgraphResponse
    },
    close: async () => {},
  }
}

function recording(name: string, transport: SubgraphTransport, sent: Sent[]): SubgraphTransport {
  return {
    send(request) {
      const { query, variables } = request
      sent.push({ subgraph: name, query, variables: JSON.parse(JSON.stringify(variables)) as object as never, request })
      return transport.send(request)
    },
    close: () => transport.close(),
  }
}

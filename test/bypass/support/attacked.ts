import internals from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  getNamedType,
  getNullableType,
  graphql,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import { createGeneration } from '../../../gateway/generation.ts'
import type { SubgraphTransport } from '../../../gateway/transport.ts'
import type { CompositionResult } from '../../../schema/compose/compose.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { createComposer } from '../../support/composedOnce.ts'
import type { Texts } from '../../support/graph.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import { APPS, littleFamily } from './littleFamily.ts'
import { startStock } from './stockGateway.ts'

export type Composed = Extract<CompositionResult, { ok: true }>

/** A family that executes: its public API, and what each subgraph was sent. */
export interface Executing {
  readonly schema: GraphQLSchema
  ask(query: string): Promise<ExecutionResult>
  /** Every byte, as text. */
  sentTo(subgraph: string): string
}

/** Most attacks are composed with our rules and without. */
export const composeAttacked = createComposer()

/** What composition makes of it by itself: no rule of ours is asked. */
export function composedWithoutRules(texts: Texts): Composed {
  const composed = composeAttacked(littleFamily(texts), [])
  if (!composed.ok) throw new Error(composed.problems.map(({ detail, message }) => detail ?? message).join('\n'))
  return composed
}

/** Behind Apollo's own gateway. */
export async function onStock(texts: Texts, composed = composedWithoutRules(texts)): Promise<Executing> {
  const { ways, sentTo } = serve(texts, composed.entrySdl)
  const { schema, ask } = await startStock(composed.supergraphSdl, ({ name }) => ways.get(name) as SubgraphTransport)
  return { schema, sentTo, ask: (query) => ask(query) }
}

/** Behind our engine, which does not know that no rule was asked. */
export function onOurs(texts: Texts, composed = composedWithoutRules(texts)): Executing {
  const { ways, sentTo } = serve(texts, composed.entrySdl)
  const contract = { subgraphs: Object.keys(texts).map((name) => ({ name, app: APPS[name] })), flows: composed.flows }
  const { supergraphSdl } = composed
  const clock = createManualClock(TEST_START)
  const generation = createGeneration({ supergraphSdl, transports: ways, clock, contract })
  const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 60_000 }
  return {
    schema: generation.apiSchema,
    sentTo,
    ask: (query) => generation.execute({ document: parse(query), variables: {}, key: query, scope }),
  }
}

/** As an engine that executes everything of federation would plan it, as text: the stock gateway refuses some of it. */
export function planOf(texts: Texts, query: string, overrideConditions = new Map<string, boolean>()): string {
  const { supergraphSdl } = composedWithoutRules(texts)
  const supergraph = internals.Supergraph.build(supergraphSdl, { supportedFeatures: null })
  const operation = internals.operationFromDocument(supergraph.apiSchema(), parse(query))
  return JSON.stringify(new QueryPlanner(supergraph).buildQueryPlan(operation, { overrideConditions }))
}

/** Every subgraph, answering whatever it is asked, each value with its own name: `messenger:MessengerProfile.about`. */
function serve(texts: Texts, entrySdl: string) {
  const sent: { readonly subgraph: string; readonly bytes: string }[] = []
  const ways = new Map<string, SubgraphTransport>()
  for (const [subgraph, sdl] of Object.entries({ ...texts, entry: entrySdl })) {
    const schema = buildSubgraphSchema(parse(sdl))
    const fieldResolver = canaries(subgraph, schema)
    ways.set(subgraph, {
      async send({ query, variables }) {
        sent.push({ subgraph, bytes: JSON.stringify({ query, variables }) })
        const answer = await graphql({ schema, source: query, variableValues: variables, fieldResolver })
        return JSON.parse(JSON.stringify(answer)) as object
      },
      close: async () => {},
    })
  }
  const sentTo = (subgraph: string) => sent.flatMap((one) => (one.subgraph === subgraph ? [one.bytes] : [])).join('\n')
  return { ways, sentTo }
}

/** What came with the representation is kept. */
function canaries(subgraph: string, schema: GraphQLSchema): GraphQLFieldResolver<unknown, unknown> {
  const valueOf = (type: GraphQLOutputType, coordinate: string): unknown => {
    const nullable = getNullableType(type)
    if (isListType(nullable)) return [valueOf(nullable.ofType, coordinate)]
    if (isObjectType(nullable)) return { __typename: nullable.name }
    if (isAbstractType(nullable)) return { __typename: schema.getPossibleTypes(nullable)[0]?.name }
    if (isEnumType(nullable)) return nullable.getValues()[0]?.name
    const { name } = getNamedType(nullable)
    if (name === 'Int') return 7
    return name === 'DateTime' ? new Date(TEST_START + 400).toISOString() : `${subgraph}:${coordinate}`
  }
  return (source, _args, _context, { fieldName, parentType, returnType }) => {
    const given = (source as Readonly<Record<string, unknown>> | undefined)?.[fieldName]
    return given === undefined ? valueOf(returnType, `${parentType.name}.${fieldName}`) : given
  }
}

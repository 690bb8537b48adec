import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import { GraphQLError, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { createGeneration } from '../../../gateway/generation.ts'
import type { SubgraphResponse } from '../../../gateway/transport.ts'
import { composeGraph, type CompositionResult } from '../../../schema/compose/compose.ts'
import type { Rule } from '../../../schema/compose/rules/rule.ts'
import { RULES } from '../../../schema/compose/rules/rules.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { generateOperation } from '../../gateway/differential/operations.ts'
import { Dice } from '../../gateway/differential/random.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import type { World } from './answers.ts'
import { Canaries } from './canaries.ts'
import { compositionInputs, type Family } from './model.ts'
import { Oracle, publicLosses, type Leak } from './oracle.ts'
import { servePartsOf, type PartServer } from './parts.ts'
import { Consents, viewersOf, type Viewer } from './people.ts'
import { sweep } from './sweep.ts'
import { Truth } from './truth.ts'

export interface FoundLeak extends Leak {
  readonly operation: string
  readonly viewer: Viewer | undefined
}

export type Outcome =
  /** The composer said no, for these codes. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  | {
      readonly kind: 'executed'
      readonly leaks: readonly FoundLeak[]
      readonly operations: number
      readonly delivered: number
      readonly refusedPlans: number
    }

export interface RunOptions {
  readonly seed: string
  /** Default: all. */
  readonly rules?: readonly Rule[]
  /** Whose executor: ours, with everything it checks, or the stock gateway, which knows no labels. Default: ours. */
  readonly engine?: 'ours' | 'stock'
  /** Random operations besides the sweep. Default: 3. */
  readonly operations?: number
  /** Stops after so many leaks. Default: 20. */
  readonly enough?: number
}

/** Composes a family and, where the composer lets it pass, asks it everything. */
export async function runFamily(family: Family, options: RunOptions): Promise<Outcome> {
  const composed = composeGraph(compositionInputs(family), options.rules ?? RULES)
  if (!composed.ok) return { kind: 'refused', codes: [...new Set(composed.problems.map(({ code }) => code))] }
  const truth = new Truth(family)
  const dice = new Dice(`${options.seed} people`)
  const consents = new Consents(family, dice)
  const viewers = viewersOf(family, dice)
  const [first] = viewers
  if (!first) throw new Error('Somebody must ask.')
  const world: World = { family, truth, canaries: new Canaries(TEST_START), consents, viewer: first }
  const { ask, api, oracle, leaks } = await startEngine(world, composed, options.engine ?? 'ours')
  const found: FoundLeak[] = publicLosses(world, api).map((leak) => ({ ...leak, operation: '', viewer: undefined }))
  const operations = operationsOn(world, api, options)
  let refusedPlans = 0
  for (const { text, variables } of operations) {
    for (const viewer of viewers) {
      world.viewer = viewer
      leaks.length = 0
      const result = await ask(text, variables)
      if (result.errors?.some(isRefusedPlan)) refusedPlans++
      found.push(...[...leaks, ...oracle.answer(result)].map((leak) => ({ ...leak, operation: text, viewer })))
    }
    if (found.length >= (options.enough ?? 20)) break
  }
  return {
    kind: 'executed',
    leaks: found,
    operations: operations.length * viewers.length,
    delivered: oracle.delivered,
    refusedPlans,
  }
}

function isRefusedPlan({ extensions }: GraphQLError): boolean {
  return extensions?.['code'] === 'PLAN_REFUSED'
}

interface Operation {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Valid ones only. On our engine clients also call what they get by hidden names; a stock gateway is known to fall for that. */
function operationsOn({ family, canaries }: World, api: GraphQLSchema, options: RunOptions): readonly Operation[] {
  const [flow] = family.flows
  const thing = { __typename: flow?.person ?? '', key: 'p0', person: 0 }
  const id = canaries.text({ kind: 'id', at: { type: thing.__typename, field: 'id' }, thing })
  const hidden = ['grant', 'validUntil', 'topics', ...family.flows.map(({ road }) => road)]
  const aliases = options.engine === 'stock' ? [] : hidden
  const depths = new Dice(`${options.seed} depths`)
  const swept = sweep(api, { id, aliases, depth: () => (depths.chance(0.4) ? 3 : 2) }).map((text) => ({
    text,
    variables: {},
  }))
  const count = options.operations ?? 3
  const random = Array.from({ length: count }, (_, index) => generateOperation(api, `${options.seed} ${index}`))
  return [...swept, ...random].filter(({ text }) => validate(api, parse(text)).length === 0)
}

interface Engine {
  readonly ask: (text: string, variables: Operation['variables']) => Promise<ExecutionResult>
  readonly api: GraphQLSchema
  readonly oracle: Oracle
  /** Of what was sent since somebody emptied it. */
  readonly leaks: Leak[]
}

async function startEngine(world: World, composed: Composed, engine: 'ours' | 'stock'): Promise<Engine> {
  const oracle = new Oracle(world)
  const leaks: Leak[] = []
  const parts = servePartsOf(world, composed.entrySdl)
  const watched = new Map(
    [...parts].map(([name, serve]): [string, PartServer] => [
      name,
      (query, variables) => {
        leaks.push(...oracle.request(name, query, variables))
        return serve(query, variables)
      },
    ]),
  )
  const start = engine === 'ours' ? startOurs : startStock
  return { ...(await start(composed, watched, world)), oracle, leaks }
}

type Composed = Extract<CompositionResult, { ok: true }>
type Started = Pick<Engine, 'ask' | 'api'>

async function startOurs(
  composed: Composed,
  parts: ReadonlyMap<string, PartServer>,
  { family }: World,
): Promise<Started> {
  const transports = new Map(
    [...parts].map(([name, serve]) => [
      name,
      {
        send: async ({ query, variables }: { query: string; variables: Operation['variables'] }) =>
          (await serve(query, variables)) as SubgraphResponse,
        close: async () => {},
      },
    ]),
  )
  const clock = createManualClock(TEST_START)
  const contract = { subgraphs: family.parts.map(({ name, app }) => ({ name, app })), flows: composed.flows }
  const generation = createGeneration({ supergraphSdl: composed.supergraphSdl, transports, clock, contract })
  const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 60_000 }
  const documents = cached()
  return {
    api: generation.apiSchema,
    ask: (text, variables) => generation.execute({ document: documents(text), variables, key: text, scope }),
  }
}

async function startStock({ supergraphSdl }: Composed, parts: ReadonlyMap<string, PartServer>): Promise<Started> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => dataSource(parts.get(name)),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const { executor, schema: api } = await gateway.load()
  const documents = cached()
  return {
    api,
    async ask(text, variables) {
      const request = { query: text, variables: { ...variables } }
      const context = { request, document: documents(text), queryHash: text, context: {}, metrics: {} }
      const result = await executor(context as unknown as Parameters<typeof executor>[0])
      const errors = result.errors?.map(
        ({ message, path, extensions }) => new GraphQLError(message, { path: path ?? null, extensions }),
      )
      return { data: result.data ?? null, ...(errors ? { errors } : {}) }
    },
  }
}

function cached(): (text: string) => DocumentNode {
  const documents = new Map<string, DocumentNode>()
  return (text) => {
    const document = documents.get(text) ?? parse(text)
    documents.set(text, document)
    return document
  }
}

function dataSource(serve: PartServer | undefined): GraphQLDataSource {
  return {
    async process({ request }) {
      if (!serve || !request.query) throw new Error('No such part.')
      return (await serve(request.query, request.variables ?? {})) as never
    },
  }
}

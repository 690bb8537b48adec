import internals, { type Schema, type Supergraph } from '@apollo/federation-internals'
import { QueryPlanner, type QueryPlannerConfig } from '@apollo/query-planner'
import { buildASTSchema, isInterfaceType, isObjectType, Kind, parse, printSchema } from 'graphql'
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql'
import { readLabels, type ConsentLabels } from '../../schema/labels.ts'
import { createLru } from '../lru.ts'
import { RESERVED_PREFIX } from './reservedNames.ts'

/** A supergraph, read once: what planning, fetching and shaping look up. Nothing in it changes. */
export interface LoadedSupergraph {
  readonly sdl: string
  readonly supergraph: Supergraph
  readonly planner: QueryPlanner
  /** The public API as the planner's library sees it. */
  readonly plannerApi: Schema
  /** The public API; knows `@defer`, which is accepted and ignored. */
  readonly apiSchema: GraphQLSchema
  /** The public API as text. */
  readonly apiSdl: string
  /** Everything, inaccessible types and fields included: the types of what subgraphs answer. */
  readonly fullSchema: GraphQLSchema
  /** Names and URLs as composed. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[]
  /** Whose people and whose data its types are; none where it does not link the consent spec. */
  readonly labels: ConsentLabels
  /** Names of the fields that answer a consented type (consent.md). None of them is public, so no client has one. */
  readonly roads: ReadonlySet<string>
  /** Names of the fields in any key of `typeName` in `subgraph`; empty where it has none. */
  keyFields(subgraph: string, typeName: string): ReadonlySet<string>
}

/**
 * Plans hold no named fragments: inline ones are what the consent labels are checked on, and what is read from answers.
 *
 * Where a field can come from several subgraphs the planner tries their combinations, by default 10,000 of them: that
 * took up to a second, in which nobody is served, for operations of 30 fields over compound keys. With 200 it takes a
 * few dozen milliseconds, and none of 240 generated operations got a fetch more.
 */
const PLANNER_OPTIONS: QueryPlannerConfig = {
  reuseQueryFragments: false,
  generateQueryFragments: false,
  debug: { maxEvaluatedPlans: 200 },
}

/** The one that is served, and the one that a reload puts in its place. */
const loaded = createLru<LoadedSupergraph>(2)

/**
 * Reads a composed supergraph. That takes hundreds of milliseconds, so that the same text loaded again, for a generation
 * with other rules or to look at plans, is not read again.
 *
 * @throws Error when the text is no supergraph, needs a feature that is not executed here (`@authenticated`, `@policy`,
 *   `@fromContext`, …), or has a field whose name is reserved.
 */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const known = loaded.get(sdl)
  const supergraph = known ?? readSupergraph(sdl)
  if (!known) loaded.set(sdl, supergraph)
  return supergraph
}

function readSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = internals.Supergraph.build(sdl, { validateSupergraph: true })
  const plannerApi = supergraph.apiSchema()
  const document = parse(sdl, { noLocation: true })
  const fullSchema = buildASTSchema(document, { assumeValid: true })
  refuseReservedFields(fullSchema)
  const labels = readLabels(document)
  return {
    sdl,
    supergraph,
    planner: new QueryPlanner(supergraph, PLANNER_OPTIONS),
    plannerApi,
    apiSchema: plannerApi.toGraphQLJSSchema({ includeDefer: true }),
    apiSdl: printSchema(plannerApi.toGraphQLJSSchema()),
    fullSchema,
    subgraphs: supergraph.subgraphsMetadata(),
    labels,
    roads: new Set([...labels.roads.keys()].map((coordinate) => coordinate.split('.')[1] ?? '')),
    keyFields: keyFieldsLookup(fullSchema, supergraph),
  }
}

/** Names and URLs of the subgraphs, as composed. @throws Error when the text is no supergraph. */
export function subgraphsOf(sdl: string): LoadedSupergraph['subgraphs'] {
  return internals.Supergraph.build(sdl, { validateSupergraph: true }).subgraphsMetadata()
}

function refuseReservedFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.keys(type.getFields())) {
      if (!field.startsWith(RESERVED_PREFIX)) continue
      throw new Error(
        `Names of fields must not begin with "${RESERVED_PREFIX}", which the gateway keeps for itself, ` +
          `but got: ${type.name}.${field}. Rename the field in its subgraph.`,
      )
    }
  }
}

function keyFieldsLookup(schema: GraphQLSchema, supergraph: Supergraph): LoadedSupergraph['keyFields'] {
  const graphNames = supergraph.subgraphNameToGraphEnumValue()
  const found = new Map<string, ReadonlySet<string>>()
  return (subgraph, typeName) => {
    const id = `${subgraph}/${typeName}`
    let fields = found.get(id)
    if (!fields) {
      fields = readKeyFields(schema, graphNames.get(subgraph), typeName)
      found.set(id, fields)
    }
    return fields
  }
}

/** From `@join__type(graph:, key:)`; the directive's name is the join spec's own and cannot be renamed. */
function readKeyFields(schema: GraphQLSchema, graph: string | undefined, typeName: string): ReadonlySet<string> {
  const fields = new Set<string>()
  for (const directive of schema.getType(typeName)?.astNode?.directives ?? []) {
    if (directive.name.value !== 'join__type' || argument(directive, 'graph') !== graph) continue
    const key = argument(directive, 'key')
    if (key === undefined) continue
    for (const name of topLevelNames(key)) fields.add(name)
  }
  return fields
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined
}

function topLevelNames(fieldSet: string): string[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return []
  return definition.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  )
}

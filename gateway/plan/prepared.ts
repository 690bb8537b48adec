import type { QueryPlanner } from '@apollo/query-planner'
import { getVariableValues } from 'graphql'
import type { DocumentNode, GraphQLObjectType, VariableDefinitionNode } from 'graphql'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Step } from '../fetch/execution.ts'
import type { FetchOptions } from '../fetch/fetchStep.ts'
import { createLru } from '../lru.ts'
import { ShapeCompiler, type ObjectShaper } from '../shape/shaper.ts'
import type { ClientOperation } from './canonical.ts'
import { compilePlan } from './compile.ts'
import { conditionVariables, planOperation, selectOperation } from './operation.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/** How the answer looks under one choice of the operation's conditions. */
export interface Shape {
  readonly compiler: ShapeCompiler
  readonly root: ObjectShaper
}

/** The variables of one request, checked. */
export interface CheckedVariables {
  /** As they came: what subgraphs get. */
  readonly given: Readonly<Record<string, unknown>>
  /** Of `@skip` and `@include`, by the client's names, defaults applied. */
  readonly conditions: ReadonlyMap<string, boolean>
}

/** An operation, planned and compiled: everything of it that does not change from request to request. */
export interface PreparedOperation {
  readonly client: ClientOperation
  readonly rootType: GraphQLObjectType
  /** Undefined when no subgraph has to be asked. */
  readonly fetch: Step | undefined
  /** @throws AggregateError of faults BAD_USER_INPUT when the variables are not what the operation declares. */
  checkVariables(given: Readonly<Record<string, unknown>>): CheckedVariables
  shape(conditions: ReadonlyMap<string, boolean>): Shape
}

/** Different choices of conditions for which one operation keeps shapes. */
const SHAPES_PER_OPERATION = 32

/** Plans and compiles a validated document's operation; see `selectOperation` and `planOperation` for what they throw. */
export function prepareOperation(
  document: DocumentNode,
  operationName: string | undefined,
  planner: QueryPlanner,
  options: FetchOptions,
): PreparedOperation {
  const client = selectOperation(document, operationName)
  const { apiSchema } = options.supergraph
  const rootType = apiSchema.getRootType(client.operation.operation)
  if (!rootType) throw fault('GRAPHQL_VALIDATION_FAILED')
  const conditions = conditionVariables(client)
  return {
    client,
    rootType,
    fetch: compilePlan(planOperation(client, options.supergraph, planner), options),
    checkVariables: variableCheck(client, conditions, options.supergraph),
    shape: shapes(client, options.supergraph),
  }
}

function shapes(client: ClientOperation, { apiSchema }: LoadedSupergraph): PreparedOperation['shape'] {
  const known = createLru<Shape>(SHAPES_PER_OPERATION)
  return (conditions) => {
    const choice = conditions.size === 0 ? '' : [...conditions.values()].map(Number).join('')
    let shape = known.get(choice)
    if (!shape) {
      const compiler = new ShapeCompiler(client, apiSchema, (variable) => conditions.get(variable) ?? false)
      shape = { compiler, root: compiler.root() }
      known.set(choice, shape)
    }
    return shape
  }
}

const NO_VARIABLES: CheckedVariables = { given: Object.freeze({}), conditions: new Map() }

function variableCheck(
  client: ClientOperation,
  conditions: readonly string[],
  { apiSchema }: LoadedSupergraph,
): PreparedOperation['checkVariables'] {
  const definitions: readonly VariableDefinitionNode[] = client.operation.variableDefinitions ?? []
  if (definitions.length === 0) return () => NO_VARIABLES
  return (given) => {
    const { coerced, errors } = getVariableValues(apiSchema, definitions, given, { maxErrors: 20 })
    if (errors) throw new AggregateError(errors.map((error) => badInput(error.message)))
    const chosen = new Map<string, boolean>()
    for (const name of conditions) {
      const value = coerced[name]
      // A nullable variable with a default may stand in `@skip(if:)`, and null may be given for it.
      if (typeof value !== 'boolean') throw badInput(`Variable "$${name}" must be true or false, but got: null.`)
      chosen.set(name, value)
    }
    return { given: ownValues(given, definitions), conditions: chosen }
  }
}

function badInput(message: string): Error {
  return fault('BAD_USER_INPUT', { message })
}

/** Only what the operation declares, and only what the client gave itself. */
function ownValues(
  given: Readonly<Record<string, unknown>>,
  definitions: readonly VariableDefinitionNode[],
): Readonly<Record<string, unknown>> {
  const values = Object.create(null) as Record<string, unknown>
  for (const { variable } of definitions) {
    const name = variable.name.value
    if (Object.hasOwn(given, name)) values[name] = given[name]
  }
  return values
}

import { getVariableValues, GraphQLError } from 'graphql'
import type { DocumentNode, GraphQLObjectType, VariableDefinitionNode } from 'graphql'
import { fault, isFault } from '../../subgraphs/runtime/errors/fault.ts'
import { wrongVariables } from '../../subgraphs/runtime/errors/wrongVariables.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { holdsUses } from '../consent/holdsUses.ts'
import type { PlanCheck, PlanProblem } from '../consent/planCheck.ts'
import type { FetchOptions } from '../fetch/fetchOptions.ts'
import type { Lru } from '../lru.ts'
import { ShapeCompiler, type ObjectShaper } from '../shape/shaper.ts'
import type { ClientOperation } from './canonical.ts'
import { compilePlan, type CompiledPlan } from './compile.ts'
import { conditionVariables, withoutConditions } from './conditions.ts'
import { planOperation, selectOperation } from './operation.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/** What is done for one choice of the operation's conditions. */
export interface Variant extends CompiledPlan {
  /** What the client asks for under this choice. */
  readonly client: ClientOperation
  readonly shapes: ShapeCompiler
  readonly shape: ObjectShaper
  /** Whether the answer holds a field that is computed from consented data. */
  readonly holdsUses: boolean
}

/** The variables of one request, checked. */
export interface CheckedVariables {
  /** As they came: what subgraphs get. */
  readonly given: Readonly<Record<string, unknown>>
  /** Of `@skip` and `@include`, by the client's names, defaults applied. */
  readonly conditions: ReadonlyMap<string, boolean>
}

/**
 * An operation, planned and compiled: everything of it that does not change from request to request.
 *
 * It is planned apart for each choice of its conditions. Planned for all choices at once, the input of a field that is
 * skipped is absent, and the objects that lack it are left out of fetches which bring what is not skipped; below nested
 * conditions the planner even loses fetches.
 */
export interface PreparedOperation {
  readonly rootType: GraphQLObjectType
  /** @throws AggregateError of faults BAD_USER_INPUT when the variables are not what the operation declares. */
  checkVariables(given: Readonly<Record<string, unknown>>): CheckedVariables
  /** Compiled when this choice comes for the first time; see `planOperation` for what that throws. */
  variant(conditions: ReadonlyMap<string, boolean>): Variant
}

/** What preparing needs besides the document; one for each generation. */
export interface Preparation {
  readonly options: FetchOptions
  /** Undefined for a graph without consented data. */
  readonly checkPlan: PlanCheck | undefined
  readonly log: Log
  /** What was compiled, or the fault for what is too large to be planned or may not run, which takes long to find out. */
  readonly variants: Lru<Variant | GraphQLError>
}

/** Prepares a validated document's operation; `key` is its own. See `selectOperation` for what it throws. */
export function prepareOperation(
  document: DocumentNode,
  operationName: string | undefined,
  key: string,
  preparation: Preparation,
): PreparedOperation {
  const client = selectOperation(document, operationName)
  const { supergraph } = preparation.options
  const rootType = supergraph.apiSchema.getRootType(client.operation.operation)
  if (!rootType) throw fault('GRAPHQL_VALIDATION_FAILED')
  const conditions = conditionVariables(client)
  return {
    rootType,
    checkVariables: variableCheck(client, conditions, supergraph),
    variant(chosen) {
      const choice = conditions.length === 0 ? key : `${key} ${[...chosen.values()].map(Number).join('')}`
      let variant = preparation.variants.get(choice)
      if (!variant) {
        variant = compileVariant(client, chosen, preparation)
        preparation.variants.set(choice, variant)
      }
      if (variant instanceof GraphQLError) throw variant
      return variant
    },
  }
}

function compileVariant(
  client: ClientOperation,
  chosen: ReadonlyMap<string, boolean>,
  { options, checkPlan, log }: Preparation,
): Variant | GraphQLError {
  const asked = withoutConditions(client, (variable) => chosen.get(variable) ?? false)
  const { apiSchema } = options.supergraph
  const shapes = new ShapeCompiler(asked, apiSchema)
  const rules = options.consent?.rules
  try {
    const plan = planOperation(asked, options.supergraph)
    const problems = checkPlan?.(plan) ?? []
    if (problems.length > 0) return refusedPlan(problems, log)
    const uses = rules !== undefined && holdsUses(asked, rules, apiSchema)
    return { ...compilePlan(plan, options), client: asked, shapes, shape: shapes.root(), holdsUses: uses }
  } catch (error) {
    if (isFault(error, 'OPERATION_TOO_EXPENSIVE')) return error
    throw error
  }
}

/** Told once for each plan: to the operator what is wrong, to the client only that it is. */
function refusedPlan(problems: readonly PlanProblem[], log: Log): GraphQLError {
  log.error(
    { problems },
    'A plan would break the consent rules and is refused. Compose the graph again by its own composer.',
  )
  return fault('PLAN_REFUSED')
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
    const { coerced, errors } = getVariableValues(apiSchema, definitions, given, { maxErrors: 1 })
    if (errors) throw new AggregateError(wrongVariables(apiSchema, definitions, given).map(badInput))
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

function badInput(message: string): GraphQLError {
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

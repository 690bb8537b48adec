import type { QueryPlanner } from '@apollo/query-planner'
import { getVariableValues } from 'graphql'
import type { DocumentNode, GraphQLObjectType, VariableDefinitionNode } from 'graphql'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import { holdsUses } from '../consent/holdsUses.ts'
import type { FetchOptions } from '../fetch/fetchStep.ts'
import { createLru } from '../lru.ts'
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
  /** Planned when this choice comes for the first time; see `planOperation` for what that throws. */
  variant(conditions: ReadonlyMap<string, boolean>): Variant
}

/** Choices of conditions that one operation keeps what is compiled for. */
const VARIANTS_PER_OPERATION = 64

/** Prepares a validated document's operation; see `selectOperation` for what it throws. */
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
  const { rules } = options.consent ?? {}
  const variants = createLru<Variant>(VARIANTS_PER_OPERATION)
  return {
    rootType,
    checkVariables: variableCheck(client, conditions, options.supergraph),
    variant(chosen) {
      const choice = conditions.length === 0 ? '' : [...chosen.values()].map(Number).join('')
      const known = variants.get(choice)
      if (known) return known
      const asked = withoutConditions(client, (variable) => chosen.get(variable) ?? false)
      const plan = planOperation(asked, options.supergraph, planner)
      const shapes = new ShapeCompiler(asked, apiSchema)
      const variant = {
        ...compilePlan(plan, options),
        client: asked,
        shapes,
        shape: shapes.root(),
        holdsUses: rules !== undefined && holdsUses(asked, rules, apiSchema),
      }
      variants.set(choice, variant)
      return variant
    },
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

import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql'
import type { Log } from '../subgraphs/runtime/log/log.ts'
import { fault } from '../subgraphs/runtime/errors/fault.ts'
import { ConsentRun } from './consent/run.ts'
import type { RequestScope } from './engine.ts'
import type { Deadline, Deadlines } from './fetch/deadline.ts'
import type { Execution } from './fetch/execution.ts'
import { Failures, type PlacedFailure } from './merge/failures.ts'
import { toClientError } from './merge/subgraphError.ts'
import { nodeClass } from './merge/tree.ts'
import type { CheckedVariables, PreparedOperation, Variant } from './plan/prepared.ts'
import { clientVariable } from './plan/reservedNames.ts'
import type { Place } from './merge/places.ts'
import { clientPlace, type ClientPlace, type HiddenField } from './shape/clientPlace.ts'
import { BUBBLE, Completion } from './shape/completion.ts'

/** What the parts of one execution share. */
interface Run {
  readonly operation: PreparedOperation
  readonly variant: Variant
  readonly variables: CheckedVariables
  readonly schema: GraphQLSchema
  readonly execution: Execution
}

const Root = nodeClass()

/** What the executions of one generation share. */
export interface Surroundings {
  readonly schema: GraphQLSchema
  readonly deadlines: Deadlines
  readonly log: Log
}

/** Runs a prepared operation: fetch, merge, shape. Rejects with faults of the variables only. */
export async function execute(
  operation: PreparedOperation,
  given: Readonly<Record<string, unknown>>,
  scope: RequestScope,
  surroundings: Surroundings,
): Promise<ExecutionResult> {
  const variables = operation.checkVariables(given)
  const variant = operation.variant(variables.conditions)
  if (variant.holdsUses) scope.consent?.holdsUses?.()
  const deadline = surroundings.deadlines.watch(scope)
  try {
    const execution = newExecution(variables, variant, scope, deadline, surroundings)
    await variant.fetch?.(execution)
    if (scope.signal.aborted) return { errors: [fault('REQUEST_CANCELLED')] }
    return shapeAnswer({ operation, variant, variables, execution, ...surroundings })
  } finally {
    deadline.close()
  }
}

function newExecution(
  variables: CheckedVariables,
  { meetsConsent }: Variant,
  scope: RequestScope,
  deadline: Deadline,
  { log }: Surroundings,
): Execution {
  return {
    root: new Root(),
    variables: variables.given,
    condition: (planned) => variables.conditions.get(clientVariable(planned)) ?? false,
    scope,
    deadline,
    log,
    failures: new Failures(),
    gone: new Set(),
    reading: { path: [], misfits: [] },
    consent: meetsConsent ? new ConsentRun(scope.consent) : undefined,
  }
}

function shapeAnswer(run: Run): ExecutionResult {
  const { execution, variant, variables } = run
  const errors = execution.failures.placed.flatMap((failure) => clientError(failure, run) ?? [])
  const explained = (place: readonly (string | number)[]): boolean => execution.failures.explains(place)
  const completion = new Completion(variables.given, explained, execution.gone)
  const output = variant.shape(execution.root, completion)
  const data = output === BUBBLE ? null : output
  errors.push(...completion.errors)
  const notes = execution.consent?.told()
  const extensions = notes && { extensions: { consent: notes } }
  return errors.length > 0 ? { errors, data, ...extensions } : { data, ...extensions }
}

/**
 * The failure as the client may see it: at a place that the client asked for, and nothing of what is not public.
 * Undefined where nothing that was asked for depends on what failed: plans also fetch for objects of one type what was
 * asked of another, and where that takes its object along, the error stands at the object.
 */
function clientError(failure: PlacedFailure, run: Run): GraphQLError | undefined {
  if (!failure.place) return toClientError(failure, undefined)
  const { path, hidden } = placeFor(failure.place, run)
  if (hidden && !isMissed(failure, hidden, run)) return undefined
  const shown = hidden?.isPublic === false ? withoutDetails(failure) : failure
  return toClientError(shown, path.length > 0 ? path : undefined)
}

function placeFor(place: Place, { operation, variant, schema, execution }: Run): ClientPlace {
  return clientPlace(place, execution.root, variant.shapes, {
    schema,
    type: operation.rootType,
    sets: [variant.client.operation.selectionSet],
  })
}

/** Whether the client lacks something by this failure of what it did not ask for. */
function isMissed({ tookAlong }: PlacedFailure, hidden: HiddenField, run: Run): boolean {
  const { inputs } = run.variant
  if (!hidden.besideOthers || inputs.has(hidden.name)) return true
  if (!tookAlong) return false
  const { object, names } = tookAlong
  return [...names].some((name) => inputs.has(name) || !placeFor([...object, name], run).hidden)
}

function withoutDetails({ extensions, cause }: PlacedFailure): PlacedFailure {
  const subgraph = extensions['subgraph']
  return {
    message: `Subgraph "${String(subgraph)}" failed at something that this part of the answer needs.`,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', subgraph },
    cause,
  }
}

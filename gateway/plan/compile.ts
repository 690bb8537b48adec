import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner'
import type { Execution, Step } from '../fetch/execution.ts'
import type { FetchOptions } from '../fetch/fetchOptions.ts'
import { compileFetch } from '../fetch/fetchStep.ts'
import type { PlanPath } from '../merge/places.ts'

/** A plan that is ready to run. */
export interface CompiledPlan {
  /** Undefined when there is nothing to fetch. */
  readonly fetch: Step | undefined
  /** Response names of what some fetch needs of the answers of others. */
  readonly inputs: ReadonlySet<string>
  /** Whether something in it needs consented data. */
  readonly meetsConsent: boolean
}

/** Compiles a plan into one step. */
export function compilePlan(plan: QueryPlan, options: FetchOptions): CompiledPlan {
  const inputs = new Set<string>()
  if (!plan.node) return { fetch: undefined, inputs, meetsConsent: false }
  if (plan.node.kind === 'Subscription') throw new Error('A subscription has no plan that runs to an end.')
  gatherInputs(plan.node, inputs)
  const { rules } = options.consent ?? {}
  const meetsConsent =
    rules !== undefined && [...rules.roads.values()].some((roads) => [...roads.keys()].some((road) => inputs.has(road)))
  return { fetch: compileNode(plan.node, [], options), inputs, meetsConsent }
}

function gatherInputs(node: PlanNode, inputs: Set<string>): void {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const child of node.nodes) gatherInputs(child, inputs)
  if (node.kind === 'Flatten') gatherInputs(node.node, inputs)
  if (node.kind === 'Condition') {
    for (const child of [node.ifClause, node.elseClause]) if (child) gatherInputs(child, inputs)
  }
  if (node.kind === 'Fetch') gatherNames(node.requires ?? [], inputs)
}

function gatherNames(selections: readonly QueryPlanSelectionNode[], inputs: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === 'Field') inputs.add(selection.alias ?? selection.name)
    gatherNames(selection.selections ?? [], inputs)
  }
}

function compileNode(node: PlanNode, path: PlanPath, options: FetchOptions): Step {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes.map((child) => compileNode(child, path, options)))
    case 'Parallel':
      return parallel(node.nodes.map((child) => compileNode(child, path, options)))
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], options)
    case 'Condition':
      return condition(
        node.condition,
        node.ifClause && compileNode(node.ifClause, path, options),
        node.elseClause && compileNode(node.elseClause, path, options),
      )
    case 'Fetch':
      return compileFetch(withoutContext(node), path, options)
    case 'Defer':
      throw new Error('@defer is left out before planning, but the plan has a part that is deferred.')
  }
}

function sequence(steps: readonly Step[]): Step {
  return async (execution) => {
    for (const step of steps) await step(execution)
  }
}

function parallel(steps: readonly Step[]): Step {
  return async (execution) => {
    await Promise.all(steps.map(async (step) => step(execution)))
  }
}

function condition(variable: string, whenTrue: Step | undefined, whenFalse: Step | undefined): Step {
  return (execution: Execution) => (execution.condition(variable) ? whenTrue : whenFalse)?.(execution)
}

function withoutContext(node: FetchNode): FetchNode {
  if (!node.contextRewrites || node.contextRewrites.length === 0) return node
  throw new Error('@fromContext is not executed here. Compose without it.')
}

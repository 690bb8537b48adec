import type { FetchNode } from '@apollo/query-planner'
import { OperationTypeNode } from 'graphql'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { asOfNow, type Consent } from '../consent/inputs.ts'
import { timeFor } from '../consent/timeFor.ts'
import type { CallFigures } from '../metrics/callFigures.ts'
import { callFailure } from '../merge/subgraphError.ts'
import type { TreeNode } from '../merge/tree.ts'
import { clientVariable } from '../plan/reservedNames.ts'
import type { SubgraphRequest, SubgraphResponse } from '../transport.ts'
import type { Execution } from './execution.ts'
import type { FetchOptions } from './fetchOptions.ts'
import { reportCallFailure, reportUnexplained } from './report.ts'
import type { FetchSite } from './site.ts'
import { within } from './within.ts'

/** Calls the subgraph; undefined when no answer came, which then is reported. */
export type Call = (
  execution: Execution,
  representations: readonly TreeNode[] | undefined,
  site: FetchSite,
  nodes: readonly TreeNode[],
) => Promise<SubgraphResponse | undefined>

/** Compiles how a fetch calls its subgraph: with whose identity, what it may take, and what it sends. */
export function compileCall(node: FetchNode, options: FetchOptions, figures: CallFigures): Call {
  const subgraph = node.serviceName
  const { consent } = options
  const transport = options.transports.get(subgraph)
  if (!transport) throw new Error(`The supergraph names subgraph "${subgraph}", but no transport leads to it.`)
  const variablesOf = compileVariables(node)
  const fixed = {
    query: node.operation,
    ...(node.operationName === undefined ? {} : { operationName: node.operationName }),
    idempotent: node.operationKind !== OperationTypeNode.MUTATION && !options.neverRepeated.has(subgraph),
  }
  return async (execution, representations, site, nodes) => {
    const { deadline, scope } = execution
    const ended = figures.begin()
    let callId: string | undefined
    const named = (id: string): void => {
      callId = id
    }
    const counted = (response: SubgraphResponse): SubgraphResponse => {
      ended.answered(response)
      reportUnexplained(execution, site, response, callId)
      return response
    }
    try {
      deadline.signal.throwIfAborted()
      const limit = site.role && consent ? limitFor(site, execution, consent) : undefined
      const identity = scope.identityFor(subgraph, limit ? Math.min(deadline.left(), limit.ms) : deadline.left())
      const variables = variablesOf(execution, representations)
      const headers = scope.headersFor?.(subgraph)
      const told = { ...(identity && { identity }), ...(headers && { headers }) }
      const request = { ...fixed, ...told, variables, named, signal: deadline.signal }
      if (limit) {
        const bounds = { clock: limit.clock, signal: deadline.signal }
        const send = (signal: AbortSignal) => deadline.race(transport.send({ ...request, signal }))
        return counted(await within(limit.ms, bounds, send))
      }
      const again = site.role && refreshed(variables, representations, consent)
      return counted(await deadline.race(transport.send(again ? { ...request, ...again } : request)))
    } catch (cause) {
      const failure = callFailure(subgraph, cause)
      ended.failed(failure.extensions.code)
      reportCallFailure(execution, site, nodes, failure, callId)
      return undefined
    }
  }
}

/** What goes with a call: its representations, and of the client's variables those that it uses, by the plan's names. */
function compileVariables({
  variableUsages = [],
}: FetchNode): (execution: Execution, representations: readonly TreeNode[] | undefined) => Record<string, unknown> {
  const usages = variableUsages.map((planned) => ({ planned, client: clientVariable(planned) }))
  return (execution, representations) => {
    const variables: Record<string, unknown> = representations ? { representations } : {}
    for (const { planned, client } of usages) {
      const value = execution.variables[client]
      if (value !== undefined) variables[planned] = value
    }
    return variables
  }
}

/** How long a fetch of roads or of consented data may take; undefined for others. */
function limitFor(
  { role, path }: FetchSite,
  { consent: run }: Execution,
  { clock }: Consent,
): { readonly ms: number; readonly clock: Clock } | undefined {
  const ms = timeFor(role, path, run, clock)
  return ms === undefined ? undefined : { ms, clock }
}

/** A second sending comes later than the first: inputs may have expired meanwhile. */
function refreshed(
  variables: Readonly<Record<string, unknown>>,
  representations: readonly TreeNode[] | undefined,
  consent: Consent | undefined,
): Pick<SubgraphRequest, 'variablesAgain'> {
  if (!representations || !consent) return {}
  return { variablesAgain: () => ({ ...variables, representations: asOfNow(representations, consent) }) }
}

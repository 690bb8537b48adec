import type { QueryPlan } from '@apollo/query-planner'
import { validate, type DocumentNode } from 'graphql'
import { withoutConditions } from '../plan/conditions.ts'
import { planOperation, selectOperation } from '../plan/operation.ts'
import { loadSupergraph } from '../plan/supergraph.ts'
import { pictureOf, type PlanPicture } from './planPicture.ts'
import { readConsentRules } from './rules.ts'

/** An operation as the gateway would run it. */
export interface Look {
  readonly plan: QueryPlan
  /** Undefined when no subgraph is asked. */
  readonly picture: PlanPicture | undefined
}

export type LookAt = (document: DocumentNode, operationName?: string) => Look

/**
 * For people who want to see how an operation would be answered, and with whose data; nothing is asked. What stands
 * behind a condition is shown: the gateway plans each choice of conditions apart.
 *
 * @throws Error when the text is no supergraph. The function throws one that lists everything that is wrong with the
 *   document, or a fault of `selectOperation` or `planOperation`.
 */
export function createLookAt(supergraphSdl: string): LookAt {
  const supergraph = loadSupergraph(supergraphSdl)
  const rules = readConsentRules(supergraph)
  return (document, operationName) => {
    const errors = validate(supergraph.apiSchema, document)
    if (errors.length > 0) throw new Error(errors.map(String).join('\n\n'))
    const client = withoutConditions(
      selectOperation(document, operationName),
      (_variable, directive) => directive === 'include',
    )
    const plan = planOperation(client, supergraph)
    return { plan, picture: pictureOf(plan, rules, supergraph.fullSchema) }
  }
}

import internals from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import { getOperationAST, Kind, OperationTypeNode, visit } from 'graphql'
import type { ASTNode, DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import { toCanonical, type ClientOperation } from './canonical.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/**
 * Picks the operation to run, with the fragments of its document.
 *
 * @throws fault OPERATION_RESOLUTION_FAILURE when the document has no such operation, or several and no name was given;
 *   SUBSCRIPTIONS_OFF for a subscription.
 */
export function selectOperation(document: DocumentNode, operationName: string | undefined): ClientOperation {
  const operation = getOperationAST(document, operationName)
  if (!operation) throw fault('OPERATION_RESOLUTION_FAILURE')
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw fault('SUBSCRIPTIONS_OFF')
  return { operation, fragments: usedFragments(operation, document) }
}

function usedFragments(
  operation: OperationDefinitionNode,
  document: DocumentNode,
): ReadonlyMap<string, FragmentDefinitionNode> {
  const all = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) all.set(definition.name.value, definition)
  }
  const used = new Map<string, FragmentDefinitionNode>()
  const waiting: ASTNode[] = [operation]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value)
        if (!fragment || used.has(name.value)) return
        used.set(name.value, fragment)
        waiting.push(fragment)
      },
    })
  }
  return used
}

/**
 * Plans a validated operation under canonical response names.
 *
 * @throws fault OPERATION_TOO_EXPENSIVE when the planner gives up on its size.
 */
export function planOperation(client: ClientOperation, supergraph: LoadedSupergraph): QueryPlan {
  const document = toCanonical(client, supergraph.apiSchema)
  const operation = internals.operationFromDocument(supergraph.plannerApi, document, { validate: false })
  try {
    return supergraph.planner.buildQueryPlan(operation)
  } catch (cause) {
    const isTooLarge = cause instanceof Error && TOO_LARGE.test(cause.message)
    throw isTooLarge ? fault('OPERATION_TOO_EXPENSIVE', { cause }) : cause
  }
}

/** The planner has no better way to tell. */
const TOO_LARGE = /maximum recursive selections|number of non-local selections/i

import type { FetchNode } from '@apollo/query-planner'
import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import { GRANTS } from '../../schema/registry.ts'
import type { ConsentRules, Use } from './rules.ts'

/** What a fetch has to do with consented data. */
export type FetchRole =
  /** Asks roads: null, or a grant. */
  | { readonly kind: 'roads' }
  /** Brings a grant to its source. */
  | { readonly kind: 'source' }
  /** Brings a recipient its inputs, and asks these fields. */
  | { readonly kind: 'recipient'; readonly uses: readonly Use[] }

/** Undefined for nearly every fetch; found once per plan. */
export function fetchRoleOf(
  node: FetchNode,
  operation: OperationDefinitionNode,
  rules: ConsentRules | undefined,
): FetchRole | undefined {
  if (!rules || !node.requires) return undefined
  if (node.serviceName === GRANTS) return { kind: 'roads' }
  const asksConsented = node.requires.every(
    (one) => one.kind === 'InlineFragment' && rules.consented.has(one.typeCondition ?? ''),
  )
  if (asksConsented) return { kind: 'source' }
  const uses = [...new Set(usesIn(operation.selectionSet, undefined, rules))].filter(({ inputs }) => inputs.length > 0)
  return uses.length === 0 ? undefined : { kind: 'recipient', uses }
}

/** The fields asked of the entities themselves; plans hold no named fragments. */
function usesIn(set: SelectionSetNode, type: string | undefined, rules: ConsentRules): readonly Use[] {
  return set.selections.flatMap((selection): readonly Use[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return usesIn(selection.selectionSet, selection.typeCondition?.name.value ?? type, rules)
    }
    if (selection.kind !== Kind.FIELD) return []
    if (selection.name.value === '_entities' && selection.selectionSet) {
      return usesIn(selection.selectionSet, undefined, rules)
    }
    const use = rules.uses.get(`${type}.${selection.name.value}`)
    return use ? [use] : []
  })
}

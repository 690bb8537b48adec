import { Kind, visit } from 'graphql'
import type { DirectiveNode, SelectionNode, SelectionSetNode } from 'graphql'
import type { ClientOperation } from './canonical.ts'

/** The value of a variable, by the client's name, where it stands in this directive. */
export type Condition = (variable: string, directive: 'skip' | 'include') => boolean

/** The variables that decide which parts of the operation are asked for. */
export function conditionVariables({ operation, fragments }: ClientOperation): readonly string[] {
  const names = new Set<string>()
  for (const definition of [operation, ...fragments.values()]) {
    visit(definition, {
      Directive(directive) {
        const value = isConditional(directive) ? ifOf(directive) : undefined
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value)
      },
    })
  }
  return [...names]
}

/**
 * The operation as if the client had written only what `@skip` and `@include` leave of it. Selection sets may be empty
 * then, which is no GraphQL, but shapes an empty object.
 */
export function withoutConditions({ operation, fragments }: ClientOperation, condition: Condition): ClientOperation {
  const kept = [...fragments].map(([name, fragment]) => {
    return [name, { ...fragment, selectionSet: resolve(fragment.selectionSet, condition) }] as const
  })
  return {
    operation: { ...operation, selectionSet: resolve(operation.selectionSet, condition) },
    fragments: new Map(kept),
  }
}

function resolve(set: SelectionSetNode, condition: Condition): SelectionSetNode {
  const selections: SelectionNode[] = []
  for (const selection of set.selections) {
    const directives = selection.directives ?? []
    if (!directives.every((directive) => allows(directive, condition))) continue
    const rest = directives.filter((directive) => !isConditional(directive))
    if ('selectionSet' in selection && selection.selectionSet) {
      selections.push({ ...selection, directives: rest, selectionSet: resolve(selection.selectionSet, condition) })
    } else selections.push({ ...selection, directives: rest })
  }
  return { kind: Kind.SELECTION_SET, selections }
}

function allows(directive: DirectiveNode, condition: Condition): boolean {
  if (!isConditional(directive)) return true
  const name = directive.name.value === 'skip' ? 'skip' : 'include'
  const value = ifOf(directive)
  const isVariable = value?.kind === Kind.VARIABLE
  const holds = isVariable ? condition(value.name.value, name) : value?.kind === Kind.BOOLEAN && value.value
  return name === 'include' ? holds : !holds
}

function isConditional({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include'
}

function ifOf(directive: DirectiveNode): NonNullable<DirectiveNode['arguments']>[number]['value'] | undefined {
  return directive.arguments?.find((argument) => argument.name.value === 'if')?.value
}

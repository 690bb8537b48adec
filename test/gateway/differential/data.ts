import { Kind, parse, type ConstDirectiveNode, type SelectionSetNode } from 'graphql'
import type { Dice } from './random.ts'

/** An object of the data: `key` is `<Type>-<anything>`, and all of its fields follow from it. */
export interface Thing {
  readonly __typename: string
  readonly key: string
  /** Inputs that came with a representation. */
  readonly given?: Readonly<Record<string, unknown>>
}

export function scalar(name: string, field: string, dice: Dice): unknown {
  switch (name) {
    case 'Int':
      return dice.below(100)
    case 'Float':
      return dice.below(1000) / 8
    case 'Boolean':
      return dice.chance(0.5)
    case 'JSON':
      return { list: [dice.below(10), null], text: field }
    default:
      return `${field}-${dice.below(10_000).toString(36)}`
  }
}

export function typeOfKey(key: string): string {
  return key.slice(0, key.indexOf('-'))
}

export function suffixOf(key: string): string {
  return key.slice(key.indexOf('-') + 1)
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'key' in value
}

/** The same fields of a representation, in the same order, and nothing else. */
export function choose(given: unknown, set: SelectionSetNode): unknown {
  if (Array.isArray(given)) return given.map((element) => choose(element, set))
  if (typeof given !== 'object' || given === null) return given
  const chosen: Record<string, unknown> = {}
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) continue
    const value = (given as Record<string, unknown>)[selection.name.value]
    chosen[selection.name.value] = selection.selectionSet ? choose(value, selection.selectionSet) : value
  }
  return chosen
}

export function fieldSet(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value
  if (value?.kind !== Kind.STRING) return undefined
  const [definition] = parse(`{${value.value}}`).definitions
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined
}

export function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

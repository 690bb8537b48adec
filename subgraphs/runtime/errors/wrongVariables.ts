import {
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql'
import { kindOf } from './kindOf.ts'
import { ERRORS } from './registry.ts'
import { wrongValue } from './wrongValue.ts'

/** Messages at most for one request. */
const MOST = 20

/**
 * What is wrong with variables that graphql-js (`getVariableValues`) refused: where, what must stand there, and of what
 * kind is what came. Its own messages hold the values that they are about, which may be anybody's.
 */
export function wrongVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
): readonly [string, ...string[]] {
  const messages: string[] = []
  for (const { variable, type: node, defaultValue } of definitions) {
    const name = variable.name.value
    const type = typeFromAST(schema, node)
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (!isInputType(type) || (value === undefined && defaultValue)) continue
    for (const message of problemsOf(value, type, `$${name}`)) {
      messages.push(message)
      if (messages.length === MOST) break
    }
    if (messages.length === MOST) break
  }
  const [first = ERRORS.BAD_USER_INPUT.message, ...others] = messages
  return [first, ...others]
}

/** Input coercion, section 3.12 of the GraphQL specification; `place` is a path from the variable. */
function* problemsOf(value: unknown, type: GraphQLInputType, place: string): Generator<string> {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) yield told(place, type, value)
    else yield* problemsOf(value, type.ofType, place)
  } else if (value === null || value === undefined) {
    return
  } else if (isListType(type)) {
    if (!Array.isArray(value)) yield* problemsOf(value, type.ofType, place)
    else for (const [index, item] of value.entries()) yield* problemsOf(item, type.ofType, `${place}[${index}]`)
  } else if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) yield told(place, type, value)
    else yield* problemsInFields(value as Readonly<Record<string, unknown>>, type, place)
  } else if (isLeafType(type) && !isTaken(() => type.parseValue(value))) {
    yield told(place, type, value)
  }
}

function* problemsInFields(
  value: Readonly<Record<string, unknown>>,
  type: GraphQLInputObjectType,
  place: string,
): Generator<string> {
  const fields = type.getFields()
  for (const { name, type: fieldType, defaultValue } of Object.values(fields)) {
    if (value[name] === undefined && defaultValue !== undefined) continue
    yield* problemsOf(value[name], fieldType, `${place}.${name}`)
  }
  const names = Object.keys(value)
  for (const name of names) {
    if (!fields[name]) yield `Variable "${place}" must be of type "${type.name}", which has no ${fieldCalled(name)}.`
  }
  if (type.isOneOf && (names.length !== 1 || value[names[0] ?? ''] === null)) {
    yield `Variable "${place}" must be of type "${type.name}", with exactly one field, and that not null.`
  }
}

/** A name is no value, but what does not look like one may be: an object can be keyed by addresses. */
function fieldCalled(name: string): string {
  return /^[_A-Za-z]\w{0,63}$/.test(name) ? `field "${name}"` : 'field of that name'
}

function told(place: string, type: GraphQLInputType, value: unknown): string {
  return `Variable "${place}" ${wrongValue(type, kindOf(value))}`
}

function isTaken(parse: () => unknown): boolean {
  try {
    return parse() !== undefined
  } catch {
    return false
  }
}

import { Kind, type ValueNode } from 'graphql'

/** What a value is, for a message: never the value itself, which may be private. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return 'a string'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'a boolean'
    case 'object':
      return 'an object'
    case 'undefined':
      return 'nothing'
    default:
      return `a ${typeof value}`
  }
}

const LITERALS: Readonly<Record<ValueNode['kind'], string>> = {
  [Kind.STRING]: 'a string',
  [Kind.INT]: 'a number',
  [Kind.FLOAT]: 'a number',
  [Kind.BOOLEAN]: 'a boolean',
  [Kind.ENUM]: 'a name',
  [Kind.NULL]: 'null',
  [Kind.LIST]: 'a list',
  [Kind.OBJECT]: 'an object',
  [Kind.VARIABLE]: 'a variable',
}

/** The same of a value that stands in a document. */
export function kindOfLiteral({ kind }: ValueNode): string {
  return LITERALS[kind]
}

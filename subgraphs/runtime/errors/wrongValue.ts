import { getNamedType, isEnumType, type GraphQLInputType } from 'graphql'

/**
 * What a value of this type must be and what came instead, to follow the name of its place. Messages travel into logs and
 * onto other people's screens: `kind` (`kindOf`) is all that they say of the value.
 */
export function wrongValue(type: GraphQLInputType, kind: string): string {
  return `must be ${demandOf(type)}, but got: ${isSameKind(type, kind) ? kind.replace(/^an? /, 'another ') : kind}.`
}

/** A scalar of the floor says itself what it must be (`textScalar`). */
function demandOf(type: GraphQLInputType): string {
  const named = getNamedType(type)
  const { expected } = named.extensions
  if (typeof expected === 'string') return expected
  return isEnumType(named) ? `a value of the enum "${named.name}"` : `of type "${String(type)}"`
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  Int: ['a number'],
  Float: ['a number'],
  ID: ['a string', 'a number'],
  String: ['a string'],
  Boolean: ['a boolean'],
}

/** Whether only this one of its kind is wrong: a fraction for an Int, a day that there is not. */
function isSameKind(type: GraphQLInputType, kind: string): boolean {
  const named = getNamedType(type)
  if (isEnumType(named)) return kind === 'a string' || kind === 'a name'
  return (KINDS[named.name] ?? ['a string']).includes(kind)
}

import { isEnumType, isScalarType, isSpecifiedScalarType } from 'graphql'
import type { GraphQLNamedType } from 'graphql'

/** Whether a value, not null, is what the specification lets a field of this scalar or enum answer. */
export type LeafCheck = (value: unknown) => boolean

const LEAST_INT = -(2 ** 31)
const GREATEST_INT = 2 ** 31 - 1

const CHECKS: Readonly<Record<string, LeafCheck>> = {
  Int: (value) => Number.isInteger(value) && (value as number) >= LEAST_INT && (value as number) <= GREATEST_INT,
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  // Servers that keep numeric ids answer them as they are; shaping makes strings of them.
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
}

/**
 * Result coercion, section 3.5 of the GraphQL specification. A custom scalar is whatever its subgraph says; an enum's
 * value is any that some subgraph declares, as also inaccessible ones may serve as inputs of other subgraphs.
 */
export function leafCheck(type: GraphQLNamedType): LeafCheck {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map((value) => value.name))
    return (value) => values.has(value)
  }
  if (isScalarType(type) && isSpecifiedScalarType(type)) return CHECKS[type.name] ?? anything
  return anything
}

function anything(): boolean {
  return true
}

import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { kindOf, kindOfLiteral } from '../errors/kindOf.ts'

/** A scalar that travels as a string both ways. */
export interface TextScalar {
  readonly name: string
  /** What a value must be, to follow "must be": `a date like 2026-11-22`. */
  readonly expected: string
  /** What comes out of a resolver: the text to send, or null when it is no such value (a bug of ours). */
  readonly write: (value: string) => string | null
  /** What comes in from a client: the text for the resolver, or null when it is no such value. */
  readonly read: (value: string) => string | null
}

export function textScalar({ name, expected, write, read }: TextScalar): GraphQLScalarType<string, string> {
  function parseValue(value: unknown): string {
    const text = typeof value === 'string' ? read(value) : null
    if (text === null) throw refused(kindOf(value))
    return text
  }

  // The value stays out of every message: it may be somebody's.
  function refused(kind: string, node?: ValueNode): GraphQLError {
    const got = kind === 'a string' ? 'another string' : kind
    return new GraphQLError(`${name} must be ${expected}, but got: ${got}.`, { nodes: node ?? null })
  }

  return new GraphQLScalarType({
    name,
    extensions: { expected },
    parseValue,
    parseLiteral(node) {
      if (node.kind === Kind.STRING) return parseValue(node.value)
      throw refused(kindOfLiteral(node), node)
    },
    serialize(value) {
      const text = typeof value === 'string' ? write(value) : null
      if (text === null) throw new TypeError(`A resolver answered ${name} with something that is not ${expected}.`)
      return text
    },
  })
}

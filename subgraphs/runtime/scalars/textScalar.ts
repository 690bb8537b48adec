import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql'

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
    if (text === null)
      throw new GraphQLError(`${name} must be ${expected}, but got: ${shorten(JSON.stringify(value))}.`)
    return text
  }

  return new GraphQLScalarType({
    name,
    parseValue,
    parseLiteral(node) {
      if (node.kind === Kind.STRING) return parseValue(node.value)
      throw new GraphQLError(`${name} must be ${expected}, but got: ${shorten(print(node))}.`, { nodes: node })
    },
    serialize(value) {
      const text = typeof value === 'string' ? write(value) : null
      // The value stays out of the message: it may be somebody's.
      if (text === null) throw new TypeError(`A resolver answered ${name} with something that is not ${expected}.`)
      return text
    },
  })
}

function shorten(text: string | undefined): string {
  if (text === undefined) return 'nothing'
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`
}

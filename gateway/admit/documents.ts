import { hash } from 'node:crypto'
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from 'graphql'
import { documentProblems, syntaxProblem } from '../../subgraphs/runtime/errors/documentProblems.ts'
import type { ErrorCode } from '../../subgraphs/runtime/errors/registry.ts'
import { createLru } from '../lru.ts'
import type { Limits } from '../options.ts'
import { usesIntrospection } from './introspection.ts'
import { checkLimits } from './limits.ts'
import { measure, type Measures } from './measure.ts'
import { OperationRefused } from './refusal.ts'
import { scan } from './scan.ts'

/** A valid document of one schema. */
export interface Prepared {
  /** SHA-256 of its text, in hex; what Apollo Server and persisted queries know it by. */
  readonly hash: string
  readonly document: DocumentNode
  readonly tokens: number
  readonly measures: Measures
  readonly introspects: boolean
}

export interface Documents {
  /**
   * The document of this text, within these limits. Throws a fault when it exceeds one, `OperationRefused` with
   * `GRAPHQL_PARSE_FAILED` or `GRAPHQL_VALIDATION_FAILED` when it is none. `hints`: whether messages may say what the
   * schema has instead.
   */
  prepare(text: string, limits: Limits, hints: boolean): Prepared
  /** A document prepared before, if it is still remembered. */
  byHash(hash: string): Prepared | undefined
}

/** How much text of documents is remembered, in characters; a parsed one takes about fifty times its text. */
const REMEMBERED_CHARACTERS = 1_000_000

/**
 * Documents of one schema, parsed and validated once: that costs more than executing them. Only valid ones are
 * remembered, so that nobody can crowd them out with garbage.
 */
export function createDocuments(schema: GraphQLSchema): Documents {
  const known = createLru<Prepared>(REMEMBERED_CHARACTERS)

  function prepare(text: string, limits: Limits, hints: boolean): Prepared {
    const key = hash('sha256', text, 'hex')
    const prepared = known.get(key)
    // Another client with other limits may have had it prepared.
    if (prepared) return within(limits, prepared) ? prepared : read(key, text, limits, hints)
    const fresh = read(key, text, limits, hints)
    known.set(key, fresh, text.length)
    return fresh
  }

  function read(key: string, text: string, limits: Limits, hints: boolean): Prepared {
    const tokens = syntax(() => scan(text, limits))
    const document = syntax(() => parse(text))
    const measures = measure(document)
    checkLimits(measures, limits)
    const problems = documentProblems(schema, document, { hideSuggestions: !hints })
    if (problems.length > 0) {
      throw new OperationRefused(problems.map((problem) => coded('GRAPHQL_VALIDATION_FAILED', problem)))
    }
    return { hash: key, document, tokens, measures, introspects: usesIntrospection(document) }
  }

  return { prepare, byHash: (key) => known.get(key) }
}

function within(limits: Limits, { tokens, measures }: Prepared): boolean {
  if (tokens > limits.tokens) return false
  return (Object.keys(measures) as (keyof Measures)[]).every((name) => measures[name] <= limits[name])
}

/** What graphql-js throws for a text that is no document, as a refusal. */
function syntax<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    const uncoded = error instanceof GraphQLError && error.extensions['code'] === undefined
    throw uncoded ? new OperationRefused([coded('GRAPHQL_PARSE_FAILED', syntaxProblem(error))]) : error
  }
}

function coded(code: ErrorCode, error: GraphQLError): GraphQLError {
  const { nodes = null, source = null, positions = null } = error
  return new GraphQLError(error.message, { nodes, source, positions, extensions: { code } })
}

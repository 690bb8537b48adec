import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import { documentProblems, syntaxProblem } from '../errors/documentProblems.ts'
import { fault } from '../errors/fault.ts'
import { createRecent } from '../recent/recent.ts'

/** A text, parsed and validated once. */
export type PreparedDocument =
  | { readonly outcome: 'ready'; readonly document: DocumentNode; readonly operations: Operations }
  | { readonly outcome: 'refused'; readonly errors: readonly GraphQLError[] }

type Operations = ReadonlyMap<string, OperationDefinitionNode>

/** How many texts are remembered, and how long one may be to be remembered (in characters): at most 32 MB of text. */
const REMEMBERED_TEXTS = 500
const LONGEST_CACHED_TEXT = 32_768

/** Parsing and validating cost twenty times an execution: each text pays once, as the gateway's plans repeat theirs. */
export function createDocumentCache(schema: GraphQLSchema): (text: string) => PreparedDocument {
  const recent = createRecent<PreparedDocument>(REMEMBERED_TEXTS)

  return (text) => {
    const known = recent.get(text)
    if (known) return known
    const prepared = prepare(schema, text)
    if (text.length <= LONGEST_CACHED_TEXT) recent.set(text, prepared)
    return prepared
  }
}

/** The operation that a call means, or the fault that says why there is none. */
export function chooseOperation(operations: Operations, name?: string): OperationDefinitionNode | GraphQLError {
  if (name === undefined) {
    const [first] = operations.values()
    if (operations.size === 1 && first) return first
    return fault('OPERATION_RESOLUTION_FAILURE')
  }
  return (
    operations.get(name) ??
    fault('OPERATION_RESOLUTION_FAILURE', { message: `"operationName" must name an operation, but got: ${name}.` })
  )
}

function prepare(schema: GraphQLSchema, text: string): PreparedDocument {
  let document: DocumentNode
  try {
    document = parse(text, { maxTokens: 100_000, noLocation: true })
  } catch (error) {
    return { outcome: 'refused', errors: [coded('GRAPHQL_PARSE_FAILED', syntaxProblem(error as GraphQLError))] }
  }
  const problems = documentProblems(schema, document)
  if (problems.length > 0) {
    return { outcome: 'refused', errors: problems.map((problem) => coded('GRAPHQL_VALIDATION_FAILED', problem)) }
  }
  return { outcome: 'ready', document, operations: operationsOf(document) }
}

function operationsOf(document: DocumentNode): Operations {
  const operations = new Map<string, OperationDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) operations.set(node.name?.value ?? '', node)
  }
  return operations
}

function coded(code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED', error: Error): GraphQLError {
  return fault(code, { message: error.message })
}

import {
  type ASTVisitor,
  type DocumentNode,
  getNamedType,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  specifiedRules,
  validate,
  type ValidationContext,
  type ValueNode,
  ValuesOfCorrectTypeRule,
} from 'graphql'
import { kindOfLiteral } from './kindOf.ts'
import { wrongValue } from './wrongValue.ts'

/** What graphql-js says against a document, without the values that stand in it. */
export function documentProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
  options: { readonly hideSuggestions?: boolean } = {},
): readonly GraphQLError[] {
  return validate(schema, document, RULES, options)
}

/** What graphql-js throws for a text that is no document, without a value that it stumbled over. */
export function syntaxProblem({ message, source, positions }: GraphQLError): GraphQLError {
  const told = message.replace(/\b(String|BlockString|Int|Float) ".*"/s, '$1')
  return new GraphQLError(told, { source: source ?? null, positions: positions ?? null })
}

const RULES = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? valuesOfCorrectType : rule))

function valuesOfCorrectType(context: ValidationContext): ASTVisitor {
  const quiet = Object.create(context, {
    reportError: { value: (error: GraphQLError) => context.reportError(withoutValue(error, context.getInputType())) },
  }) as ValidationContext
  return ValuesOfCorrectTypeRule(quiet)
}

function withoutValue(error: GraphQLError, type: GraphQLInputType | null | undefined): GraphQLError {
  const [node] = error.nodes ?? []
  if (node === undefined || type === null || type === undefined || !isValue(node)) return error
  // Then it is about a field of the object.
  if (node.kind === Kind.OBJECT && isInputObjectType(getNamedType(type))) return error
  return new GraphQLError(`A value here ${wrongValue(type, kindOfLiteral(node))}`, { nodes: node })
}

const VALUES: ReadonlySet<string> = new Set([
  Kind.STRING,
  Kind.INT,
  Kind.FLOAT,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.NULL,
  Kind.LIST,
  Kind.OBJECT,
])

function isValue(node: { readonly kind: string }): node is ValueNode {
  return VALUES.has(node.kind)
}

import { Kind, type ASTNode } from 'graphql'
import { objectsOf } from '../documents.ts'
import type { ApolloError } from './apolloError.ts'
import { after, headOf } from './edits.ts'
import { ENTRY } from './entry.ts'
import { definitionsIn } from './locate.ts'
import type { Edit } from './patch.ts'
import type { SubgraphFile } from './subgraphFile.ts'

/** The edits that mend a group of equal errors of Apollo's composition; none where no edit is surely right. */
export function editsFor(group: readonly ApolloError[], files: readonly SubgraphFile[]): readonly Edit[] {
  switch (group[0]?.code) {
    case 'INVALID_FIELD_SHARING':
      return files.flatMap((file) => shareableEdits(group, file))
    case 'REQUIRES_FIELDS_MISSING_EXTERNAL':
      return group.flatMap((error) => externalEdit(error, files))
    case 'EXTENSION_WITH_NO_BASE':
      return group.flatMap(({ nodes }) => nodes.flatMap(definitionEdit))
    default:
      return []
  }
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription'])

/** `@shareable` on the type when all its fields are meant, else on the fields; never on root fields, which have one owner. */
function shareableEdits(group: readonly ApolloError[], { name, document }: SubgraphFile): readonly Edit[] {
  const missing = new Set(group.filter(({ text }) => lacksShareable(text, name)).map(({ subject }) => subject))
  return objectsOf(document)
    .filter((type) => !ROOTS.has(type.name.value))
    .flatMap((type) => {
      const fields = (type.fields ?? []).filter((field) => missing.has(`${type.name.value}.${field.name.value}`))
      const whole = fields.length > 0 && fields.length === type.fields?.length && type.directives?.length === 0
      return whole ? [after(headOf(type), ' @shareable')] : fields.map((field) => after(field, ' @shareable'))
    })
}

/**
 * The error says where it is not shareable: `in subgraph "a"`, `in subgraphs "a" and "b"` or `in all of them`. What the
 * generated subgraph answers is shared with nobody.
 */
function lacksShareable(text: string, subgraph: string): boolean {
  if (text.includes(`"${ENTRY}"`)) return false
  const [, where = ''] = text.split('defined as non-shareable in ')
  return where.startsWith('all of them') || where.includes(`"${subgraph}"`)
}

/** Marks the required field itself, which the error names second, where another subgraph has it too. */
function externalEdit({ text, nodes }: ApolloError, files: readonly SubgraphFile[]): readonly Edit[] {
  const [, field] = nodes
  const coordinate = /field "(\w+\.\w+)" should not/.exec(text)?.[1]
  const others = files.filter(({ source }) => source !== field?.loc?.source)
  const elsewhere = others.some(({ document }) =>
    definitionsIn(document).some((each) => each.coordinate === coordinate),
  )
  return field?.kind === Kind.FIELD_DEFINITION && elsewhere ? [after(field, ' @external')] : []
}

function definitionEdit(node: ASTNode): readonly Edit[] {
  if (node.loc === undefined) return []
  return [{ at: { source: node.loc.source, offset: node.loc.start }, remove: 'extend '.length, insert: '' }]
}

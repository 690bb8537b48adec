import { Kind, type ASTNode, type DocumentNode } from 'graphql'
import { placeOf, type Place } from './problem.ts'
import type { SubgraphFile } from './subgraphFile.ts'

/** Everything a file defines by name, in the order of the text: types by `Type`, fields and values by `Type.field`. */
export function definitionsIn(
  document: DocumentNode,
): readonly { readonly coordinate: string; readonly node: ASTNode }[] {
  return document.definitions.flatMap((node) => {
    if (!('name' in node) || node.name === undefined) return []
    const name = node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : node.name.value
    const members = 'fields' in node ? (node.fields ?? []) : 'values' in node ? (node.values ?? []) : []
    return [
      { coordinate: name, node },
      ...members.map((member) => ({ coordinate: `${name}.${member.name.value}`, node: member })),
    ]
  })
}

/**
 * Where an error without a place is about: the definitions of its subject in the files, or else of any names that its
 * text holds. Of several definitions in one file the last, which is the one too many.
 */
export function findSubject(
  {
    text,
    subject,
    subgraph,
  }: { readonly text: string; readonly subject: string; readonly subgraph: string | undefined },
  files: readonly SubgraphFile[],
): readonly Place[] {
  const words = text.match(/@?[A-Za-z_]\w*/g) ?? []
  const pairs = words.flatMap((type) => words.map((member) => `${type}.${member}`))
  const own = files.filter(({ name }) => subgraph === undefined || name === subgraph)
  for (const names of [[subject], pairs, words]) {
    const wanted = new Set(names)
    const found = own.flatMap(({ document }) => {
      const last = definitionsIn(document).findLast(({ coordinate }) => wanted.has(coordinate))
      return last === undefined ? [] : [placeOf(last.node)]
    })
    if (found.length > 0) return found
  }
  return own.slice(0, 1).map(({ source }) => ({ source, offset: 0 }))
}

import { visit, type ASTNode, type DocumentNode } from 'graphql'
import { withoutDescription } from '../documents.ts'
import { KEEPERS } from '../registry.ts'
import type { Model } from './model/model.ts'
import type { SubgraphFile } from './subgraphFile.ts'

/**
 * The files with at most one description for each type, field, argument and value, so that composition has nothing
 * to choose: it takes the most frequent one, by which others could change what an owner says. An entity is described by
 * its owner; what all share (interfaces, enums, root types) by accounts; the rest by whoever
 * comes first in `subgraphs.yaml`.
 */
export function describedOnce(files: readonly SubgraphFile[], { entities }: Model): readonly SubgraphFile[] {
  const describers = describersOf(files, entities)
  return files.map((file) => ({
    ...file,
    document: visit(file.document, {
      enter(node, _key, _parent, _path, ancestors) {
        const stays = !isDescribed(node) || describers.get(pathOf(node, ancestors)) === file.name
        return stays ? undefined : withoutDescription(node)
      },
    }),
  }))
}

/** The path of names to a definition → the subgraph whose description of it stays. */
function describersOf(files: readonly SubgraphFile[], owners: Model['entities']): ReadonlyMap<string, string> {
  const best = new Map<string, { readonly name: string; readonly rank: number }>()
  for (const [index, { name, document }] of files.entries()) {
    for (const path of describedPaths(document)) {
      const [type = ''] = path.split('.')
      const rank = owners.get(type)?.file.name === name ? -2 : KEEPERS.includes(name) ? -1 : index
      if (rank < (best.get(path)?.rank ?? Infinity)) best.set(path, { name, rank })
    }
  }
  return new Map([...best].map(([path, { name }]) => [path, name]))
}

function describedPaths(document: DocumentNode): readonly string[] {
  const paths: string[] = []
  visit(document, {
    enter(node, _key, _parent, _path, ancestors) {
      if (isDescribed(node)) paths.push(pathOf(node, ancestors))
    },
  })
  return paths
}

function isDescribed(node: ASTNode): node is ASTNode & { readonly description: unknown } {
  return 'description' in node && node.description !== undefined
}

/** `Type`, `Type.field`, `Type.field.argument`, `Enum.VALUE`. */
function pathOf(node: ASTNode, ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const nodes = [...ancestors.filter((each): each is ASTNode => 'kind' in each), node]
  return nodes.flatMap((each) => ('name' in each && each.name !== undefined ? [each.name.value] : [])).join('.')
}

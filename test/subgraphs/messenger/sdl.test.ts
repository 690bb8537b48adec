import { readFileSync } from 'node:fs'
import { type ASTNode, Kind, parse, visit } from 'graphql'
import { expect, test } from 'vitest'

const DESCRIBED: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]
/** Shared by all subgraphs: described where the graph is composed. */
const ROOTS = ['Query', 'Mutation', 'Subscription']

test('everything in the messenger’s SDL is described', () => {
  const sdl = readFileSync(new URL('../../../schema/messenger.graphql', import.meta.url), 'utf8')
  const bare: string[] = []
  visit(parse(sdl), {
    DirectiveDefinition: () => false,
    enter(node: ASTNode) {
      if (!DESCRIBED.includes(node.kind) || !('name' in node) || !node.name) return
      if (!('description' in node && node.description) && !ROOTS.includes(node.name.value)) bare.push(node.name.value)
    },
  })
  expect(bare).toEqual([])
})

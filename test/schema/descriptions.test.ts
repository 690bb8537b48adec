import { Kind, parse, visit, type ASTNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { loadContract } from '../../schema/contract.ts'

const { subgraphs, apiSdl } = loadContract()

/** Definitions that clients read about; fields and arguments among them, extensions and directives not. */
const DESCRIBED: ReadonlySet<string> = new Set([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
])
const ROOTS = ['Query', 'Mutation', 'Subscription']

function undescribed(text: string): readonly string[] {
  const found: string[] = []
  visit(parse(text), {
    DirectiveDefinition: () => false,
    enter(node, _key, _parent, _path, ancestors) {
      if (!DESCRIBED.has(node.kind) || !('name' in node) || node.name === undefined) return
      const path = [...ancestors.filter((each): each is ASTNode => 'kind' in each), node]
      const name = path.flatMap((each) => ('name' in each && each.name ? [each.name.value] : [])).join('.')
      if (!ROOTS.includes(name) && !('description' in node && node.description?.value.trim())) found.push(name)
    },
  })
  return found
}

describe('every type, field, argument, input field and enum value has a description', () => {
  test.each(subgraphs)('in $sdl', ({ sdlText }) => {
    expect(undescribed(sdlText)).toEqual([])
  })

  test('and so has the public API, its roots included', () => {
    expect(undescribed(apiSdl)).toEqual([])
    for (const root of ROOTS) expect(apiSdl).toMatch(new RegExp(`"""\\ntype ${root} \\{`))
  })
})

test('lists say how many, up to how many', () => {
  const silent = [...apiSdl.matchAll(/"""([^"]*)"""\n {4}first: Int/g)].filter(
    ([, text]) => !/1 to \d+/.test(text ?? ''),
  )
  expect(silent.map(([whole]) => whole)).toEqual([])
})

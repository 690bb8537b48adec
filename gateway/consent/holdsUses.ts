import {
  BREAK,
  type GraphQLSchema,
  isAbstractType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FragmentDefinitionNode,
} from 'graphql'
import type { ConsentRules } from './rules.ts'

interface Asked {
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** Whether an operation asks a field that is computed from consented data, by whatever name and through any interface. */
export function holdsUses({ operation, fragments }: Asked, rules: ConsentRules, schema: GraphQLSchema): boolean {
  const isUse = (type: string, field: string): boolean => rules.uses.has(`${type}.${field}`)
  let found = false
  for (const node of [operation, ...fragments.values()]) {
    const info = new TypeInfo(schema)
    visit(
      node,
      visitWithTypeInfo(info, {
        Field({ name }) {
          const parent = info.getParentType()
          if (!parent) return undefined
          const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]
          found ||= types.some((type) => isUse(type.name, name.value))
          return found ? BREAK : undefined
        },
      }),
    )
  }
  return found
}

import { parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql'

/**
 * The stand-in for a gateway that guards by labels alone: it lets an operation pass unless it names a labelled field
 * (`Type.field`) or any field of a labelled type, as it reads the document with the schema.
 */
export function passesLabelGuard(schema: GraphQLSchema, query: string, labelled: readonly string[]): boolean {
  const info = new TypeInfo(schema)
  const named: string[] = []
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field({ name }) {
        const type = info.getParentType()?.name ?? ''
        named.push(type, `${type}.${name.value}`)
      },
    }),
  )
  return !labelled.some((label) => named.includes(label))
}

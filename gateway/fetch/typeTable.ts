import { isAbstractType, type GraphQLSchema } from 'graphql'

/**
 * Which type conditions an object of a type meets: `typeName` may also be an interface's name, where a subgraph sees an
 * interface as an object (`@interfaceObject`).
 */
export function meetsCondition(schema: GraphQLSchema, typeName: string, condition: string): boolean {
  if (typeName === condition) return true
  const type = schema.getType(typeName)
  const abstract = schema.getType(condition)
  if (!type || !abstract || !isAbstractType(abstract)) return false
  if (!('getFields' in type) || !('getInterfaces' in type)) return false
  return schema.isSubType(abstract, type)
}

import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  parse,
} from 'graphql'

const schemas = new Map<string, GraphQLSchema>()

/** The SDL as a schema to look things up in; its directives are nobody's business here. */
export function schemaOf(sdl: string): GraphQLSchema {
  const known = schemas.get(sdl) ?? buildASTSchema(parse(sdl), { assumeValidSDL: true })
  schemas.set(sdl, known)
  return known
}

/** A selection of all fields of a type and of what they lead to, `depth` levels down. */
export function everyField(sdl: string, typeName: string, depth = 3): string {
  const type = schemaOf(sdl).getType(typeName)
  if (!type) throw new Error(`The SDL must have the type ${typeName}.`)
  return selectionOf(schemaOf(sdl), type, depth)
}

/** The names of the fields of a type. */
export function fieldsOf(sdl: string, typeName: string): string[] {
  const type = schemaOf(sdl).getType(typeName)
  return isObjectType(type) ? Object.keys(type.getFields()) : []
}

/** The names of the object types that the SDL gives a resolvable key. */
export function entityTypes(sdl: string): string[] {
  return Object.values(schemaOf(sdl).getTypeMap()).flatMap((type) => {
    const keys = (type.astNode?.directives ?? []).filter(({ name }) => name.value === 'key')
    const resolvable = keys.some(({ arguments: args }) => !args?.some(({ name }) => name.value === 'resolvable'))
    return resolvable ? [type.name] : []
  })
}

/** The input type of a mutation, a value of it with every field filled in, and the type of its payload. */
export function sampleInput(sdl: string, mutation: string) {
  const field = schemaOf(sdl).getMutationType()?.getFields()[mutation]
  const [input] = field?.args ?? []
  if (!field || !input) throw new Error(`The SDL must have the mutation ${mutation} with an input.`)
  const name = getNamedType(input.type).name
  return { name, sample: sampleOf(input.type) as object, payload: getNamedType(field.type).name }
}

function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const own = isInterfaceType(type) ? Object.values(type.getFields()).map((field) => fieldText(schema, field, 0)) : []
    const members = schema.getPossibleTypes(type).map(({ name }) => `... on ${name} { __typename }`)
    return `{ __typename ${[...own, ...members].join(' ')} }`
  }
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).map((field) => fieldText(schema, field, depth))
  return `{ __typename ${fields.join(' ')} }`
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return field.args.some(({ type: given }) => getNullableType(given) !== given) ? '' : field.name
  return depth === 0 ? '' : `${field.name} ${selectionOf(schema, type, depth - 1)}`
}

function sampleOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type)
  if (isListType(nullable)) return [sampleOf(nullable.ofType)]
  if (isEnumType(nullable)) return nullable.getValues().at(-1)?.name
  if (isInputObjectType(nullable)) {
    return Object.fromEntries(Object.entries(nullable.getFields()).map(([name, field]) => [name, sampleOf(field.type)]))
  }
  return { Boolean: true, Int: 1, Float: 1 }[(nullable as GraphQLNamedType).name] ?? 'sample'
}

import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

export interface SweepOptions {
  /** How deep below a root field. Default: 3 below each. */
  readonly depth?: () => number
  /** Names of hidden fields that leaves are called by. Default: none. */
  readonly aliases?: readonly string[]
  /** A value for `id` arguments. */
  readonly id?: string
}

/** One operation for each root field that asks everything below it, to a depth. */
export function sweep(api: GraphQLSchema, options: SweepOptions = {}): readonly string[] {
  const roots = [
    ['query', api.getQueryType()],
    ['mutation', api.getMutationType()],
  ] as const
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => {
      const text = asked(field, api, options.depth?.() ?? 3, '', options)
      return text === undefined ? [] : [`${kind} { ${text} }`]
    }),
  )
}

function asked(
  field: GraphQLField<unknown, unknown>,
  api: GraphQLSchema,
  depth: number,
  alias: string,
  options: SweepOptions,
): string | undefined {
  const args = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
  const list = (text: string) => (text === '' ? '' : `(${text})`)
  const given = list(args.map(({ name, type }) => `${name}: ${literal(String(type), options)}`).join(', '))
  const head = `${alias === '' ? '' : `${alias}${field.name}: `}${field.name}${given}`
  const type = getNamedType(field.type)
  if (!isCompositeType(type)) return head
  if (depth === 0) return undefined
  return `${head} ${selections(type, api, depth - 1, alias, options)}`
}

function literal(type: string, { id = 'x' }: SweepOptions): string {
  if (type.includes('Int')) return '1'
  if (type.includes('Boolean')) return 'true'
  const text = type.includes('ID') ? id : 'x'
  return type.startsWith('[') ? `["${text}"]` : `"${text}"`
}

function selections(
  type: GraphQLNamedType,
  api: GraphQLSchema,
  depth: number,
  alias: string,
  options: SweepOptions,
): string {
  const own = 'getFields' in type ? Object.values((type as GraphQLObjectType).getFields()) : []
  const fields = own.flatMap((one) => asked(one, api, depth, alias, options) ?? [])
  const called = isObjectType(type) && alias === '' ? hidden(own, options) : []
  // What stands in a fragment has a name of its own: two types may answer different things by one name.
  const fragments = isAbstractType(type)
    ? api
        .getPossibleTypes(type)
        .map((one) => `... on ${one.name} ${selections(one, api, depth, `${one.name}_`, options)}`)
    : []
  return `{ ${['__typename', ...fields, ...called, ...fragments].join(' ')} }`
}

function hidden(fields: readonly GraphQLField<unknown, unknown>[], { aliases = [] }: SweepOptions): readonly string[] {
  const leaf = fields.find((one) => isLeafType(getNamedType(one.type)) && one.args.length === 0)
  const taken = new Set(fields.map(({ name }) => name))
  return leaf ? aliases.filter((name) => !taken.has(name)).map((name) => `${name}: ${leaf.name}`) : []
}

import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql'
import type { App } from '../identity/identity.ts'
import { SCALARS } from '../scalars/scalars.ts'
import { argumentOf, directivesOnObjects } from './directives.ts'
import { entitiesResolver, type EntityResolver, type ReferenceResolver } from './entities.ts'
import { federatedSchema } from './federated.ts'
import type { InputGuard } from './inputs.ts'

type ResolverMap = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What stands before the resolvers where data of other apps comes in or goes out. */
export interface ConsentHooks {
  /** How consented types are answered, by type. */
  readonly references: ReadonlyMap<string, ReferenceResolver>
  readonly inputs: InputGuard
}

/** The executable schema of one SDL with its resolvers; throws a `TypeError` for resolvers that do not fit the SDL. */
export function buildSchema(
  name: string,
  document: DocumentNode,
  resolvers: object,
  hooks: ConsentHooks,
): GraphQLSchema {
  const map = resolvers as ResolverMap
  const schema = federatedSchema(document, map)
  refuseUnknownResolvers(name, schema, map)
  addScalars(name, schema, map)
  addEntities(name, schema, document, { map, ...hooks })
  hooks.inputs.guardResolvers(schema)
  return schema
}

/** Parses the SDL under its name, so that errors say whose it is. */
export function parseSdl(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl)
  } catch (error) {
    throw new TypeError(`The SDL of ${name} must be GraphQL. ${(error as Error).message}`, { cause: error })
  }
}

/** The type that names one person in `app` (`@person(app:)`); null without an app. Throws a `TypeError` if none does. */
export function personType(name: string, document: DocumentNode, app: App | undefined): string | null {
  if (app === undefined) return null
  for (const [type, directive] of directivesOnObjects(document, 'person')) {
    if (argumentOf(directive, 'app') === app) return type
  }
  throw new TypeError(`The SDL of ${name} must declare a type with @person(app: "${app}").`)
}

// A resolver whose name is misspelt would never be called, and the field would answer null for ever.
function refuseUnknownResolvers(name: string, schema: GraphQLSchema, resolvers: ResolverMap): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (!type) throw new TypeError(`resolvers.${typeName} of ${name} has no type in the SDL. Remove or rename it.`)
    if (isScalarType(type) || isEnumType(type)) continue
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}
    for (const field of Object.keys(fields)) {
      if (field.startsWith('__') || Object.hasOwn(known, field)) continue
      throw new TypeError(`resolvers.${typeName}.${field} of ${name} has no field in the SDL. Remove or rename it.`)
    }
  }
}

const BUILT_IN = new Set(['ID', 'String', 'Int', 'Float', 'Boolean'])

function addScalars(name: string, schema: GraphQLSchema, resolvers: ResolverMap): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || BUILT_IN.has(type.name) || /^_|__/.test(type.name)) continue
    const scalar = SCALARS.get(type.name)
    if (scalar) {
      type.serialize = scalar.serialize
      type.parseValue = scalar.parseValue
      type.extensions = scalar.extensions
      type.parseLiteral = scalar.parseLiteral
    } else if (!Object.hasOwn(resolvers, type.name)) {
      throw new TypeError(`resolvers.${type.name} of ${name} must exist: the floor does not know this scalar.`)
    }
  }
}

function addEntities(
  name: string,
  schema: GraphQLSchema,
  document: DocumentNode,
  { map, references, inputs }: ConsentHooks & { readonly map: ResolverMap },
): void {
  const entities = new Map<string, EntityResolver>()
  for (const [typeName, fields] of Object.entries(map)) {
    const resolve = fields['__resolveReference'] as ReferenceResolver | undefined
    if (resolve) entities.set(typeName, { resolve, isInterface: isAbstractType(schema.getType(typeName)) })
  }
  // In place of whatever the subgraph may bring: a consented type has one way out.
  for (const [typeName, resolve] of references) entities.set(typeName, { resolve, isInterface: false })
  for (const [type, key] of directivesOnObjects(document, 'key')) {
    // Without one @apollo/subgraph echoes whatever was sent: a forged id would count as a real one.
    if (argumentOf(key, 'resolvable') === false || entities.has(type)) continue
    throw new TypeError(`resolvers.${type}.__resolveReference of ${name} must exist: the SDL gives ${type} a @key.`)
  }
  const field = schema.getQueryType()?.getFields()['_entities']
  if (field) field.resolve = entitiesResolver(entities, inputs)
}

import internals from '@apollo/federation-internals'
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
} from 'graphql'
import type {
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import { compose, subgraphSchema } from '../engine/graph.ts'
import { choose, fieldSet, isThing, mapValues, scalar, suffixOf, typeOfKey, type Thing } from './data.ts'
import { Dice, hash } from './random.ts'

/** The subgraphs of a supergraph, by name, as SDL. Everything else follows from it. */
export interface SupergraphShape {
  readonly name: string
  readonly subgraphs: Readonly<Record<string, string>>
}

/** What the data are made of. */
export interface Luck {
  readonly seed: string
  /** How often a field that nothing depends on throws, or answers null where it must not. 0: never. */
  readonly faults: number
  /** How often an entity is not found, or looking it up throws. Default: never. */
  readonly losses?: number
  /** A subgraph that cannot be reached. */
  readonly down?: string
}

type Resolvers = Record<string, Record<string, unknown>>

/** Entities of one type; few, so that lists hold the same one several times. */
const POPULATION = 4

/**
 * Data for any supergraph: each value is a function of the seed, the object's key, the field's name and its arguments, so
 * that all subgraphs, and one server that knows everything, agree on it without storing anything.
 */
export class World {
  readonly shape: SupergraphShape
  readonly supergraphSdl: string
  readonly apiSchema: GraphQLSchema
  readonly subgraphs: ReadonlyMap<string, GraphQLSchema>
  /** Everything in one graphql-js server: what the answer is by the specification alone. */
  readonly monolith: GraphQLSchema
  private luck: Luck = { seed: '', faults: 0 }
  private readonly full: GraphQLSchema
  private readonly keyFields = new Set<string>()
  private readonly required = new Map<string, SelectionSetNode>()
  /** `Type.field` that others depend on: these never fail. */
  private readonly relied = new Set<string>()
  private readonly entityTypes = new Set<string>()
  private readonly everywhere = new Map<string, readonly string[]>()
  private acts = 0

  constructor(shape: SupergraphShape) {
    this.shape = shape
    this.supergraphSdl = compose(mapValues(shape.subgraphs, (sdl) => ({ sdl })))
    this.full = buildASTSchema(parse(this.supergraphSdl), { assumeValid: true })
    this.readDirectives()
    this.subgraphs = new Map(
      Object.entries(shape.subgraphs).map(([name, sdl]) => [
        name,
        subgraphSchema({ sdl, resolvers: this.resolvers(sdl) }),
      ]),
    )
    this.apiSchema = internals.Supergraph.build(this.supergraphSdl).apiSchema().toGraphQLJSSchema()
    this.monolith = this.buildMonolith()
  }

  isDown(subgraph: string): boolean {
    return this.luck.down === subgraph
  }

  /** From here on the data are these; what mutations answer is counted from here. */
  reset(luck: Luck): void {
    this.luck = luck
    this.acts = 0
  }

  private readDirectives(): void {
    for (const sdl of Object.values(this.shape.subgraphs)) {
      for (const definition of parse(sdl).definitions) {
        if (!('fields' in definition) || !('name' in definition) || !definition.name) continue
        const typeName = definition.name.value
        for (const directive of definition.directives ?? []) {
          const fields = directive.name.value === 'key' ? fieldSet(directive) : undefined
          if (!fields) continue
          this.entityTypes.add(typeName)
          this.markKey(fields)
        }
        for (const field of definition.fields ?? []) {
          const directive = field.directives?.find((one) => one.name.value === 'requires')
          const inputs = directive && fieldSet(directive)
          if (!inputs) continue
          this.required.set(field.name.value, inputs)
          this.rely(inputs)
        }
      }
    }
  }

  private markKey(set: SelectionSetNode): void {
    this.rely(set)
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) continue
      this.keyFields.add(selection.name.value)
      if (selection.selectionSet) this.markKey(selection.selectionSet)
    }
  }

  private rely(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.relied.add(selection.name.value)
      if ('selectionSet' in selection && selection.selectionSet) this.rely(selection.selectionSet)
    }
  }

  private resolvers(sdl: string): Resolvers {
    const resolvers: Resolvers = {}
    const schema = subgraphSchema({ sdl })
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('_')) continue
      if (isObjectType(type) || isInterfaceType(type)) {
        resolvers[type.name] = {
          ...(isObjectType(type) ? this.fieldResolvers(type) : {}),
          ...this.referenceResolver(type),
        }
      }
      if (isAbstractType(type)) {
        resolvers[type.name] = { ...resolvers[type.name], __resolveType: (thing: Thing) => typeOfKey(thing.key) }
      }
    }
    return resolvers
  }

  private fieldResolvers(type: GraphQLObjectType): Record<string, GraphQLFieldResolver<Thing | undefined, unknown>> {
    const fields = Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'))
    return Object.fromEntries(fields.map((field) => [field.name, this.resolver(type, field.name, field.type)]))
  }

  private resolver(
    type: GraphQLObjectType,
    field: string,
    declared: GraphQLOutputType,
  ): GraphQLFieldResolver<Thing | undefined, unknown> {
    return async (thing, args) => {
      const key = thing?.key ?? `${type.name}-root`
      if (type.name === 'Mutation') return this.act(field, args, declared)
      const inputs = this.required.get(field)
      const needed = inputs ? JSON.stringify(thing?.given ? choose(thing.given, inputs) : this.look(key, inputs)) : ''
      return this.value(key, field, `${JSON.stringify(args)}${needed}`, declared)
    }
  }

  private act(field: string, args: unknown, type: GraphQLOutputType): unknown {
    const act = ++this.acts
    return this.value('Mutation-root', field, `${act} ${JSON.stringify(args)}`, type)
  }

  private referenceResolver(type: { readonly name: string }): Record<string, unknown> {
    if (!this.entityTypes.has(type.name)) return {}
    return {
      __resolveReference: async (reference: Record<string, unknown>): Promise<Thing | null> => {
        const key = this.keyOf(reference, type.name)
        if (key === undefined || this.isLost(key)) return null
        return { __typename: isInterfaceType(type) ? typeOfKey(key) : type.name, key, given: reference }
      },
    }
  }

  private isLost(key: string): boolean {
    const dice = new Dice(`${this.luck.seed} ${key} is lost`)
    if (!dice.chance(this.luck.losses ?? 0)) return false
    if (dice.chance(0.5)) throw new GraphQLError(`${key} cannot be looked up`, { extensions: { code: 'TEST_FAULT' } })
    return true
  }

  /** Every field of a key, however deep, tells which object it is. */
  private keyOf(reference: Record<string, unknown>, typeName: string): string | undefined {
    for (const [name, value] of Object.entries(reference)) {
      if (!this.keyFields.has(name)) continue
      if (typeof value === 'string' && value.startsWith(`${name}:`)) return value.slice(name.length + 1)
      if (typeof value !== 'object' || value === null) continue
      const inner = this.keyOf(value as Record<string, unknown>, typeName)
      if (inner !== undefined) return `${typeName}-${suffixOf(inner)}`
    }
    return undefined
  }

  private value(key: string, field: string, variant: string, type: GraphQLOutputType): unknown {
    const named = getNamedType(type)
    // An object inside a key goes with the object that has the key: either tells the other.
    if (this.keyFields.has(field)) {
      return isLeafType(named) ? `${field}:${key}` : { __typename: named.name, key: `${named.name}-${suffixOf(key)}` }
    }
    const dice = new Dice(`${this.luck.seed} ${key} ${field} ${variant}`)
    if (!this.relied.has(field) && dice.chance(this.luck.faults)) {
      if (dice.chance(0.6)) throw new GraphQLError(`${field} of ${key} failed`, { extensions: { code: 'TEST_FAULT' } })
      return null
    }
    return this.make(type, `${key}.${field}${variant}`, field, dice)
  }

  private make(type: GraphQLOutputType, id: string, field: string, dice: Dice): unknown {
    if (!isNonNullType(type) && dice.chance(0.1)) return null
    const nullable = getNullableType(type)
    if (isListType(nullable)) {
      return Array.from({ length: dice.below(4) }, (_, index) =>
        this.make(nullable.ofType, `${id}.${index}`, field, dice),
      )
    }
    const named = this.full.getType(getNamedType(nullable).name)
    if (isEnumType(named)) return dice.pick(named.getValues()).name
    if (isObjectType(named)) return this.thing(named.name, id, dice)
    if (isAbstractType(named)) return this.thing(dice.pick(this.typesEverywhere(named.name)), id, dice)
    return scalar(named?.name ?? 'String', field, dice)
  }

  private thing(typeName: string, id: string, dice: Dice): Thing {
    const key = this.entityTypes.has(typeName) ? String(dice.below(POPULATION)) : hash(id).toString(36)
    return { __typename: typeName, key: `${typeName}-${key}` }
  }

  /** Types that every subgraph which knows the abstract type knows as well. */
  private typesEverywhere(abstractName: string): readonly string[] {
    const known = this.everywhere.get(abstractName)
    if (known) return known
    let names: readonly string[] | undefined
    for (const schema of this.subgraphs.values()) {
      const type = schema.getType(abstractName)
      if (!isAbstractType(type)) continue
      const here = schema.getPossibleTypes(type).map((one) => one.name)
      names = names ? names.filter((name) => here.includes(name)) : here
    }
    this.everywhere.set(abstractName, names ?? [])
    return names ?? []
  }

  /** What a selection set answers, asked of an object directly. */
  private look(key: string, set: SelectionSetNode): Record<string, unknown> {
    const type = this.full.getType(typeOfKey(key))
    const found: Record<string, unknown> = {}
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD || !isObjectType(type)) continue
      const field = type.getFields()[selection.name.value]
      if (!field) continue
      const value = this.value(key, field.name, this.variantOf(key, field.name), field.type)
      found[field.name] = this.lookInto(value, selection.selectionSet)
    }
    return found
  }

  private variantOf(key: string, field: string): string {
    const inputs = this.required.get(field)
    return `{}${inputs ? JSON.stringify(this.look(key, inputs)) : ''}`
  }

  private lookInto(value: unknown, set: SelectionSetNode | undefined): unknown {
    if (Array.isArray(value)) return value.map((element) => this.lookInto(element, set))
    return isThing(value) && set ? this.look(value.key, set) : value
  }

  private buildMonolith(): GraphQLSchema {
    const schema = internals.Supergraph.build(this.supergraphSdl).apiSchema().toGraphQLJSSchema()
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue
      if (isAbstractType(type)) type.resolveType = (thing) => typeOfKey((thing as Thing).key)
      if (!isObjectType(type)) continue
      for (const field of Object.values(type.getFields()))
        field.resolve = this.resolver(type, field.name, field.type) as never
    }
    return schema
  }
}

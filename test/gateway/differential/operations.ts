import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLSchema } from 'graphql'
import type { Asked } from './servers.ts'
import { Dice } from './random.ts'

/** Makes an operation on the schema; the same seed makes the same one. Nearly always valid: the caller checks. */
export function generateOperation(schema: GraphQLSchema, seed: string): Omit<Asked, 'luck'> {
  return new Author(schema, new Dice(seed)).operation()
}

class Author {
  private readonly schema: GraphQLSchema
  private readonly dice: Dice
  private readonly declared: string[] = []
  private readonly variables: Record<string, unknown> = {}
  private readonly fragments: string[] = []
  private aliases = 0
  /** Selections that may still be made: operations stay of a size that a person can read. */
  private budget = 45

  constructor(schema: GraphQLSchema, dice: Dice) {
    this.schema = schema
    this.dice = dice
  }

  operation(): Omit<Asked, 'luck'> {
    const mutation = this.schema.getMutationType()
    const isMutation = mutation && this.dice.chance(0.7)
    const root = isMutation ? mutation : this.schema.getQueryType()
    const selections = this.selectionSet(root ?? undefined, 3 + this.dice.below(4))
    const head = `${isMutation ? 'mutation' : 'query'} Op${this.declared.length > 0 ? `(${this.declared.join(', ')})` : ''}`
    return { text: [`${head} ${selections}`, ...this.fragments].join('\n'), variables: this.variables }
  }

  private selectionSet(type: GraphQLNamedType | undefined, depth: number): string {
    const count = 2 + this.dice.below(4)
    const selections = Array.from({ length: count }, () => this.selection(type, depth))
    return `{ ${selections.filter((one) => one !== '').join(' ') || '__typename'} }`
  }

  private selection(type: GraphQLNamedType | undefined, depth: number): string {
    if (this.budget-- <= 0) return ''
    if (this.dice.chance(0.05)) return this.dice.chance(0.3) ? `${this.alias()}__typename` : '__typename'
    if (isCompositeType(type) && this.dice.chance(isAbstractType(type) ? 0.45 : 0.08)) return this.fragment(type, depth)
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename'
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || !isComposite(field))
    return fields.length === 0 ? '__typename' : this.field(this.dice.pick(fields), depth)
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.map((arg) => this.argument(arg)).filter((one) => one !== '')
    const alias = args.length > 0 || this.dice.chance(0.2) ? this.alias() : ''
    const type = getNamedType(field.type)
    const set = isCompositeType(type) ? ` ${this.selectionSet(type, depth - 1)}` : ''
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.directive()}${set}`
  }

  private fragment(type: GraphQLNamedType, depth: number): string {
    const condition = this.dice.pick(this.conditionsOn(type))
    const directive = this.directive()
    if (this.dice.chance(0.2)) return `...${directive} ${this.selectionSet(type, depth)}`
    const set = this.selectionSet(condition, depth)
    if (this.dice.chance(0.7)) return `... on ${condition.name}${directive} ${set}`
    const name = `F${this.fragments.length}`
    this.fragments.push(`fragment ${name} on ${condition.name} ${set}`)
    return `...${name}${directive}`
  }

  private conditionsOn(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isAbstractType(type)) {
      const possible = this.schema.getPossibleTypes(type)
      return [type, ...possible, ...possible.flatMap((one) => one.getInterfaces())]
    }
    return isObjectType(type) ? [type, ...type.getInterfaces()] : [type]
  }

  private alias(): string {
    return `a${this.aliases++}: `
  }

  private directive(): string {
    if (!this.dice.chance(0.1)) return ''
    const name = this.dice.chance(0.5) ? 'skip' : 'include'
    if (this.dice.chance(0.2)) return ` @${name}(if: ${String(this.dice.chance(0.5))})`
    return ` @${name}(if: ${this.variable('Boolean!', this.dice.chance(0.5))})`
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`
    this.declared.push(`$${name}: ${type}`)
    this.variables[name] = value
    return `$${name}`
  }

  private argument(arg: GraphQLArgument): string {
    const optional = !isNonNullType(arg.type) || arg.defaultValue !== undefined
    if (optional && this.dice.chance(0.4)) return ''
    if (this.dice.chance(0.5)) return `${arg.name}: ${this.variable(String(arg.type), this.jsonValue(arg.type))}`
    return `${arg.name}: ${this.literal(arg.type)}`
  }

  private jsonValue(type: GraphQLInputType): unknown {
    return JSON.parse(this.literal(type, JSON_STYLE)) as unknown
  }

  private literal(type: GraphQLInputType, style: Style = GRAPHQL_STYLE): string {
    if (!isNonNullType(type) && this.dice.chance(0.1)) return 'null'
    const nullable = getNullableType(type)
    if (isListType(nullable)) return `[${this.literal(nullable.ofType, style)}]`
    if (isEnumType(nullable)) return style.enum(this.dice.pick(nullable.getValues()).name)
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isNonNullType(field.type) || this.dice.chance(0.3),
      )
      return `{${fields.map((field) => `${style.name(field.name)}: ${this.literal(field.type, style)}`).join(', ')}}`
    }
    const name = getNamedType(nullable).name
    if (name === 'Int') return String(this.dice.below(5))
    if (name === 'Boolean') return String(this.dice.chance(0.5))
    return `"x${this.dice.below(9)}"`
  }
}

interface Style {
  enum(value: string): string
  name(name: string): string
}
const GRAPHQL_STYLE: Style = { enum: (value) => value, name: (name) => name }
const JSON_STYLE: Style = { enum: (value) => `"${value}"`, name: (name) => `"${name}"` }

function isComposite(field: GraphQLField<unknown, unknown>): boolean {
  return isCompositeType(getNamedType(field.type))
}

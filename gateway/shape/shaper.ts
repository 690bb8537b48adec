import { isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql'
import { SchemaMetaFieldDef, TypeMetaFieldDef } from 'graphql'
import type {
  FieldNode,
  GraphQLAbstractType,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import { nodeClass, type TreeNode } from '../merge/tree.ts'
import { reservedName } from '../plan/reservedNames.ts'
import type { ClientOperation } from '../plan/canonical.ts'
import { collectFields } from './collect.ts'
import { BUBBLE, type Completion } from './completion.ts'
import { compileIntrospection } from './introspection.ts'

/** Makes the client's object from an object of the tree; `BUBBLE` where a field that must not be null is. */
export type ObjectShaper = (node: TreeNode, completion: Completion) => TreeNode | typeof BUBBLE

/**
 * Completes a value (GraphQL specification, section 6.4.3) that stands at `step` of the innermost list or object: what
 * the client gets, null, or `BUBBLE`.
 */
type Completer = (value: unknown, completion: Completion, step: string | number) => unknown

interface CompiledField {
  readonly key: string
  readonly from: string
  readonly complete: Completer
}

/** A field that the client asks of objects of one type. */
export interface ShapedField {
  /** The client's name. */
  readonly key: string
  /** The name in the schema. */
  readonly name: string
  /** The name in the tree. */
  readonly from: string
  readonly nodes: readonly FieldNode[]
  /** Undefined for `__typename`, `__schema` and `__type`. */
  readonly definition: GraphQLField<unknown, unknown> | undefined
  readonly sets: readonly SelectionSetNode[]
}

/**
 * Compiles the shapes of one operation whose conditions are resolved. Shapes of abstract types are compiled when
 * the first object of a type comes.
 */
export class ShapeCompiler {
  private readonly client: ClientOperation
  private readonly schema: GraphQLSchema
  private readonly shapers = new Map<string, ObjectShaper>()
  private readonly ids = new Map<SelectionSetNode, number>()

  constructor(client: ClientOperation, schema: GraphQLSchema) {
    this.client = client
    this.schema = schema
  }

  /** The shape of the whole answer. */
  root(): ObjectShaper {
    const { operation } = this.client
    const type = this.schema.getRootType(operation.operation)
    if (!type) throw new Error(`The public graph has no type for the operation "${operation.operation}".`)
    return this.shaper(type, [operation.selectionSet])
  }

  /** The fields that the client asks of an object of this type. */
  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ShapedField[] {
    const collected = collectFields(sets, type, { schema: this.schema, fragments: this.client.fragments })
    return [...collected].map(([key, nodes]) => {
      const name = nodes[0]?.name.value ?? key
      const definition = type.getFields()[name]
      const from = key === name && definition?.args.length === 0 ? name : reservedName(key)
      return { key, name, from, nodes, definition, sets: nodes.flatMap((node) => node.selectionSet ?? []) }
    })
  }

  /** The shape of an object of this type, asked for all of these selections. */
  shaper(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectShaper {
    const key = `${type.name} ${sets.map((set) => this.idOf(set)).join(' ')}`
    let shaper = this.shapers.get(key)
    if (!shaper) {
      shaper = this.compileObject(type, sets)
      this.shapers.set(key, shaper)
    }
    return shaper
  }

  private idOf(set: SelectionSetNode): number {
    const id = this.ids.get(set) ?? this.ids.size
    this.ids.set(set, id)
    return id
  }

  private compileObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectShaper {
    const fields = this.fieldsOf(type, sets).map((field) => this.compileField(type, field))
    const Output = nodeClass()
    return (node, completion) => {
      const output = new Output()
      const mark = completion.errors.length
      for (const field of fields) {
        const value = field.complete(node[field.from], completion, field.key)
        if (value === BUBBLE) return completion.discardSince(mark)
        output[field.key] = value
      }
      return output
    }
  }

  private compileField(type: GraphQLObjectType, field: ShapedField): CompiledField {
    const { key, name, from, nodes, definition, sets } = field
    if (name === '__typename') return { key, from, complete: () => type.name }
    if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name) {
      const introspect = compileIntrospection(nodes, this.client, this.schema)
      return { key, from, complete: (_value, { variables }) => introspect(variables) }
    }
    if (!definition)
      throw new Error(`The operation asks for ${type.name}.${name}, which the public graph does not have.`)
    return { key, from, complete: this.completer(definition.type, `${type.name}.${name}`, sets) }
  }

  private completer(type: GraphQLOutputType, coordinate: string, sets: readonly SelectionSetNode[]): Completer {
    if (isNonNullType(type)) return nonNull(this.inner(type.ofType, coordinate, sets), coordinate)
    return nullable(this.inner(type, coordinate, sets))
  }

  private inner(type: GraphQLOutputType, coordinate: string, sets: readonly SelectionSetNode[]): Completer {
    if (isListType(type)) return list(this.completer(type.ofType, coordinate, sets))
    if (isObjectType(type)) return object(this.shaper(type, sets))
    if (isAbstractType(type)) return this.abstract(type, coordinate, sets)
    if (isEnumType(type)) return enumeration(new Set(type.getValues().map((value) => value.name)), coordinate)
    return type.name === 'ID' ? id : asItIs
  }

  private abstract(type: GraphQLAbstractType, coordinate: string, sets: readonly SelectionSetNode[]): Completer {
    const { schema } = this
    const shapers = new Map<unknown, ObjectShaper>()
    for (const possible of schema.getPossibleTypes(type)) {
      let shaper: ObjectShaper | undefined
      shapers.set(possible.name, (node, completion) => {
        shaper ??= this.shaper(possible, sets)
        return shaper(node, completion)
      })
    }
    return (value, completion, step) => {
      if (!completion.isThere(value)) return null
      const shaper = shapers.get(value['__typename'])
      // The name of the type is not told: it may be one that the public graph does not have.
      if (!shaper) return completion.refuse(step, 'VALUE_NOT_IN_SCHEMA', `${coordinate} is of no type of ${type.name}.`)
      return inside(shaper, value, completion, step)
    }
  }
}

function inside(shaper: ObjectShaper, node: TreeNode, completion: Completion, step: string | number): unknown {
  completion.path.push(step)
  const output = shaper(node, completion)
  completion.path.pop()
  return output
}

function object(shaper: ObjectShaper): Completer {
  return (value, completion, step) => (completion.isThere(value) ? inside(shaper, value, completion, step) : null)
}

function list(element: Completer): Completer {
  return (value, completion, step) => {
    if (!Array.isArray(value)) return null
    const mark = completion.errors.length
    const output: unknown[] = []
    completion.path.push(step)
    for (let index = 0; index < value.length; index++) {
      const item = element(value[index], completion, index)
      if (item === BUBBLE) {
        completion.path.pop()
        return completion.discardSince(mark)
      }
      output.push(item)
    }
    completion.path.pop()
    return output
  }
}

function nullable(inner: Completer): Completer {
  if (inner === asItIs || inner === id) return inner
  return (value, completion, step) => {
    const output = inner(value, completion, step)
    return output === BUBBLE ? null : output
  }
}

function nonNull(inner: Completer, coordinate: string): Completer {
  const message = `Cannot return null for non-nullable field ${coordinate}.`
  return (value, completion, step) => {
    const output = inner(value, completion, step)
    return output === null ? completion.refuse(step, 'NON_NULL_FIELD_EMPTY', message) : output
  }
}

/** Scalars were checked when they were merged. */
function asItIs(value: unknown): unknown {
  return value ?? null
}

function id(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : (value ?? null)
}

function enumeration(values: ReadonlySet<unknown>, coordinate: string): Completer {
  return (value, completion, step) => {
    if (value === undefined || value === null) return null
    if (values.has(value)) return value
    return completion.refuse(step, 'VALUE_NOT_IN_SCHEMA', `${coordinate} has a value that its enum does not have.`)
  }
}

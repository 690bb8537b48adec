import { getNamedType, isAbstractType, isObjectType } from 'graphql'
import type { GraphQLNamedType, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { Place } from '../merge/places.ts'
import { isNode, type TreeNode } from '../merge/tree.ts'
import { clientName } from '../plan/reservedNames.ts'
import type { ShapeCompiler, ShapedField } from './shaper.ts'

/** A place of the tree as the client sees it. */
export interface ClientPlace {
  /** As far as the client asked for it. */
  readonly path: Place
  /** Where the client's part ends before the place does: the field that was not asked for. */
  readonly hidden?: HiddenField
}

export interface HiddenField {
  /** The plan's response name. */
  readonly name: string
  /** Whether clients may know of it. */
  readonly isPublic: boolean
  /** Whether the object that it belongs to is there: what failed has not taken that along. */
  readonly besideOthers: boolean
}

/** What the client asks for at the root. */
export interface AskedRoot {
  readonly schema: GraphQLSchema
  readonly type: GraphQLObjectType
  readonly sets: readonly SelectionSetNode[]
}

/**
 * Says in the client's names where a place of the tree is. The plan also fetches what the client did not ask for, keys
 * and inputs of other fields: an error there is shown at the object that they belong to.
 */
export function clientPlace(place: Place, root: TreeNode, shapes: ShapeCompiler, asked: AskedRoot): ClientPlace {
  const path: (string | number)[] = []
  let value: unknown = root
  let type: GraphQLNamedType = asked.type
  let sets = asked.sets
  for (const step of place) {
    if (typeof step === 'number') {
      path.push(step)
      value = Array.isArray(value) ? value[step] : undefined
      continue
    }
    const types = runtimeTypes(type, value, asked.schema)
    const field = findField(types, step, sets, shapes)
    if (!field?.definition) {
      const isPublic = types.some((one) => Object.hasOwn(one.getFields(), clientName(step)))
      return { path, hidden: { name: step, isPublic, besideOthers: isNode(value) } }
    }
    path.push(field.key)
    value = isNode(value) ? value[step] : undefined
    type = getNamedType(field.definition.type)
    sets = field.sets
  }
  return { path }
}

function runtimeTypes(type: GraphQLNamedType, value: unknown, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type]
  if (!isAbstractType(type)) return []
  const possible = schema.getPossibleTypes(type)
  const typeName = isNode(value) ? value['__typename'] : undefined
  const known = possible.filter((one) => one.name === typeName)
  return known.length > 0 ? known : possible
}

function findField(
  types: readonly GraphQLObjectType[],
  from: string,
  sets: readonly SelectionSetNode[],
  shapes: ShapeCompiler,
): ShapedField | undefined {
  for (const type of types) {
    const field = shapes.fieldsOf(type, sets).find((one) => one.from === from)
    if (field) return field
  }
  return undefined
}

import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql'
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import { kindOf } from '../../subgraphs/runtime/errors/kindOf.ts'
import { leafCheck, type LeafCheck } from './leaf.ts'
import { isNode, nodeClass, type TreeNode } from './tree.ts'

/** A place where a subgraph answered something else than its schema says. */
export interface Misfit {
  /** Response names and indices, from the object that was read. */
  readonly path: readonly (string | number)[]
  /** What must stand there, and what came; no value of the subgraph in it. */
  readonly message: string
}

/** Where a reading is, and what was wrong so far. */
export interface Reading {
  readonly path: (string | number)[]
  readonly misfits: Misfit[]
}

/**
 * Copies an object of a subgraph's answer into an object of the tree.
 *
 * What comes from a subgraph is hostile: only what the plan selected is looked at, lists are lists and objects objects
 * as deep as the schema says, and built-in scalars and enums hold what they must. Anything else counts as null and is
 * added to `reading.misfits`. Which type an object has is not looked at here: the shape asks for the fields of the one
 * type it is.
 *
 * What several subgraphs answer for one place is united, in any order: a value stands against null, objects are united
 * field by field, lists of one length element by element, and otherwise the first one stays.
 */
export interface Reader {
  read(raw: object, into: TreeNode, reading: Reading): void
  /** The response names that `read` writes at the top. */
  readonly names: ReadonlySet<string>
}

/** A selection set, and the type it stands on; undefined for `_entities`, which has fragments only. */
export interface TypedSelection {
  readonly set: SelectionSetNode
  readonly parent: GraphQLNamedType | undefined
}

/** Compiles the reader of what all of these selections ask of one object, with the types of the whole supergraph. */
export function compileReader(selections: readonly TypedSelection[], operation: ReadOperation): Reader {
  const found = new Map<string, Found>()
  for (const selection of selections) collect(selection, operation, found)
  const fields = [...found].map(([name, field]) => compileField(name, field, operation))
  return {
    names: new Set(found.keys()),
    read(raw, into, reading) {
      for (const field of fields) field(raw as Record<string, unknown>, into, reading)
    },
  }
}

/** Where a reader's selections come from. */
export interface ReadOperation {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** All fields of one response name, of whatever type: the specification lets only like ones share a name. */
interface Found {
  readonly type: GraphQLOutputType | undefined
  readonly selections: TypedSelection[]
}

function collect({ set, parent }: TypedSelection, operation: ReadOperation, found: Map<string, Found>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value
      const type = typeOf(selection, parent)
      const known = found.get(name) ?? { type, selections: [] }
      found.set(name, known)
      if (!selection.selectionSet || !type) continue
      known.selections.push({ set: selection.selectionSet, parent: getNamedType(type) })
      continue
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? operation.fragments.get(selection.name.value) : selection
    if (!fragment) continue
    const condition = fragment.typeCondition && operation.schema.getType(fragment.typeCondition.name.value)
    collect({ set: fragment.selectionSet, parent: condition ?? parent }, operation, found)
  }
}

function typeOf(field: FieldNode, parent: GraphQLNamedType | undefined): GraphQLOutputType | undefined {
  if (field.name.value === '__typename') return undefined
  const type = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value]?.type : undefined
  if (!type)
    throw new Error(`The plan selects ${parent?.name}.${field.name.value}, which the supergraph does not have.`)
  return type
}

type FieldReader = (raw: Record<string, unknown>, into: TreeNode, reading: Reading) => void

function compileField(name: string, field: Found, operation: ReadOperation): FieldReader {
  if (!field.type) return typenameReader(name, operation.schema)
  const named = getNamedType(field.type)
  if (isCompositeType(named)) {
    return valueField(name, listsOf(field.type, objectReader(compileReader(field.selections, operation))))
  }
  return valueField(name, listsOf(field.type, leafReader(leafCheck(named), named.name)))
}

function valueField(name: string, value: ValueReader): FieldReader {
  const get = getterOf(name)
  return (raw, into, reading) => {
    const given = get(raw)
    if (given === undefined) return
    const known = into[name]
    if (given !== null) into[name] = value(given, known, reading, name)
    else if (known === undefined) into[name] = null
  }
}

/**
 * Reads a value that is not null and stands at `step` of the innermost object or list; `known` is what the tree has
 * there. Answers what the tree has there from now on.
 */
type ValueReader = (given: unknown, known: unknown, reading: Reading, step: string | number) => unknown

function leafReader(check: LeafCheck, typeName: string): ValueReader {
  const expected = `a value of ${typeName}`
  return (given, known, reading, step) => {
    if (!check(given)) return misfit(expected, given, known, reading, step)
    return known ?? given
  }
}

function objectReader(reader: Reader): ValueReader {
  const Node = nodeClass()
  return (given, known, reading, step) => {
    if (typeof given !== 'object' || Array.isArray(given)) return misfit('an object', given, known, reading, step)
    const node = isNode(known) ? known : new Node()
    reading.path.push(step)
    reader.read(given as object, node, reading)
    reading.path.pop()
    return node
  }
}

function listsOf(type: GraphQLOutputType, element: ValueReader): ValueReader {
  const nullable = getNullableType(type)
  return isListType(nullable) ? listReader(listsOf(nullable.ofType, element)) : element
}

function listReader(element: ValueReader): ValueReader {
  return (given, known, reading, step) => {
    if (!Array.isArray(given)) return misfit('a list', given, known, reading, step)
    if (Array.isArray(known) && known.length !== given.length) return known
    const before: readonly unknown[] = Array.isArray(known) ? known : []
    const list: unknown[] = []
    reading.path.push(step)
    for (let index = 0; index < given.length; index++) {
      const item: unknown = given[index]
      const there = before[index] ?? null
      list.push(item === null || item === undefined ? there : element(item, there, reading, index))
    }
    reading.path.pop()
    return list
  }
}

/** A type name from a subgraph: an object type's stands, an interface's (`@interfaceObject`) until a better one comes. */
function typenameReader(name: string, schema: GraphQLSchema): FieldReader {
  const get = getterOf(name)
  const isObject = (typeName: unknown) => typeof typeName === 'string' && isObjectType(schema.getType(typeName))
  return (raw, into) => {
    const given = get(raw)
    if (typeof given !== 'string' || given === into[name]) return
    if (!isObject(into[name])) into[name] = given
  }
}

function misfit(expected: string, given: unknown, known: unknown, reading: Reading, step: string | number): unknown {
  const path = [...reading.path, step]
  reading.misfits.push({ path, message: `must hold ${expected} here, but got: ${kindOf(given)}` })
  return known ?? null
}

/** Reads one property; the names that every object inherits are read only where the object has them itself. */
export function getterOf(name: string): (raw: Record<string, unknown>) => unknown {
  if (!(name in Object.prototype)) return (raw) => raw[name]
  return (raw) => (Object.hasOwn(raw, name) ? raw[name] : undefined)
}

import { Kind, parse, type SelectionSetNode } from 'graphql'
import { ownerAmong, type Resolver } from '../../owner.ts'
import type { SubgraphFile } from '../subgraphFile.ts'
import {
  isDefinition,
  ranked,
  type FieldIn,
  type Label,
  type Model,
  type Selected,
  type SetText,
  type TypeIn,
  type UsedSet,
} from './model.ts'

/** The index over types as subgraphs have them: built once for a graph, and read by every rule of the flow check. */
export function buildModel(files: readonly SubgraphFile[], allTypes: readonly TypeIn[]): Model {
  const types = grouped(allTypes, ({ name }) => name)
  const allFields = allTypes.flatMap((type) => type.fields)
  const fields = grouped(allFields, ({ coordinate }) => coordinate)
  const consented = labelled(allTypes, 'consented', (label) => ({
    from: label['from'] ?? '',
    purpose: label['purpose'] ?? '',
  }))
  return {
    files,
    types,
    fields,
    sets: setsOf(allTypes, fields),
    ...ownersOf(types),
    possible: possibleTypes(allTypes),
    consented,
    persons: labelled(allTypes, 'person', (label) => label['app'] ?? ''),
    roads: new Map(
      allFields.filter(({ typeName }) => consented.has(typeName)).map((each) => [each.coordinate, each.typeName]),
    ),
    uses: new Map(
      allFields.flatMap(({ coordinate, labels }) => {
        const uses = labels.get('uses')
        return uses === undefined ? [] : [[coordinate, uses.arguments['purpose'] ?? ''] as const]
      }),
    ),
    sealed: sealedOf(allTypes, allFields),
  }
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** By type; of several labels the one of the subgraph that was registered first. */
function labelled<T>(types: readonly TypeIn[], label: Label, read: (given: Readonly<Record<string, string>>) => T) {
  const found = new Map<string, T>()
  for (const { name, labels } of types) {
    const given = labels.get(label)
    if (given !== undefined && !found.has(name)) found.set(name, read(given.arguments))
  }
  return found
}

/** Who resolves a type by a key owns it (`ownerAmong`); one without keys belongs to who answers something of it first. */
function ownersOf(types: ReadonlyMap<string, readonly TypeIn[]>): Pick<Model, 'entities' | 'owners'> {
  const entities = new Map<string, TypeIn>()
  const owners = new Map<string, TypeIn>()
  for (const [name, definitions] of types) {
    const resolvers = definitions.filter(({ keys }) => keys.some(({ resolvable }) => resolvable)).map(resolverOf)
    const resolving = ownerAmong(resolvers)?.type
    if (resolving !== undefined) entities.set(name, resolving)
    const owner =
      resolving ??
      ranked(definitions, ({ file }) => file).find(
        ({ fields }) => fields.length === 0 || fields.some(({ external }) => !external),
      )
    if (owner !== undefined) owners.set(name, owner)
  }
  return { entities, owners }
}

function resolverOf(type: TypeIn): Resolver & { readonly type: TypeIn } {
  const { file, labels } = type
  return {
    type,
    name: file.name,
    app: file.app,
    defines: isDefinition(type),
    person: labels.get('person')?.arguments['app'],
    consentedFrom: labels.get('consented')?.arguments['from'],
  }
}

function possibleTypes(types: readonly TypeIn[]): ReadonlyMap<string, ReadonlySet<string>> {
  const possible = new Map<string, Set<string>>()
  const add = (abstract: string, object: string) =>
    possible.set(abstract, (possible.get(abstract) ?? new Set<string>()).add(object))
  for (const { name, kind, interfaces, members } of types) {
    if (kind === 'object') for (const each of interfaces) add(each, name)
    for (const member of members) add(name, member)
  }
  return possible
}

function sealedOf(types: readonly TypeIn[], fields: readonly FieldIn[]): ReadonlySet<string> {
  const sealed = new Set(types.filter(({ labels }) => labels.has('sealed')).map(({ name }) => name))
  const sealedFields = fields.filter(({ labels, typeName }) => labels.has('sealed') || sealed.has(typeName))
  return new Set([...sealed, ...sealedFields.map(({ coordinate }) => coordinate)])
}

type FieldsByCoordinate = ReadonlyMap<string, readonly FieldIn[]>

function setsOf(types: readonly TypeIn[], fields: FieldsByCoordinate): readonly UsedSet[] {
  const read = (set: SetText, kind: UsedSet['kind'], on: TypeIn, field?: FieldIn): UsedSet => {
    const from = kind === 'provides' ? (field?.typeName ?? '') : on.name
    const selections = selectionsOf(set.text, from, fields, on.file)
    return { resolvable: true, ...set, kind, on, field, selections }
  }
  return types.flatMap((on) => [
    ...on.keys.map((key) => read(key, 'key', on)),
    ...on.fields.flatMap((field) => [
      ...(field.requires === undefined ? [] : [read(field.requires, 'requires', on, field)]),
      ...(field.provides === undefined ? [] : [read(field.provides, 'provides', on, field)]),
    ]),
  ])
}

/** What is no selection set selects nothing here; composition refuses it. */
function selectionsOf(text: string, type: string, fields: FieldsByCoordinate, file: SubgraphFile): readonly Selected[] {
  const typeOf = (coordinate: string) => {
    const all = fields.get(coordinate) ?? []
    return (all.find(({ parent }) => parent.file === file) ?? all[0])?.typeName ?? ''
  }
  try {
    const [definition] = parse(`{${text}}`, { noLocation: true }).definitions
    return definition?.kind === Kind.OPERATION_DEFINITION ? flattened(definition.selectionSet, type, typeOf) : []
  } catch {
    return []
  }
}

function flattened(set: SelectionSetNode, parent: string, typeOf: (coordinate: string) => string): readonly Selected[] {
  return set.selections.flatMap((node): readonly Selected[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return []
    if (node.kind === Kind.INLINE_FRAGMENT)
      return flattened(node.selectionSet, node.typeCondition?.name.value ?? parent, typeOf)
    const coordinate = `${parent}.${node.name.value}`
    const { selectionSet } = node
    const selections = selectionSet === undefined ? [] : flattened(selectionSet, typeOf(coordinate), typeOf)
    return [{ name: node.name.value, coordinate, parent, selections }]
  })
}

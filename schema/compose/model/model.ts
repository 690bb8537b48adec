import { isTypeDefinitionNode } from 'graphql'
import type { ASTNode, FieldDefinitionNode, TypeDefinitionNode, TypeExtensionNode, TypeNode } from 'graphql'
import { rankOf } from '../../owner.ts'
import { GRANTS, KEEPERS } from '../../registry.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/** What the rules of the flow check read: who says what of the graph, in the files or in the composed supergraph. */
export interface Model {
  /** The generated `entry`, then all others in the order of `subgraphs.yaml`. */
  readonly files: readonly SubgraphFile[]
  /** Each type as each subgraph has it, by name; the subgraphs in the order of `subgraphs.yaml`. */
  readonly types: ReadonlyMap<string, readonly TypeIn[]>
  /** Each field of objects and interfaces as each subgraph has it, by coordinate. */
  readonly fields: ReadonlyMap<string, readonly FieldIn[]>
  /** Every `@key`, `@requires` and `@provides`. */
  readonly sets: readonly UsedSet[]
  /** Types that some subgraph resolves by a key → the owner's. */
  readonly entities: ReadonlyMap<string, TypeIn>
  /** Type → the owner's; of a type that nobody resolves by a key, the first definition. */
  readonly owners: ReadonlyMap<string, TypeIn>
  /** Interface or union → the objects that can stand for it. */
  readonly possible: ReadonlyMap<string, ReadonlySet<string>>
  /** What is labelled, whoever labelled it. */
  readonly consented: ReadonlyMap<string, { readonly from: string; readonly purpose: string }>
  readonly persons: ReadonlyMap<string, string>
  /** Fields that answer a consented type: coordinate → that type. */
  readonly roads: ReadonlyMap<string, string>
  readonly uses: ReadonlyMap<string, string>
  /** Fields by coordinate, those of a sealed scalar among them, and scalars by name. */
  readonly sealed: ReadonlySet<string>
}

export const LABELS = ['person', 'consented', 'uses', 'sealed', 'open'] as const
export type Label = (typeof LABELS)[number]
/** A label on one thing: its arguments and where it stands in the file. */
export interface LabelAt {
  readonly arguments: Readonly<Record<string, string>>
  readonly node: ASTNode
}
export type LabelsAt = ReadonlyMap<Label, LabelAt>

export type Kind = 'object' | 'interface' | 'union' | 'enum' | 'scalar' | 'input'

/** One type in one subgraph, all its extensions together. */
export interface TypeIn {
  readonly name: string
  readonly kind: Kind
  readonly file: SubgraphFile
  readonly keys: readonly KeyIn[]
  readonly fields: readonly FieldIn[]
  readonly interfaces: readonly string[]
  readonly members: readonly string[]
  /** Whether the type itself is `@inaccessible`; in the supergraph: for everybody. */
  readonly hidden: boolean
  readonly interfaceObject: boolean
  readonly labels: LabelsAt
  /** Its first definition in the file. */
  readonly node: TypeDefinition
}

export type TypeDefinition = TypeDefinitionNode | TypeExtensionNode

export interface KeyIn extends SetText {
  readonly resolvable: boolean
}

/** A field set as it is written. */
export interface SetText {
  readonly text: string
  /** The directive in the file, or what stands for it. */
  readonly node: ASTNode
}

/** One field in one subgraph. */
export interface FieldIn {
  readonly coordinate: string
  readonly name: string
  readonly parent: TypeIn
  readonly type: TypeNode
  /** The named type that it answers. */
  readonly typeName: string
  readonly argumentTypes: readonly string[]
  readonly external: boolean
  readonly shareable: boolean
  readonly hidden: boolean
  readonly override: SetText | undefined
  readonly requires: SetText | undefined
  readonly provides: SetText | undefined
  readonly labels: LabelsAt
  readonly node: FieldDefinitionNode
}

/** A field set, read. */
export interface UsedSet extends SetText {
  readonly kind: 'key' | 'requires' | 'provides'
  /** The type that it stands on. */
  readonly on: TypeIn
  /** The field that it stands on; none for a key. */
  readonly field: FieldIn | undefined
  /** Of a key; true for the others. */
  readonly resolvable: boolean
  /** Fragments flattened. */
  readonly selections: readonly Selected[]
}

/** One field of a selection set. */
export interface Selected {
  readonly name: string
  /** On the type, or the type condition, that it is selected from. */
  readonly coordinate: string
  readonly parent: string
  readonly selections: readonly Selected[]
}

export const GRANT = 'Grant'

/** Every field of a set at any depth; what is selected from an abstract type, on each object that can stand for it too. */
export function everySelected(model: Model, selections: readonly Selected[]): readonly Selected[] {
  return selections.flatMap((selected) => {
    const { name, parent } = selected
    const objects = [...(model.possible.get(parent) ?? [])]
    const expanded = objects.map((object) => ({ ...selected, parent: object, coordinate: `${object}.${name}` }))
    return [selected, ...expanded, ...everySelected(model, selected.selections)]
  })
}

/** Fields of this coordinate that their subgraph answers itself. */
export function answeredBy({ fields }: Model, coordinate: string): readonly FieldIn[] {
  return (fields.get(coordinate) ?? []).filter(({ external }) => !external)
}

/** Whether this subgraph has the field, or an argument of it, only as an `@external` copy. */
export function isCopy({ fields }: Model, coordinate: string, file: SubgraphFile): boolean {
  const field = coordinate.replace(/\(.*/, '')
  return (fields.get(field) ?? []).some(({ external, parent }) => external && parent.file === file)
}

/** The owner of the type, if it answers the field, or else the first subgraph that does. */
export function ownerOfField(model: Model, coordinate: string): FieldIn | undefined {
  const answering = answeredBy(model, coordinate)
  const [type = ''] = coordinate.split('.')
  const owner = model.owners.get(type)?.file.name
  return answering.find(({ parent }) => parent.file.name === owner) ?? ranked(answering, ({ parent }) => parent.file)[0]
}

/** Whether a type's owner lets others build on it. Persons are never open. */
export function isOpenType({ owners, persons }: Model, type: string): boolean {
  return !persons.has(type) && owners.get(type)?.labels.has('open') === true
}

/** Whether a field's owner lets others build on it: by the field's label, or, where clients see it, that of its own type. */
export function isOpenField(model: Model, coordinate: string): boolean {
  const owner = ownerOfField(model, coordinate)
  if (owner === undefined || model.persons.has(owner.parent.name)) return false
  const ownType = model.owners.get(owner.parent.name)?.file.name === owner.parent.file.name
  return owner.labels.has('open') || (ownType && !owner.hidden && isOpenType(model, owner.parent.name))
}

/** A consented type in the subgraph that its label names, its source. */
export function sourceOf({ types, consented }: Model, name: string): TypeIn | undefined {
  return types.get(name)?.find(({ file }) => file.name === consented.get(name)?.from)
}

/** Consented type → the names of the apps on whose persons `grants` has a road to it. */
export function recipientsOf(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const recipients = new Map<string, Set<string>>()
  for (const [coordinate, type] of model.roads) {
    const road = model.fields.get(coordinate)?.find(({ parent }) => parent.file.name === GRANTS)
    const to = road === undefined ? undefined : recipientOf(model, road.parent.name)
    if (to !== undefined) recipients.set(type, (recipients.get(type) ?? new Set<string>()).add(to.name))
  }
  return recipients
}

/** The subgraph of the app whose person this type is. */
export function recipientOf({ files, persons }: Model, person: string): SubgraphFile | undefined {
  return files.find(({ app }) => app !== undefined && app === persons.get(person))
}

/** Apps before keepers before partners, else in the order of `subgraphs.yaml`: who comes first owns. */
export function ranked<T>(items: readonly T[], fileOf: (item: T) => SubgraphFile): readonly T[] {
  return items.toSorted((a, b) => rankOf(fileOf(a)) - rankOf(fileOf(b)))
}

/** Whether neither comes before the other, but for their order in `subgraphs.yaml`. */
export function isOfRank(file: SubgraphFile, other: SubgraphFile): boolean {
  return rankOf(file) === rankOf(other)
}

/** Whether its subgraph defines the type, and does not only extend it. */
export function isDefinition({ node }: TypeIn): boolean {
  return isTypeDefinitionNode(node)
}

/** Whether rule R5 exempts it: the subgraphs that keep the family together, by their exact names. */
export function isKeeper({ name }: SubgraphFile): boolean {
  return KEEPERS.includes(name)
}

import {
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  defaultFieldResolver,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql'
import { type AcceptanceObserver, createValuesTest } from '../grants/acceptance.ts'
import type { ClockWatch } from '../grants/clockWatch.ts'
import type { Clock } from '../clock/clock.ts'
import { argumentOf } from './directives.ts'
import type { SubgraphContext } from './subgraph.ts'

/**
 * Guards what a recipient gets of other apps: the fields that lead to a copy of a consented type, on the persons of its
 * own app. An input that is not of now, or not about the viewer, is null: this test is the fence behind a withdrawal.
 */
export interface InputGuard {
  /** Whether there is anything to guard. */
  readonly any: boolean
  /** The inputs that came with a representation, by field, those that do not hold as null; null when none came. */
  inputsOf(type: string, representation: object, context: unknown): Readonly<Record<string, unknown>> | null
  /** Has every resolver that requires inputs see them as they are when it is called. */
  guardResolvers(schema: GraphQLSchema): void
}

export function createInputGuard(
  document: DocumentNode,
  clock: Clock,
  watch: ClockWatch,
  onAcceptance?: AcceptanceObserver,
): InputGuard {
  const isOfNow = createValuesTest(clock, onAcceptance)
  const inputs = inputFields(document)
  const requiring = requiringFields(document, inputs)
  const holds = (value: unknown): boolean => watch.isTrusted() && isOfNow(validUntilOf(value))

  return {
    any: inputs.size > 0,
    inputsOf(type, representation, context) {
      const fields = inputs.get(type)
      if (!fields) return null
      const given = representation as Readonly<Record<string, unknown>>
      const { viewer } = context as SubgraphContext<unknown>
      const isViewer = viewer !== null && given['id'] === viewer.id
      const came = fields.filter((field) => Object.hasOwn(given, field))
      const checked = came.map((field) => [field, isViewer && holds(given[field]) ? given[field] : null] as const)
      return came.length === 0 ? null : Object.fromEntries(checked)
    },
    guardResolvers(schema) {
      for (const { type, field, fields } of requiring) {
        const parent = schema.getType(type)
        const definition = isObjectType(parent) ? parent.getFields()[field] : undefined
        if (!definition) continue
        const resolve = definition.resolve ?? defaultFieldResolver
        definition.resolve = (source, ...rest) => resolve(ofNow(source as object, fields, holds), ...rest)
      }
    },
  }
}

/** The same object, or a copy where an input has expired since it came. */
function ofNow(source: object, fields: readonly string[], holds: (value: unknown) => boolean): object {
  const given = source as Readonly<Record<string, unknown>>
  const gone = fields.filter((field) => given[field] !== null && given[field] !== undefined && !holds(given[field]))
  return gone.length === 0 ? source : { ...given, ...Object.fromEntries(gone.map((field) => [field, null])) }
}

function validUntilOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { readonly validUntil?: unknown }).validUntil : null
}

/** Type → its fields that lead to a copy of a consented type. */
function inputFields(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const objects = document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
  const copies = new Set(objects.filter(isCopy).map((node) => node.name.value))
  const found = objects.map(({ name, fields = [] }) => {
    const inputs = fields.filter((field) => isExternal(field) && copies.has(namedType(field.type)))
    return [name.value, inputs.map((field) => field.name.value)] as const
  })
  return new Map(found.filter(([, inputs]) => inputs.length > 0))
}

/** A recipient's copy of a consented type: without a key, nothing of its own, with an end (consent.md, R1). */
function isCopy({ directives = [], fields = [] }: ObjectTypeDefinitionNode): boolean {
  const keyed = directives.some(({ name }) => name.value === 'key')
  return !keyed && fields.some(({ name }) => name.value === 'validUntil') && fields.every(isExternal)
}

function isExternal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'external')
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}

interface RequiringField {
  readonly type: string
  readonly field: string
  /** The inputs that it requires. */
  readonly fields: readonly string[]
}

function requiringFields(
  document: DocumentNode,
  inputs: ReadonlyMap<string, readonly string[]>,
): readonly RequiringField[] {
  const objects = document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  )
  return objects.flatMap(({ name: { value: type }, fields = [] }) => {
    const known = inputs.get(type) ?? []
    return fields.flatMap((field) => {
      const required = requiredNames(field)
      const needed = known.filter((input) => required.has(input))
      return needed.length === 0 ? [] : [{ type, field: field.name.value, fields: needed }]
    })
  })
}

function requiredNames({ directives = [] }: FieldDefinitionNode): ReadonlySet<string> {
  const directive = directives.find(({ name }) => name.value === 'requires')
  const text = directive && argumentOf(directive, 'fields')
  if (typeof text !== 'string') return new Set()
  const [operation] = parse(`{${text}}`, { noLocation: true }).definitions
  const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : []
  return new Set(selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : [])))
}

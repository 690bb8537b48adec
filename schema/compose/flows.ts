import { Kind, print, type ConstDirectiveNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql'
import { createHash } from 'node:crypto'
import {
  fieldsOf,
  namedTypeOf,
  objectsOf,
  withoutDescription,
  type FieldAt,
  type WithDirectives,
} from '../documents.ts'
import { PROTOCOL_FIELDS, type Flow } from '../flows.ts'
import { readLabels } from '../labels.ts'
import { GRANTS, isPurpose, type Purpose } from '../registry.ts'
import type { Graph, PlacedNotice } from './rules/rule.ts'
import type { SubgraphFile } from './subgraphFile.ts'

/** A flow as the SDLs draw it, before its notice is known. */
export interface DrawnFlow extends Omit<Flow, 'noticeVersion'> {
  readonly roadField: FieldAt
  readonly definition: ObjectTypeDefinitionNode
}

/**
 * Every road of `grants` that leads from a consented type of one app to a person of another, by road. A road whose type
 * nobody declares as consented, or whose person nobody owns, is not drawn: that is for rules R1 and R2 of consent.md.
 */
export function drawFlows(files: readonly SubgraphFile[]): readonly DrawnFlow[] {
  const recipients = personOwners(files)
  const consented = consentedTypes(files)
  const roads = files.filter((file) => file.name === GRANTS).flatMap((file) => fieldsOf(file.document))
  return roads
    .flatMap((roadField) => {
      const type = namedTypeOf(roadField.field)
      const to = recipients.get(roadField.parent.name.value)
      const source = consented.get(type)
      if (to === undefined || source === undefined) return []
      return [{ to, road: roadField.coordinate, type, ...source, roadField }]
    })
    .sort((a, b) => (a.road < b.road ? -1 : 1))
}

/** The notice that speaks of this flow. */
export function noticeFor(flow: DrawnFlow, notices: readonly PlacedNotice[]): PlacedNotice | undefined {
  return notices.find(({ from, to, purpose }) => from === flow.from && to === flow.to && purpose === flow.purpose)
}

/** What a consented type says about the person: all that a notice must name of it. */
export function dataFieldsOf({ fields = [] }: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] {
  return fields.filter((field) => !PROTOCOL_FIELDS.has(field.name.value))
}

/** The rows of `flows.json`; every drawn flow has its notice once the rules hold. */
export function flowRows({ files, notices }: Graph): readonly Flow[] {
  return drawFlows(files).flatMap((flow) => {
    const { to, road, type, from, purpose, sdlDigest } = flow
    const notice = noticeFor(flow, notices)
    return notice === undefined ? [] : [{ to, road, type, from, purpose, sdlDigest, noticeVersion: notice.version }]
  })
}

/**
 * What a digest of a consented type is made of: its definition in its source, printed by graphql-js without any
 * description, with fields by name, and directives and their arguments by name, in one trailing line feed. Two texts
 * that let the same data flow have the same digest.
 */
export function canonicalSdl(definition: ObjectTypeDefinitionNode): string {
  const fields = (definition.fields ?? []).map((field) => withSortedDirectives(withoutDescription(field)))
  const bare = withSortedDirectives(withoutDescription(definition))
  return `${print({ ...bare, fields: sortedByName(fields) })}\n`
}

/** SHA-256 of the canonical SDL, base64url. */
export function sdlDigest(definition: ObjectTypeDefinitionNode): string {
  return createHash('sha256').update(canonicalSdl(definition)).digest('base64url')
}

/** Person type → the recipient's name: the subgraph of the app that the label names. */
function personOwners(files: readonly SubgraphFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ name, app, document }) =>
      [...readLabels(document).persons]
        .filter(([, labelled]) => labelled === app)
        .map(([type]) => [type, name] as const),
    ),
  )
}

/** Consented type → its definition, in the subgraph that the label names as its source. */
function consentedTypes(files: readonly SubgraphFile[]) {
  const found = new Map<
    string,
    { from: string; purpose: Purpose; definition: ObjectTypeDefinitionNode; sdlDigest: string }
  >()
  for (const { name, document } of files) {
    const { consented } = readLabels(document)
    for (const definition of objectsOf(document)) {
      const label = consented.get(definition.name.value)
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || label?.from !== name) continue
      if (!isPurpose(label.purpose)) continue // refused by a rule of its own
      const { purpose } = label
      found.set(definition.name.value, { from: name, purpose, definition, sdlDigest: sdlDigest(definition) })
    }
  }
  return found
}

function withSortedDirectives<T extends WithDirectives>(
  node: T,
): T & { readonly directives: readonly ConstDirectiveNode[] } {
  const directives = (node.directives ?? []).map((each) => ({ ...each, arguments: sortedByName(each.arguments ?? []) }))
  return { ...node, directives: sortedByName(directives) }
}

function sortedByName<T extends { readonly name: { readonly value: string } }>(nodes: readonly T[]): T[] {
  return nodes.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1))
}

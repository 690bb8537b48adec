import { Kind } from 'graphql'
import { after, asDirective, instead, patchOf, withArgument } from '../edits.ts'
import type { Edit } from '../patch.ts'
import { everySelected, type FieldIn, type Model, type UsedSet } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import { followsOf } from './roadsAreRequiredWhole.ts'
import type { ModelRule } from './rule.ts'

/** Who computes from consented data, says so: then answers are not stored, and a person who says no sees the field still. */
export const requiringARoadTakesAPermit: ModelRule = {
  stage: 'model',
  number: 'R3',
  again: true,
  sentence:
    "Only the person's own app requires a road, with the permit, in a nullable field that is @uses of the purpose.",
  check: (model) => model.sets.flatMap((set) => checkSet(set, model)),
}

function checkSet(set: UsedSet, model: Model): readonly Finding[] {
  const { field } = set
  if (set.kind !== 'requires' || field === undefined) return []
  const roads = everySelected(model, set.selections).filter(({ coordinate }) => model.roads.has(coordinate))
  const [first] = roads
  if (first === undefined) return []
  const follows = followsOf(set, roads, model)
  if (model.persons.get(first.parent) !== set.on.file.app || set.on.file.app === undefined)
    return [{ ...notItsPerson(set, first.coordinate), follows }]
  const flows = roads.flatMap(({ coordinate }) => model.consented.get(model.roads.get(coordinate) ?? '') ?? [])
  return [
    ...flows.flatMap(({ from, purpose }) => withoutPermit(set, from, purpose)),
    ...labelled(set, field, flows[0]?.purpose ?? ''),
    ...nullable(field),
  ].map((finding) => ({ ...finding, follows }))
}

function notItsPerson(set: UsedSet, road: string): Finding {
  const { name } = set.on.file
  return {
    code: 'ROAD_REQUIRED_ELSEWHERE',
    message: `A road must be required only by the app whose person it stands on, but ${name} requires ${road}.`,
    hint: `Remove it from this @requires; ${name} cannot use that data.`,
    at: placeOf(set.node),
    subject: set.field?.coordinate ?? set.on.name,
  }
}

function withoutPermit({ on: { file }, field, node }: UsedSet, from: string, purpose: string): readonly Finding[] {
  if (file.permits.some((permit) => permit.from === from && permit.purpose === purpose)) return []
  return [
    {
      code: 'PERMIT_MISSING',
      message: `${file.name} must have the permit to use data of ${from} for ${purpose}, but subgraphs.yaml gives it none, and ${field?.coordinate} requires it.`,
      hint: `Add { from: ${from}, purpose: ${purpose} } to the permits of ${file.name} in subgraphs.yaml, if the owners agree.`,
      at: placeOf(node),
      subject: field?.coordinate ?? '',
      ...(file.registeredAt === undefined ? {} : { related: [file.registeredAt] }),
    },
  ]
}

function labelled({ on }: UsedSet, field: FieldIn, purpose: string): readonly Finding[] {
  const label = field.labels.get('uses')
  if (label?.arguments['purpose'] === purpose) return []
  const directive = label === undefined ? undefined : asDirective(label.node)
  const edits: readonly Edit[] =
    directive === undefined
      ? [after(field.node, ` @uses(purpose: "${purpose}")`)]
      : withArgument(directive, 'purpose', `"${purpose}"`)
  return [
    {
      code: 'USES_MISSING',
      message: `A field that requires consented data must be @uses(purpose: "${purpose}"), but ${field.coordinate} of ${on.file.name} ${label === undefined ? 'is not' : 'names another purpose'}.`,
      hint: `Write @uses(purpose: "${purpose}") on the field.`,
      ...patchOf(edits),
      at: placeOf(field.node),
      subject: field.coordinate,
    },
  ]
}

function nullable({ type, node, coordinate }: FieldIn): readonly Finding[] {
  if (type.kind !== Kind.NON_NULL_TYPE || node.type.kind !== Kind.NON_NULL_TYPE) return []
  const { source, start, end } = node.type.type.loc ?? {}
  const text = start === undefined ? '' : (source?.body.slice(start, end) ?? '')
  return [
    {
      code: 'USES_NOT_NULL',
      message: `A field that requires consented data must be nullable, but ${coordinate} is not.`,
      hint: `Write ${text}, without the last exclamation mark.`,
      ...patchOf(instead(node.type, text)),
      at: placeOf(node),
      subject: coordinate,
    },
  ]
}

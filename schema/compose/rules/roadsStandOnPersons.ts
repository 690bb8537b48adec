import { print } from 'graphql'
import { applied, instead, patchOf } from '../edits.ts'
import type { Edit } from '../patch.ts'
import { GRANTS } from '../../registry.ts'
import { recipientOf, type FieldIn, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A road is decided for one person, who is the viewer in the recipient's app; its answer is one grant or null. */
export const roadsStandOnPersons: ModelRule = {
  stage: 'model',
  number: 'R2',
  again: true,
  sentence: "A road stands on the @person type of the recipient's app, hidden, nullable, single and without arguments.",
  check: (model) =>
    [...model.roads].flatMap(([coordinate, type]) => {
      const road = model.fields.get(coordinate)?.find(({ parent }) => parent.file.name === GRANTS)
      return road === undefined ? [] : [...onPerson(road, type, model), ...shaped(road), ...hidden(road)]
    }),
}

function onPerson(road: FieldIn, type: string, model: Model): readonly Finding[] {
  const recipient = recipientOf(model, road.parent.name)
  const from = model.consented.get(type)?.from
  if (recipient !== undefined && recipient.name !== from && road.parent.kind === 'object') return []
  const but = recipient === undefined ? 'no app labels that type @person' : `${recipient.name} is the source itself`
  return [
    {
      code: 'ROAD_PLACE',
      message: `A road must stand on the @person type of the app that may use the data, but ${road.coordinate} stands on ${road.parent.name}, and ${but}.`,
      hint: "Move it to the recipient's person, for example PhotoProfile; never to a root type, a payload, an interface or another entity.",
      at: placeOf(road.node),
      subject: road.coordinate,
      cause: `road ${road.coordinate}`,
    },
  ]
}

function shaped(road: FieldIn): readonly Finding[] {
  const { coordinate, node, parent, argumentTypes } = road
  const refused = (but: string, edits: readonly Edit[] = []): Finding => ({
    code: 'ROAD_SHAPE',
    message: `A road must be nullable, single, without arguments, and answered by ${GRANTS} itself, but ${coordinate} ${but}.`,
    hint: `Write ${road.name}: ${road.typeName} @inaccessible.`,
    ...patchOf(edits),
    at: placeOf(node),
    subject: coordinate,
  })
  const foreign = road.external || road.shareable || road.override !== undefined || road.requires !== undefined
  return [
    ...(print(road.type) === road.typeName
      ? []
      : [refused(`is ${print(road.type)}`, instead(node.type, road.typeName))]),
    ...(argumentTypes.length === 0 ? [] : [refused('has arguments')]),
    ...(foreign || road.provides !== undefined ? [refused(`leans on others than ${parent.file.name}`)] : []),
  ]
}

function hidden(road: FieldIn): readonly Finding[] {
  if (road.hidden) return []
  return [
    {
      code: 'ROAD_VISIBLE',
      message: `A road must be @inaccessible, but ${road.coordinate} is not.`,
      hint: 'Write @inaccessible on the field: clients never ask it.',
      ...patchOf(applied('@inaccessible', road.node, road.parent.file)),
      at: placeOf(road.node),
      subject: road.coordinate,
    },
  ]
}

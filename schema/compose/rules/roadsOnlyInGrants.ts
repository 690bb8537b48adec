import { after, instead, patchOf } from '../edits.ts'
import { GRANTS } from '../../registry.ts'
import { recipientOf, type FieldIn, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Only `grants` decides; a road of anybody else could bring any grant that it got hold of. */
export const roadsOnlyInGrants: ModelRule = {
  stage: 'model',
  number: 'R2',
  again: true,
  sentence: 'A road is declared only in `grants`, and copied once, plain @external, in its recipient.',
  check: (model) =>
    [...model.roads].flatMap(([coordinate, type]) => {
      const fields = model.fields.get(coordinate) ?? []
      const road = fields.find((field) => field.parent.file.name === GRANTS)
      return fields
        .filter((field) => field !== road)
        .flatMap((field) => {
          const own = recipientOf(model, field.parent.name) === field.parent.file
          return road !== undefined && own ? copied(field) : [elsewhere(field, type, model)]
        })
    }),
}

function copied({ external, override, coordinate, node, parent }: FieldIn): readonly Finding[] {
  const given = node.directives?.length ?? 0
  if (external && given <= 1) return [] // none where the type is @external as a whole
  const edits = override === undefined ? [after(node, ' @external')] : instead(override.node, '@external')
  return [
    {
      code: 'ROAD_COPY',
      message: `The recipient of a road must hold it plain @external, but ${coordinate} of ${parent.file.name} ${external ? 'has more directives' : 'is answered there'}.`,
      hint: `Write @external on it and no other directive: only ${GRANTS} answers it.`,
      ...patchOf(external ? [] : edits),
      at: placeOf(node),
      subject: coordinate,
    },
  ]
}

function elsewhere(field: FieldIn, type: string, { consented }: Model): Finding {
  const { coordinate, parent, node } = field
  const file = parent.file.name
  return {
    code: 'ROAD_ELSEWHERE',
    message: `A road to consented data must be declared only in ${GRANTS}, but ${coordinate} of ${file} answers ${type}.`,
    hint: `Remove the field from ${file}; the keepers of consent declare a road to data of ${consented.get(type)?.from ?? 'another app'} in ${GRANTS}, on a person.`,
    at: placeOf(node),
    subject: coordinate,
    follows: [`${file} ${type}`],
    cause: `road ${coordinate}`,
  }
}

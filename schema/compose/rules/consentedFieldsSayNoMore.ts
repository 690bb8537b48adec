import { print } from 'graphql'
import { sourceOf, GRANT, type FieldIn, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** What the consent protocol itself needs, by name, with the exact type. */
const PROTOCOL: ReadonlyMap<string, string> = new Map([
  ['grant', `${GRANT}!`],
  ['validUntil', 'DateTime!'],
])
const PLAIN: ReadonlySet<string> = new Set(['Int', 'Float', 'Boolean'])
/** Custom scalars whose values are a published list of words. */
const VOCABULARIES: ReadonlySet<string> = new Set(['Topic'])
const ALLOWED = [...PLAIN, ...VOCABULARIES, 'enums and value types of these'].join(', ')

/** An entity, an id or a free text would lead back to the person, or to everything else about them. */
export const consentedFieldsSayNoMore: ModelRule = {
  stage: 'model',
  number: 'R1',
  again: true,
  sentence: 'A consented type holds `grant`, `validUntil`, and otherwise numbers, enums, topics and plain value types.',
  check: (model) =>
    [...model.consented.keys()].flatMap((name) => {
      const fields = sourceOf(model, name)?.fields ?? []
      return [
        ...[...PROTOCOL.keys()].flatMap((each) => missing(model, name, each)),
        ...fields.flatMap((field) => (PROTOCOL.has(field.name) ? asProtocol(field) : plain(field, model, new Set()))),
      ]
    }),
}

function missing(model: Model, name: string, field: string): readonly Finding[] {
  const source = sourceOf(model, name)
  if (source === undefined || source.fields.some((each) => each.name === field)) return []
  return [
    {
      code: 'CONSENTED_PROTOCOL',
      message: `A consented type must have the field ${field}: ${PROTOCOL.get(field)}, but ${name} has none.`,
      hint: `Add ${field}: ${PROTOCOL.get(field)} to the type in ${source.file.name}.`,
      at: placeOf(source.node),
      subject: name,
    },
  ]
}

function asProtocol(field: FieldIn): readonly Finding[] {
  const expected = PROTOCOL.get(field.name)
  if (print(field.type) === expected && field.argumentTypes.length === 0) return []
  return [
    {
      code: 'CONSENTED_PROTOCOL',
      message: `${field.coordinate} must be ${expected} without arguments, but is ${print(field.node.type)}${field.argumentTypes.length === 0 ? '' : ' with arguments'}.`,
      hint: `Write ${field.name}: ${expected}.`,
      at: placeOf(field.node),
      subject: field.coordinate,
    },
  ]
}

/** The field and, of a value type, all that is in it. */
function plain(field: FieldIn, model: Model, seen: Set<string>): readonly Finding[] {
  const { typeName, parent } = field
  if (field.argumentTypes.length > 0) return [refused(field, 'has arguments, by which a recipient could ask for more')]
  if (PLAIN.has(typeName) || VOCABULARIES.has(typeName)) return []
  const type = model.types.get(typeName)?.find(({ file }) => file === parent.file)
  if (type?.kind === 'enum') return []
  if (type?.kind !== 'object' || type.interfaces.length > 0) return [refused(field, `is ${typeName}`)]
  if (model.entities.has(typeName) || model.persons.has(typeName) || model.consented.has(typeName))
    return [refused(field, `is the entity ${typeName}`)]
  if (seen.has(typeName)) return []
  seen.add(typeName)
  return type.fields.flatMap((each) => plain(each, model, seen))
}

function refused(field: FieldIn, but: string): Finding {
  return {
    code: 'CONSENTED_FIELD',
    message: `A field of consented data must be one of ${ALLOWED}, but ${field.coordinate} ${but}.`,
    hint: 'Answer a number, an enum or topics instead, or leave the field out: free text, ids and entities can say who it is.',
    at: placeOf(field.node),
    subject: field.coordinate,
  }
}

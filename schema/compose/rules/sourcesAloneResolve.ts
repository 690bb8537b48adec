import { after, headOf, patchOf } from '../edits.ts'
import { sourceOf, type FieldIn, type TypeIn } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A second way to the data would be one without a grant. */
export const sourcesAloneResolve: ModelRule = {
  stage: 'model',
  number: 'R1',
  again: true,
  sentence:
    'The source of a consented type resolves it by the key `grant` alone, and answers each of its fields itself.',
  check: (model) =>
    [...model.consented.keys()].flatMap((name) => {
      const source = sourceOf(model, name)
      // A label that names somebody else is told by itself.
      return source === undefined ? [] : [...keyedByGrant(source), ...source.fields.flatMap(answeredHere)]
    }),
}

function keyedByGrant({ name, file, keys, node }: TypeIn): readonly Finding[] {
  const wrong = keys.find(({ text, resolvable }) => text.trim() !== 'grant' || !resolvable)
  if (wrong === undefined && keys.length > 0) return []
  return [
    {
      code: 'CONSENTED_KEY',
      message: `${name} must have the one resolvable key "grant", but ${wrong === undefined ? 'has no key' : `has another: "${wrong.text}"${wrong.resolvable ? '' : ', not resolvable'}`}.`,
      hint: `Write @key(fields: "grant") on the type in ${file.name}, and no other key.`,
      ...(wrong === undefined ? patchOf([after(headOf(node), ' @key(fields: "grant")')]) : {}),
      at: placeOf(wrong?.node ?? node),
      subject: name,
    },
  ]
}

function answeredHere(field: FieldIn): readonly Finding[] {
  const { external, shareable, override, requires, provides } = field
  const what =
    (external && '@external') ||
    (shareable && '@shareable') ||
    (override !== undefined && '@override') ||
    (requires !== undefined && '@requires') ||
    (provides !== undefined && '@provides')
  if (what === false) return []
  return [
    {
      code: 'CONSENTED_SHARED',
      message: `A field of consented data must be answered by its source alone and from the grant, but ${field.coordinate} is ${what}.`,
      hint: `Remove ${what} from the field (and @shareable or @external from its type).`,
      at: placeOf(field.node),
      subject: field.coordinate,
    },
  ]
}

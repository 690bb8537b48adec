import { after, asDirective, headOf, patchOf, withArgument, without } from '../edits.ts'
import type { TypeIn } from '../model/model.ts'
import { lineOf, placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Everything about roads rests on this: that one id of this type is one person, in the app that the registry says. */
export const personsAreTheirAppsOwn: ModelRule = {
  stage: 'model',
  number: 'R7',
  again: false,
  sentence: 'A @person is an entity that its own app resolves by the key `id`, one type for each app.',
  check: ({ types }) => {
    const labelled = [...types.values()].flat().filter(({ labels }) => labels.has('person'))
    return labelled.flatMap((type, index) => [
      ...ofItsApp(type),
      ...keyedById(type),
      ...theOnlyOne(type, labelled.slice(0, index)),
    ])
  },
}

function ofItsApp({ name, file, labels }: TypeIn): readonly Finding[] {
  const label = labels.get('person')
  if (label === undefined || file.app === label.arguments['app']) return []
  const directive = asDirective(label.node)
  const own = file.app === undefined ? 'which is no app' : `the subgraph of ${file.app}`
  return [
    {
      code: 'PERSON_APP',
      message: `@person must name the app of its own subgraph, but ${name} of ${file.name}, ${own}, names ${label.arguments['app'] ?? 'none'}.`,
      hint: file.app === undefined ? 'Remove @person.' : `Write app: "${file.app}".`,
      ...patchOf(
        file.app === undefined || directive === undefined ? [] : withArgument(directive, 'app', `"${file.app}"`),
      ),
      at: placeOf(label.node),
      subject: name,
      follows: [`${file.name} labels ${name} @person`, `argument at ${lineOf(placeOf(label.node))}`],
    },
  ]
}

function keyedById({ name, file, keys, node }: TypeIn): readonly Finding[] {
  if (keys.some(({ text, resolvable }) => text.trim() === 'id' && resolvable)) return []
  return [
    {
      code: 'PERSON_KEY',
      message: `A @person must be an entity with the key "id", but ${name} of ${file.name} is none.`,
      hint: 'Write @key(fields: "id") on the type, or remove @person.',
      ...patchOf([after(headOf(node), ' @key(fields: "id")')]),
      at: placeOf(node),
      subject: name,
      follows: [`${file.name} labels ${name} @person`],
    },
  ]
}

/** Two ids for one person in one app would be two answers to who the viewer is. */
function theOnlyOne({ name, file, labels }: TypeIn, before: readonly TypeIn[]): readonly Finding[] {
  const label = labels.get('person')
  const other = before.find((each) => each.file === file)
  if (label === undefined || other === undefined) return []
  return [
    {
      code: 'PERSON_DOUBLED',
      message: `An app must have one @person type, but ${file.name} has ${other.name} and ${name}.`,
      hint: 'Remove @person from what is not the one type that a session signs in as.',
      ...patchOf(without(label.node)),
      at: placeOf(label.node),
      related: [placeOf(other.node)],
      subject: name,
    },
  ]
}

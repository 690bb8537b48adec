import { after, asDirective, headOf, patchOf, withArgument } from '../edits.ts'
import { lineOf, placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Everything about roads rests on this: that one id of this type is one person, in the app that the registry says. */
export const personsAreTheirAppsOwn: ModelRule = {
  stage: 'model',
  number: 'R7',
  again: false,
  sentence: 'A @person is an entity that its own app resolves by the key `id`.',
  check: ({ types }) =>
    [...types.values()].flat().flatMap(({ name, file, keys, labels, node }) => {
      const label = labels.get('person')
      if (label === undefined) return []
      const directive = asDirective(label.node)
      const keyed = keys.some(({ text, resolvable }) => text.trim() === 'id' && resolvable)
      return [
        ...(file.app === label.arguments['app']
          ? []
          : [
              {
                code: 'PERSON_APP',
                message: `@person must name the app of its own subgraph, but ${name} of ${file.name}, ${file.app === undefined ? 'which is no app' : `the subgraph of ${file.app}`}, names ${label.arguments['app'] ?? 'none'}.`,
                hint: file.app === undefined ? 'Remove @person.' : `Write app: "${file.app}".`,
                ...patchOf(
                  file.app === undefined || directive === undefined
                    ? []
                    : withArgument(directive, 'app', `"${file.app}"`),
                ),
                at: placeOf(label.node),
                subject: name,
                follows: [`label person ${name}`, `argument at ${lineOf(placeOf(label.node))}`],
              },
            ]),
        ...(keyed
          ? []
          : [
              {
                code: 'PERSON_KEY',
                message: `A @person must be an entity with the key "id", but ${name} of ${file.name} is none.`,
                hint: 'Write @key(fields: "id") on the type, or remove @person.',
                ...patchOf([after(headOf(node), ' @key(fields: "id")')]),
                at: placeOf(node),
                subject: name,
                follows: [`label person ${name}`, `argument at ${lineOf(placeOf(label.node))}`],
              },
            ]),
      ]
    }),
}

import { patchOf, without } from '../edits.ts'
import { placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Who may build on a person is sent the id of every person that somebody looks at. */
export const personsAreNeverOpen: ModelRule = {
  stage: 'model',
  number: 'R5',
  again: false,
  sentence: 'A person, and a field of a person, is never @open.',
  check: ({ types, persons }) =>
    [...persons.keys()]
      .flatMap((name) => types.get(name) ?? [])
      .flatMap((type) => [
        { coordinate: type.name, file: type.file, label: type.labels.get('open') },
        ...type.fields.map(({ coordinate, labels }) => ({ coordinate, file: type.file, label: labels.get('open') })),
      ])
      .flatMap(({ coordinate, file, label }) => {
        if (label === undefined) return []
        return [
          {
            code: 'PERSON_OPEN',
            message: `A person must never be @open, but ${coordinate} is.`,
            hint: 'Remove @open; open an entity that says less, or none.',
            ...patchOf(without(label.node)),
            at: placeOf(label.node),
            subject: coordinate,
            follows: [`${file.name} labels ${coordinate} @open`],
          },
        ]
      }),
}

import { asDirective, patchOf, withArgument } from '../edits.ts'
import { lineOf, placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A label that names somebody else would make another app the source of data that it never gave. */
export const consentedTypesNameTheirSource: ModelRule = {
  stage: 'model',
  number: 'R1',
  again: false,
  sentence: "The label of a consented type names the subgraph that it stands in: the source's own name.",
  check: ({ types }) =>
    [...types.values()].flat().flatMap(({ name, file, labels }) => {
      const label = labels.get('consented')
      if (label === undefined || label.arguments['from'] === file.name) return []
      const directive = asDirective(label.node)
      return [
        {
          code: 'CONSENTED_FROM',
          message: `@consented must name the subgraph that it stands in, but ${name} of ${file.name} names ${label.arguments['from'] ?? 'none'}.`,
          hint: `Write from: "${file.name}", or leave the label to the source of the data.`,
          ...patchOf(directive === undefined ? [] : withArgument(directive, 'from', `"${file.name}"`)),
          at: placeOf(label.node),
          subject: name,
          follows: [`${file.name} labels ${name} @consented`, `argument at ${lineOf(placeOf(label.node))}`],
        },
      ]
    }),
}

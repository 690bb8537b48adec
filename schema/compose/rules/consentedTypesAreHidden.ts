import { applied, headOf, patchOf } from '../edits.ts'
import { GRANT } from '../model/model.ts'
import { placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** Composition hides for all what one hides; each says so, so that no change of one subgraph shows it. */
export const consentedTypesAreHidden: ModelRule = {
  stage: 'model',
  number: 'R1',
  again: true,
  sentence: 'Consented types and `Grant` are @inaccessible in each subgraph that names them.',
  check: ({ types, consented }) =>
    (consented.size === 0 ? [] : [...consented.keys(), GRANT])
      .flatMap((name) => types.get(name) ?? [])
      .filter(({ hidden }) => !hidden)
      .map(({ name, file, node }) => ({
        code: 'CONSENTED_VISIBLE',
        message: `${name} must be @inaccessible in each subgraph that names it, but is not in ${file.name}.`,
        hint: 'Write @inaccessible on the type, and import it.',
        ...patchOf(applied('@inaccessible', headOf(node), file)),
        at: placeOf(node),
        subject: name,
        follows: [`${file.name} ${name}`],
      })),
}

import { isKeeper } from '../model/model.ts'
import { placeOf } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A field on an interface of others is one on all that implement it, today and later. */
export const interfacesAreNotOpen: ModelRule = {
  stage: 'model',
  number: 'R5',
  again: true,
  sentence: 'Nobody but the keepers of the family uses @interfaceObject: an interface is never @open.',
  check: ({ types }) =>
    [...types.values()]
      .flat()
      .filter(({ interfaceObject, file }) => interfaceObject && !isKeeper(file))
      .map(({ name, file, node }) => ({
        code: 'INTERFACE_OBJECT_NOT_OPEN',
        message: `@interfaceObject would give ${file.name} the keys of everything that implements ${name}, so nobody must use it, but ${file.name} does.`,
        hint: 'Remove the type; add the field to single types that their owners mark @open.',
        at: placeOf(node),
        subject: name,
        cause: `${file.name} builds on ${name}`,
      })),
}

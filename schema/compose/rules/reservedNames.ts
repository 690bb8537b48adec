import { fieldsOf } from '../../documents.ts'
import { placeOf } from '../problem.ts'
import type { FileRule } from './rule.ts'

/** The gateway gives fields with arguments or aliases response names of its own while it asks subgraphs. */
export const RESERVED_PREFIX = 'c__'

export const reservedNames: FileRule = {
  stage: 'file',
  blocks: false,
  sentence: `No field begins with ${RESERVED_PREFIX}.`,
  check: ({ document }) =>
    fieldsOf(document)
      .filter(({ field }) => field.name.value.startsWith(RESERVED_PREFIX))
      .map(({ field, coordinate }) => ({
        code: 'RESERVED_NAME',
        message: `The name of a field must not begin with ${RESERVED_PREFIX}, which the gateway uses itself, but this is ${coordinate}.`,
        hint: `Name it ${field.name.value.slice(RESERVED_PREFIX.length) || 'otherwise'}.`,
        at: placeOf(field),
      })),
}

import { schemasOf } from '../../documents.ts'
import { placeOf } from '../problem.ts'
import type { FileRule } from './rule.ts'

const ALLOWED: readonly string[] = ['link', 'composeDirective']

/** Another directive may link as well: Federation 1's `@core`, or `@link` under a name of its own. */
export const schemaDirectives: FileRule = {
  stage: 'file',
  blocks: true,
  sentence: 'On the schema itself stand only @link and @composeDirective.',
  check: ({ document }) =>
    schemasOf(document)
      .flatMap((schema) => schema.directives ?? [])
      .filter(({ name }) => !ALLOWED.includes(name.value))
      .map((directive) => ({
        code: 'SCHEMA_DIRECTIVE_NOT_ALLOWED',
        message: `The schema itself may have only ${ALLOWED.map((each) => `@${each}`).join(' and ')}, but this is @${directive.name.value}.`,
        hint: 'Remove it; specs are linked with @link, under their own names.',
        at: placeOf(directive),
      })),
}
